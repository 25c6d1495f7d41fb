-- Self-evaluation forms, as read, with what is known of the filing.
select
    project.* exclude (fiscal_year, region),
    filing.fiscal_year,
    filing.region_code,
    filing.department_id,
    filing.scope,
    filing.is_current
from {{ source('raw', 'project_evaluation') }} as project
inner join {{ ref('stg_filing') }} as filing on project.filing_id = filing.filing_id
