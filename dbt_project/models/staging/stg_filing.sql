-- One row a filing version. Versions of one filing share region, filer, scope and year; where region or
-- filer is not known a filing is a version of itself alone. `filer` is the name that the list of other names
-- (`department_names`) gives for the printed one, which stays in `department` and `unit`. What its filer withdrew
-- counts no more, nor do earlier versions under the same path; a version under another path counts again.
with printed as (
    select
        *,
        case when scope = 'unit' then coalesce(unit, department) else department end as printed_filer
    from {{ source('raw', 'filing') }}
),

filing as (
    select printed.*, coalesce(known.name, printed.printed_filer) as filer
    from printed
    left join {{ ref('department_names') }} as known
        on printed.region_code = known.region_code
            and {{ department_key('printed.printed_filer') }} = {{ department_key('known.variant') }}
),

keyed as (
    select
        *,
        region_code is not null and filer is not null as is_identified,
        {{ department_id('region_code', department_key('filer'), 'filing_id') }} as department_id
    from filing
),

told as (
    select
        * exclude (withdrawn_on),
        max(withdrawn_on) over (
            partition by department_id, scope, fiscal_year, path
            order by arrival asc, filing_id asc rows between current row and unbounded following
        ) as withdrawn_on
    from keyed
)

select
    *,
    row_number() over versions as version_no,
    withdrawn_on is null and lead(filing_id) over counted is null as is_current,
    case when withdrawn_on is null then lead(filing_id) over counted end as superseded_by
from told
window
    versions as (
        partition by department_id, scope, fiscal_year
        order by published_on asc nulls first, arrival asc, path asc, filing_id asc
    ),
    counted as (
        partition by department_id, scope, fiscal_year, withdrawn_on is null
        order by published_on asc nulls first, arrival asc, path asc, filing_id asc
    )
