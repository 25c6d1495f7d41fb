-- One row an indicator of a project: texts as printed, and what of them is plainly a quantity.
select
    indicator.filing_id,
    project.fiscal_year,
    project.region_code,
    project.department_id,
    project.scope,
    indicator.project_no,
    project.project,
    indicator.indicator_no,
    indicator.level_1,
    indicator.level_2,
    indicator.name as indicator_name,
    indicator.target,
    indicator.adjusted_target,
    indicator.actual,
    indicator.target_operator,
    indicator.target_value,
    indicator.target_unit,
    indicator.actual_operator,
    indicator.actual_value,
    indicator.actual_unit,
    indicator.weight,
    indicator.score,
    indicator.note,
    indicator.status,
    indicator.raw_text,
    indicator.page,
    indicator.sheet,
    project.table_no,
    indicator.row_no,
    indicator.line_no
from {{ ref('stg_performance_indicator') }} as indicator
inner join {{ ref('stg_project_evaluation') }} as project
    on indicator.filing_id = project.filing_id and indicator.project_no = project.project_no
where project.is_current
order by
    project.fiscal_year asc, project.region_code asc, project.department_id asc, indicator.filing_id asc,
    indicator.project_no asc, indicator.indicator_no asc
