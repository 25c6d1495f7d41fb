-- The shares of all parts of a whole add up to 100, within their rounding, where the parts listed make the whole.
with share as (
    select
        fact.*,
        amount.low as part_low,
        amount.high as part_high,
        case
            when fact.form = 'general_budget_by_function' then 'general_budget_by_function|total|total'
            when fact.form = 'income_by_function' then 'income_by_function|total|total'
            when fact.form = 'expenditure_by_function' then 'expenditure_by_function|total|total'
        end as whole
    from {{ ref('int_text_fact') }} as fact
    inner join {{ ref('int_text_amount') }} as amount
        on fact.filing_id = amount.filing_id and fact.subject = amount.subject and amount.source = 'text'
            and fact.paragraph_no = amount.paragraph_no and amount.aspect = 'final'
    where fact.is_current and fact.aspect = 'share' and fact.unit = '%' and fact.subject <> whole
    qualify row_number() over (partition by fact.filing_id, fact.fact_no order by amount.number asc, amount.low asc) = 1
),

total as (
    select filing_id, subject, low, high
    from {{ ref('int_text_amount') }}
    where aspect = 'final'
    qualify row_number() over (partition by filing_id, subject order by source asc, number asc, low asc) = 1
),

added as (
    select
        filing_id,
        section,
        whole,
        sum(value) as shares,
        count(*) as n,
        sum(part_low) as parts_low,
        sum(part_high) as parts_high,
        sum(1.0 / power(10, decimals)) / 2 as allowed,
        arg_min(fact_no, fact_no) as fact_no
    from share
    where not (whole = 'general_budget_by_function|total|total' and length(row_key) <> 3)
    group by filing_id, section, whole
)

select
    {{ of_fact('fact', 'N-SHARESUM', plain('added.shares') ~ " || '%'") }},
    '100%' as expected,
    case
        when added.n < 2 or added.parts_low >= total.high or added.parts_high <= total.low then 'not_evaluated'
        when added.shares = 100 then 'exact'
        when abs(added.shares - 100) <= added.allowed then 'rounding'
        else 'fail'
    end as verdict
from added
inner join total on added.filing_id = total.filing_id and added.whole = total.subject
inner join {{ ref('int_text_fact') }} as fact on added.filing_id = fact.filing_id and added.fact_no = fact.fact_no
