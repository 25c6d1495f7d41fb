-- Who filed: one row a current filing, with what peers are alike in.
{{ config(materialized='view') }}

select
    filing.filing_id,
    filing.department_id,
    departments.department_name as department,
    departments.department_kind,
    departments.department_level,
    filing.region_code,
    filing.scope,
    filing.fiscal_year
from {{ ref('stg_filing') }} as filing
inner join {{ ref('dim_department') }} as departments on filing.department_id = departments.department_id
where filing.is_current
