-- One row a project: who, how much money of the total, which score. A value that a damaged row of the total lost is
-- taken from the row of a source that has the same budget and execution.
with total as (
    select * from {{ ref('stg_project_funding') }} where source = 'total' and status = 'read'
),

beside as (
    select
        total.filing_id,
        total.project_no,
        max(part.score) as score
    from total
    inner join {{ ref('stg_project_funding') }} as part
        on
            total.filing_id = part.filing_id and total.project_no = part.project_no
            and total.budget = part.budget and total.executed = part.executed
    where part.status = 'read' and part.source <> 'total'
    group by total.filing_id, total.project_no
),

indicator as (
    select
        filing_id,
        project_no,
        count(*) as n_indicators,
        sum(weight) as indicator_weight,
        sum(score) as indicator_score
    from {{ ref('stg_performance_indicator') }}
    group by filing_id, project_no
)

select
    project.filing_id,
    project.fiscal_year,
    project.region_code,
    project.department_id,
    project.scope,
    project.project_no,
    project.project,
    project.stated_year,
    project.competent_code,
    project.competent_name,
    project.unit_code,
    project.unit_name,
    total.requested_cny,
    total.initial_budget_cny,
    total.budget_cny,
    total.executed_cny,
    total.balance_cny,
    total.execution_rate,
    total.weight as execution_weight,
    coalesce(total.score, beside.score) as execution_score,
    coalesce(indicator.n_indicators, 0) as n_indicators,
    indicator.indicator_weight,
    indicator.indicator_score,
    project.total_score,
    project.grade,
    project.target,
    project.achieved,
    project.page,
    project.sheet,
    project.table_no,
    project.line_no
from {{ ref('stg_project_evaluation') }} as project
left join total on project.filing_id = total.filing_id and project.project_no = total.project_no
left join beside on project.filing_id = beside.filing_id and project.project_no = beside.project_no
left join indicator on project.filing_id = indicator.filing_id and project.project_no = indicator.project_no
where project.is_current
order by
    project.fiscal_year asc, project.region_code asc, project.department_id asc,
    project.filing_id asc, project.project_no asc
