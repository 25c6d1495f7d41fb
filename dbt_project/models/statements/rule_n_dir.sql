-- The words of direction agree with the numbers: an increase does not come with a decline in percent, and what is said
-- of final amount and budget (决算数小于预算数) is so.
with change as (
    select
        growth.*,
        delta.shown as delta_shown,
        delta.number as delta_number
    from {{ ref('int_text_fact') }} as growth
    inner join {{ ref('int_text_fact') }} as delta
        on growth.filing_id = delta.filing_id and growth.paragraph_no = delta.paragraph_no
            and growth.subject = delta.subject and delta.is_current
            and delta.aspect = case growth.aspect when 'growth' then 'delta' else 'budget_delta' end
    where
        growth.is_current and growth.aspect in ('growth', 'budget_growth') and growth.has_digits
        and delta.number is not null
        and not regexp_matches(growth.sentence, '[降减增长少加][（(](增|下|减)')
    qualify row_number() over (
            partition by growth.filing_id, growth.fact_no
            order by abs(growth.fact_no - delta.fact_no) asc, delta.fact_no asc
        ) = 1
),

subject as (
    select
        filing_id,
        paragraph_no,
        count(distinct subject) as n,
        min(form) as form,
        min(row_key) as row_key,
        arg_min(spoken, fact_no) as name,
        arg_min(number, fact_no) filter (where aspect = 'final') as spent,
        arg_min(high - low, fact_no) filter (where aspect = 'final') as spent_width,
        arg_min(shown, fact_no) filter (where aspect = 'final') as spent_shown,
        arg_min(number, fact_no) filter (where aspect like '%budget') as budget,
        arg_min(high - low, fact_no) filter (where aspect like '%budget') as budget_width,
        arg_min(shown, fact_no) filter (where aspect like '%budget') as budget_shown
    from {{ ref('int_text_fact') }}
    where is_current and is_money and aspect in ('final', 'budget', 'adjusted_budget', 'unnamed_budget')
    group by filing_id, paragraph_no
),

word as (
    select
        text.*,
        subject.* exclude (filing_id, paragraph_no),
        regexp_extract(text.flat, '决算数?(小于|低于|大于|高于|等于|[同与](?:年初)?预算数?持平)', 1) as direction,
        (subject.spent_width + subject.budget_width) / 2 as allowed
    from {{ ref('int_text') }} as text
    inner join subject on text.filing_id = subject.filing_id and text.paragraph_no = subject.paragraph_no
    where subject.n = 1 and subject.spent is not null and subject.budget is not null
)

select
    {{ of_fact('change', 'N-DIR') }},
    delta_shown as expected,
    case
        when value = 0 and decimals = 0 and delta_number <> 0 then 'not_evaluated'
        -- 下降-5%: a decline of less than nothing, where the number may be right.
        when value is null and regexp_matches(sentence, '(下降|减少|降低|降幅)(了|为|率)?[-－−]') then 'fail'
        when (value > 0 and delta_number < 0) or (value < 0 and delta_number > 0) then 'fail'
        else 'exact'
    end as verdict,
    case when value is null then 'warn' end as severity
from change
union all by name
select
    {{ of_paragraph('word', 'N-DIR') }},
    'word|' || paragraph_no as statement_key,
    form,
    row_key,
    name,
    direction as printed,
    spent_shown || ' / ' || budget_shown as expected,
    case
        when direction in ('小于', '低于') and spent - budget >= allowed then 'fail'
        when direction in ('大于', '高于') and budget - spent >= allowed then 'fail'
        when not direction in ('小于', '低于', '大于', '高于') and abs(spent - budget) >= allowed then 'fail'
        else 'exact'
    end as verdict,
    case when not direction in ('小于', '低于', '大于', '高于') then 'warn' end as severity
from word
where direction <> ''
