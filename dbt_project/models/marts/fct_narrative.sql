-- Every number that the text states, as read: figures of the year, budgets, changes, shares, counts.
-- A number said twice is two rows; sums over this table make no sense.
select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    scope,
    fact_no,
    period,
    form,
    row_key,
    measure,
    aspect,
    name,
    level as name_level,
    raw_text,
    value,
    unit,
    amount_cny,
    template,
    section,
    sentence,
    paragraph_no,
    page,
    line_no
from {{ ref('stg_narrative_fact') }}
where is_current
order by fiscal_year asc, region_code asc, department_id asc, filing_id asc, fact_no asc
