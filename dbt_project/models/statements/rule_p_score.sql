-- The total score is that of the indicators and of the execution; the score of execution is its weight times the rate.
-- Where a form does not print the weight of execution it is 10 beside indicators of 90.
with indicator as (
    select
        filing_id,
        project_no,
        sum(weight) as weights,
        sum(score) as scores,
        bool_or(score is null or status = 'unread') as is_open,
        1.0 / power(10, max({{ own_scale('score') }})) as step,
        count(*) as n
    from {{ ref('int_indicator') }}
    group by filing_id, project_no
),

scored as (
    select
        project.*,
        indicator.weights,
        indicator.scores,
        indicator.is_open,
        indicator.n,
        money.score as execution_score,
        money.execution_rate,
        coalesce(money.weight, case when indicator.weights = 90 then 10 end) as execution_weight,
        money.rate_step,
        1.0 / power(10, {{ own_scale('money.score') }}) as score_step,
        1.0 / power(10, {{ own_scale('project.total_score') }}) as total_step,
        indicator.step,
        money.raw_text,
        money.source,
        money.row_no as money_row_no,
        money.line_no as money_line_no
    from {{ ref('int_project') }} as project
    inner join indicator on project.filing_id = indicator.filing_id and project.project_no = indicator.project_no
    left join {{ ref('int_project_money') }} as money
        on project.filing_id = money.filing_id and project.project_no = money.project_no and money.is_whole
)

select
    'P-SCORE' as rule_id,
    filing_id,
    'total|' || project_no as statement_key,
    'project_evaluation' as form,
    'score' as measure,
    project as name,
    {{ plain('total_score') }} as printed,
    {{ plain('scores + case when weights = 100 then 0 else execution_score end') }} as expected,
    cast(total_score as double) as printed_value,
    page,
    sheet,
    table_no,
    score_row_no as row_no,
    score_line_no as line_no,
    case
        when is_open or (execution_score is null and weights <> 100) then 'not_evaluated'
        when total_score = scores + case when weights = 100 then 0 else execution_score end then 'exact'
        when abs(total_score - scores - case when weights = 100 then 0 else execution_score end)
            <= (total_step + score_step) / 2 + 1e-9 then 'rounding'
        else 'fail'
    end as verdict
from scored
where total_score is not null
union all by name
select
    'P-SCORE' as rule_id,
    filing_id,
    'execution|' || project_no as statement_key,
    'project_evaluation' as form,
    source as row_key,
    'score' as measure,
    project as name,
    {{ plain('execution_score') }} as printed,
    cast(cast(round(least(execution_rate, 100) * execution_weight / 100.0, 2) as decimal(20, 2)) as varchar)
        as expected,
    cast(execution_score as double) as printed_value,
    raw_text as sentence,
    page,
    sheet,
    table_no,
    money_row_no as row_no,
    money_line_no as line_no,
    case
        when abs(execution_score - least(execution_rate, 100) * execution_weight / 100.0) <= score_step / 2 + 1e-9
            then 'exact'
        when abs(execution_score - least(execution_rate, 100) * execution_weight / 100.0)
            <= (score_step + rate_step * execution_weight / 100.0) / 2 + 1e-9 then 'rounding'
        -- Many scales give steps of points for bands of execution: a score that is not in proportion is no error then.
        when execution_rate >= 100 or execution_score > execution_weight then 'fail'
        else 'soft'
    end as verdict,
    case when execution_rate < 100 and execution_score <= execution_weight then 'warn' end as severity
from scored
where
    execution_score is not null and execution_rate is not null and execution_weight > 0 and not is_open
