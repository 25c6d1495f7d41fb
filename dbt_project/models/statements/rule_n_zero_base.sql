-- There is no rate on nothing: none of completion where the budget is zero, none of growth where there was nothing
-- the year before.
with rate as (
    select *
    from {{ ref('int_text_fact') }}
    where is_current and has_digits and aspect in ('completion', 'growth') and coalesce(unit, '%') in ('%', '％')
),

base as (
    select
        rate.filing_id,
        rate.fact_no,
        budget.number
    from rate
    inner join {{ ref('int_text_amount') }} as budget
        on rate.filing_id = budget.filing_id and rate.subject = budget.subject
            and budget.aspect in ('budget', 'adjusted_budget', 'unnamed_budget')
            and coalesce(budget.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    where rate.aspect = 'completion'
    union all
    select rate.filing_id, rate.fact_no, 0 as number
    from rate
    inner join {{ ref('int_form') }} as form on rate.filing_id = form.filing_id and rate.form = form.form
    where rate.aspect = 'completion' and rate.form = 'three_public' and form.status = 'empty'
    union all
    select rate.filing_id, rate.fact_no, spent.number - delta.number as number
    from rate
    inner join {{ ref('int_text_amount') }} as delta
        on rate.filing_id = delta.filing_id and rate.subject = delta.subject and delta.aspect = 'delta'
            and rate.paragraph_no = delta.paragraph_no
    inner join {{ ref('int_text_amount') }} as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
    where rate.aspect = 'growth'
)

select
    {{ of_fact('fact', 'N-ZERO-BASE') }},
    'zero-base|' || coalesce(fact.section, '') as cluster,
    '—' as expected,
    case when max(abs(base.number)) = 0 then 'fail' else 'exact' end as verdict
from base
inner join {{ ref('int_text_fact') }} as fact on base.filing_id = fact.filing_id and base.fact_no = fact.fact_no
group by all
