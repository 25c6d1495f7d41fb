-- The money of projects by source; the total stands in fct_project_evaluation. No row that says another again.
select
    funding.filing_id,
    project.fiscal_year,
    project.region_code,
    project.department_id,
    project.scope,
    funding.project_no,
    funding.source,
    funding.source_label,
    row_number() over (
        partition by funding.filing_id, funding.project_no, funding.source
        order by funding.row_no asc, funding.line_no asc, funding.source_label asc, funding.raw_text asc
    ) as occurrence,
    funding.requested_cny,
    funding.initial_budget_cny,
    funding.budget_cny,
    funding.executed_cny,
    funding.balance_cny,
    funding.execution_rate,
    funding.weight,
    funding.score,
    funding.status,
    funding.aligned_by,
    funding.raw_text,
    funding.page,
    funding.sheet,
    project.table_no,
    funding.row_no,
    funding.col_no,
    funding.line_no
from {{ ref('stg_project_funding') }} as funding
inner join {{ ref('stg_project_evaluation') }} as project
    on funding.filing_id = project.filing_id and funding.project_no = project.project_no
where project.is_current and funding.source <> 'total' and funding.status in ('read', 'unread')
order by
    project.fiscal_year asc, project.region_code asc, project.department_id asc, funding.filing_id asc,
    funding.project_no asc, funding.source asc, occurrence asc
