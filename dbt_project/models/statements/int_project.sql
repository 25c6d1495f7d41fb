-- One row a self-evaluation form of a current filing.
select
    project.* exclude (fiscal_year, region),
    filing.fiscal_year,
    filing.region_code
from {{ source('raw', 'project_evaluation') }} as project
inner join {{ ref('stg_filing') }} as filing on project.filing_id = filing.filing_id and filing.is_current
