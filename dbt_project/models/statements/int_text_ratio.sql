-- One row a rate of the text, against the amounts that it may be the rate of: the reading in which it holds best.
-- Shares are of one of the wholes of `share_wholes`, completion is of the budget, growth is of the year before or of
-- the budget, whichever it is told against.
with rate as (
    select
        *,
        cast(value as double) as rate,
        1.0 / power(10, decimals) as rate_step,
        -- What a share is said to be of.
        regexp_replace(regexp_extract(split_part(sentence, raw_text, 1), '占([^，。；,;]*)$', 1), '["“”]', '', 'g')
            as whole_said
    from {{ ref('int_text_fact') }}
    where
        is_current and has_digits and value is not null and coalesce(unit, '%') in ('%', '％')
        and aspect in ('share', 'completion', 'growth', 'budget_growth')
        -- A share of a budget or of last year has a whole that no form prints.
        and not (
            aspect = 'share'
            and regexp_matches(sentence, '占[^，。；0-9]{0,30}((年初|全年|调整|当年|年度)预算|上年|去年|上一年)')
        )
),

amount as (
    select * from {{ ref('int_text_amount') }}
),

share as (
    select
        rate.filing_id,
        rate.fact_no,
        part.number,
        part.low,
        part.high,
        whole.number as base,
        whole.low as base_low,
        whole.high as base_high,
        regexp_matches(rate.whole_said, wholes.named) as is_named,
        [{{ amount_place('part') }}, {{ amount_place('whole') }}] as operands
    from rate
    inner join amount as part
        on rate.filing_id = part.filing_id and rate.subject = part.subject and part.aspect = 'final'
            and coalesce(part.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    inner join {{ ref('share_wholes') }} as wholes
        on coalesce(rate.form, '-') = wholes.form and regexp_full_match(rate.row_key, wholes.row_key)
            and regexp_full_match(coalesce(rate.measure, '-'), wholes.measure)
    inner join amount as whole
        on rate.filing_id = whole.filing_id and wholes.whole_form = coalesce(whole.form, '-')
            and wholes.whole_row_key = whole.row_key and wholes.whole_measure = coalesce(whole.measure, '-')
            and whole.aspect = 'final' and part.subject <> whole.subject
    where rate.aspect = 'share'
),

completion as (
    select
        rate.filing_id,
        rate.fact_no,
        spent.number,
        spent.low,
        spent.high,
        budget.number as base,
        budget.low as base_low,
        budget.high as base_high,
        [{{ amount_place('spent') }}, {{ amount_place('budget') }}] as operands
    from rate
    inner join amount as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
            and coalesce(spent.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    inner join amount as budget
        on rate.filing_id = budget.filing_id and rate.subject = budget.subject
            and budget.aspect in ('budget', 'adjusted_budget', 'unnamed_budget')
            and coalesce(budget.paragraph_no, rate.paragraph_no) = rate.paragraph_no
    where rate.aspect = 'completion'
),

-- Growth is compared without its sign: whether the words agree with it is the rule N-DIR.
growth as (
    select
        rate.filing_id,
        rate.fact_no,
        abs(delta.number) as number,
        case when delta.number < 0 then -delta.high else delta.low end as low,
        case when delta.number < 0 then -delta.low else delta.high end as high,
        spent.number - delta.number as base,
        spent.low - delta.high as base_low,
        spent.high - delta.low as base_high,
        [{{ amount_place('delta') }}, {{ amount_place('spent') }}] as operands
    from rate
    inner join amount as delta
        on rate.filing_id = delta.filing_id and rate.subject = delta.subject and rate.paragraph_no = delta.paragraph_no
            and delta.aspect = case rate.aspect when 'growth' then 'delta' else 'budget_delta' end
    inner join amount as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
    where rate.aspect in ('growth', 'budget_growth')
),

reading as (
    select * from share
    union all by name
    select * from completion
    union all by name
    select * from growth
),

bounded as (
    select
        reading.*,
        replace(rate.aspect, 'budget_', '') as aspect,
        case when rate.aspect in ('growth', 'budget_growth') then abs(rate.rate) else rate.rate end as rate,
        rate.rate_step,
        {{ percent_low('reading.low', 'reading.high', 'reading.base_low', 'reading.base_high') }} as ratio_low,
        {{ percent_high('reading.low', 'reading.high', 'reading.base_low', 'reading.base_high') }} as ratio_high,
        100 * cast(reading.number as double) / cast(reading.base as double) as ratio
    from reading
    inner join rate on reading.filing_id = rate.filing_id and reading.fact_no = rate.fact_no
    -- No rate on nothing: that is the rule N-ZERO-BASE. No verdict where the base may be nothing.
    where reading.base_low > 0
),

judged as (
    select
        *,
        case
            when abs(rate - ratio) <= rate_step / 2 + 1e-9 then 'exact'
            when rate + rate_step / 2 + 1e-9 >= ratio_low and rate - rate_step / 2 - 1e-9 <= ratio_high then 'rounding'
            else 'fail'
        end as verdict
    from bounded
),

-- A share that is said to be of a certain whole has no bad verdict where that is not known.
told_of as (
    select distinct rate.filing_id, rate.fact_no
    from rate
    inner join {{ ref('share_wholes') }} as wholes on regexp_matches(rate.whole_said, wholes.named)
    where rate.aspect = 'share'
),

weighed as (
    select
        judged.*,
        told_of.fact_no is null or bool_or(judged.is_named) over (partition by judged.filing_id, judged.fact_no)
            as may_fail
    from judged
    left join told_of on judged.filing_id = told_of.filing_id and judged.fact_no = told_of.fact_no
)

select
    filing_id,
    fact_no,
    aspect,
    operands,
    ratio_low,
    ratio_high,
    cast(cast(round(ratio + 1e-9, 2) as decimal(20, 2)) as varchar) || '%' as expected,
    verdict
from weighed
where may_fail or verdict <> 'fail'
qualify row_number() over (
        partition by filing_id, fact_no
        order by
            case verdict when 'exact' then 1 when 'rounding' then 2 else 3 end asc, abs(rate - ratio) asc,
            operands asc
    ) = 1
