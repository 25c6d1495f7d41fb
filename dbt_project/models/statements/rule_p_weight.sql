-- The points of the indicators and of the execution make 100: 90 beside the 10 of the execution, or all 100.
with indicator as (
    select
        filing_id,
        project_no,
        sum(weight) as weights,
        bool_or(weight is null or status = 'unread') as is_open
    from {{ ref('int_indicator') }}
    group by filing_id, project_no
)

select
    {{ of_row('project', 'P-WEIGHT', 'project.score_row_no', 'project.score_line_no') }},
    'weight|' || project.project_no as statement_key,
    'weight' as measure,
    project.project as name,
    {{ plain('indicator.weights') }} as printed,
    case
        when money.weight is not null then {{ plain('100 - money.weight') }} else '90 / 100'
    end as expected,
    cast(indicator.weights as double) as printed_value,
    case
        when indicator.is_open then 'not_evaluated'
        when indicator.weights + coalesce(money.weight, 0) = 100 or indicator.weights = 100 then 'exact'
        when money.weight is null and indicator.weights = 90 then 'exact'
        else 'fail'
    end as verdict
from {{ ref('int_project') }} as project
inner join indicator on project.filing_id = indicator.filing_id and project.project_no = indicator.project_no
left join {{ ref('int_project_money') }} as money
    on project.filing_id = money.filing_id and project.project_no = money.project_no and money.is_whole
