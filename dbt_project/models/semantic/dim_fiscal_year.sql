-- One row a fiscal year, from the first to the last that a filing speaks of: the calendar of the metrics.
with span as (
    select
        min(fiscal_year) as first_year,
        max(fiscal_year) as last_year
    from {{ ref('dim_filing') }}
    where is_current
),

filed as (
    select
        fiscal_year,
        count(*) as n_filings
    from {{ ref('dim_filing') }}
    where is_current
    group by fiscal_year
),

calendar as (
    select unnest(generate_series(first_year, last_year)) as fiscal_year
    from span
)

select
    calendar.fiscal_year,
    make_date(calendar.fiscal_year, 1, 1) as year_start,
    coalesce(filed.n_filings, 0) as n_filings
from calendar
left join filed on calendar.fiscal_year = filed.fiscal_year
order by calendar.fiscal_year
