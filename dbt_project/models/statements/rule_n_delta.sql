-- A change is this year's amount less the amount that it is told against, where the paragraph gives that amount: last
-- year's, or the budget of the kind that the sentence names.
with change as (
    select
        *,
        case
            when regexp_matches(sentence, '[与较比][^，。；,;]*年初') then 'budget'
            when regexp_matches(sentence, '[与较比][^，。；,;]*(全年|调整)') then 'adjusted_budget'
            else 'unnamed_budget'
        end as budget_kind
    from {{ ref('int_text_fact') }}
    where is_current and is_money and has_digits and number is not null and aspect in ('delta', 'budget_delta')
),

base as (
    select *
    from {{ ref('int_text_fact') }}
    where
        is_money and number is not null
        and ((is_prior and aspect = 'final') or (is_current and aspect like '%budget'))
),

spent as (
    select * from {{ ref('int_text_amount') }}
    where aspect = 'final'
),

reading as (
    select
        change.*,
        spent.number - base.number as due,
        spent.low - base.high as due_low,
        spent.high - base.low as due_high,
        {{ plain('cast(change.number / change.factor as decimal(24, 6))') }} || change.unit as said,
        [{{ amount_place('spent') }}] as operands
    from change
    inner join base
        on change.filing_id = base.filing_id and change.subject = base.subject
            and change.paragraph_no = base.paragraph_no
            and case when change.aspect = 'delta' then base.is_prior else change.budget_kind = base.aspect end
    inner join spent
        on change.filing_id = spent.filing_id and change.subject = spent.subject
            and coalesce(spent.paragraph_no, change.paragraph_no) = change.paragraph_no
),

judged as (
    select
        *,
        case
            when due = number then 'exact'
            when due_low < high and due_high > low then 'rounding'
            else 'fail'
        end as verdict
    from reading
)

select
    {{ of_fact('judged', 'N-DELTA', 'said') }},
    {{ plain('cast(due / factor as decimal(24, 6))') }} || unit as expected,
    verdict,
    cast(due_low as double) as expected_low,
    cast(due_high as double) as expected_high,
    operands
from judged
qualify row_number() over (
        partition by filing_id, fact_no
        order by list_position(['exact', 'rounding', 'fail'], verdict) asc, abs(due - number) asc, operands asc
    ) = 1
