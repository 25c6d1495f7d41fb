-- One row a filing version. Versions of one filing share region, filer, scope and year; where region or
-- filer is not known a filing is a version of itself alone.
with filing as (
    select
        *,
        case when scope = 'unit' then coalesce(unit, department) else department end as filer
    from {{ source('raw', 'filing') }}
),

keyed as (
    select
        *,
        region_code is not null and filer is not null as is_identified,
        {{ department_id('region_code', 'filer', 'filing_id') }} as department_id
    from filing
)

select
    *,
    row_number() over versions as version_no,
    lead(filing_id) over versions is null as is_current,
    lead(filing_id) over versions as superseded_by
from keyed
window versions as (
    partition by department_id, scope, fiscal_year
    order by published_on asc nulls first, arrival asc, path asc, filing_id asc
)
