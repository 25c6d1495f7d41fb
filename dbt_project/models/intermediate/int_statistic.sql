-- Figures beside the amounts of int_amount, of which measures are made: one row a filing, dimension and code, with the
-- place where it is printed, where it is one. No value: it could not be read, or the text says it in two ways.
with item as (
    select
        *,
        row_number() over (
            partition by filing_id, form, row_key, measure order by number is null asc, occurrence asc
        ) = 1 as is_first
    from {{ ref('int_line_item') }}
    where value is not null or value_source = 'unread'
),

of_forms as (
    select
        filing_id,
        case
            when form = 'disclosure_statistics' then 'statistic'
            when form = 'three_public' and measure = 'budget' then 'three_public_budget'
            when form = 'income_by_function' and row_key = 'total' and role = 'part' then 'income_source'
            when form = 'income_expenditure_summary' then 'account'
        end as dimension,
        case when form = 'income_by_function' then measure else row_key end as code,
        case when form = 'income_by_function' then measure_zh else coalesce(line_zh, row_label) end as code_name,
        number as value,
        form,
        row_key,
        measure,
        occurrence,
        page,
        sheet,
        table_no,
        row_no,
        col_no,
        line_no
    from item
    where is_first
),

fact as (
    select
        *,
        coalesce(amount_cny, value) as number
    from {{ ref('fct_narrative') }}
    where left(period, 4) = cast(fiscal_year as varchar)
),

stated as (
    select
        fact.filing_id,
        'text' as dimension,
        fact.row_key as code,
        fact.number,
        fact.* exclude (filing_id, number, row_key, form, measure)
    from fact
    where fact.form is null and fact.row_key is not null and fact.aspect in ('final', 'count')
    union all by name
    -- The budget at the beginning of the year is printed in the text alone.
    select
        fact.filing_id,
        'stated_budget' as dimension,
        amount.code,
        fact.number,
        fact.* exclude (filing_id, number, row_key, form, measure)
    from fact
    inner join {{ ref('int_amount') }} as amount
        on fact.filing_id = amount.filing_id and fact.form = amount.form and fact.row_key = amount.row_key
            and fact.measure = amount.measure
    where fact.aspect = 'budget' and amount.dimension = 'fund'
),

of_text as (
    select
        filing_id,
        dimension,
        code,
        case when count(distinct number) = 1 and count(number) = count(*) then any_value(number) end as value,
        arg_min(raw_text, fact_no) as raw_text,
        arg_min(page, fact_no) as page,
        arg_min(line_no, fact_no) as line_no
    from stated
    group by filing_id, dimension, code
),

indicator as (
    select
        filing_id,
        count(*) as indicators,
        count(*) filter (where score = weight) as full_marks,
        count(*) filter (where score is null or weight is null) as n_unknown
    from {{ ref('fct_performance_indicator') }}
    group by filing_id
),

project as (
    select
        filing_id,
        count(*) as projects,
        case when count(budget_cny) = count(*) then sum(budget_cny) end as budget,
        case when count(executed_cny) = count(*) then sum(executed_cny) end as executed,
        case when count(total_score) = count(*) then sum(total_score) end as score
    from {{ ref('fct_project_evaluation') }}
    group by filing_id
),

of_projects as (
    select
        filing_id,
        'project' as dimension,
        unnest(['projects', 'budget', 'executed', 'score']) as code,
        unnest([projects, budget, executed, score]) as value
    from project
    union all
    select
        filing_id,
        'project' as dimension,
        unnest(['indicators', 'full_marks']) as code,
        unnest([indicators, case when n_unknown = 0 then full_marks end]) as value
    from indicator
),

together as (
    select * from of_forms
    where dimension is not null
    union all by name
    select * from of_text
    union all by name
    select * from of_projects
    union all by name
    select
        filing_id,
        'staff' as dimension,
        headcount as code,
        value,
        raw_text,
        page,
        line_no
    from {{ ref('int_headcount') }}
    union all by name
    select
        filing_id,
        'quality' as dimension,
        'score' as code,
        quality_score as value
    from {{ ref('filing_quality') }}
    where is_current
)

select
    * replace (cast(value as decimal(20, 2)) as value) -- noqa: RF02
from together
