-- Last year's fiscal total, as this year's amount and change imply it, is within last year's grand total.
with prior as (
    select
        delta.*,
        spent.low - delta.high as prior_low,
        spent.high - delta.low as prior_high,
        {{ plain('cast((spent.number - delta.number) / delta.factor as decimal(24, 6))') }} || delta.unit as prior_shown
    from {{ ref('int_text_fact') }} as delta
    inner join {{ ref('int_text_amount') }} as spent
        on delta.filing_id = spent.filing_id and delta.subject = spent.subject and spent.aspect = 'final'
    where
        delta.is_current and delta.aspect = 'delta' and delta.is_money
        and delta.row_key in ('income.grand_total', 'expenditure.grand_total')
    qualify row_number() over (
            partition by delta.filing_id, delta.subject
            order by delta.fact_no asc, spent.source desc, spent.number asc, spent.low asc
        ) = 1
)

select
    {{ of_fact('fiscal', 'N-PRIORORD', 'fiscal.prior_shown') }},
    whole.prior_shown as expected,
    case
        when fiscal.prior_low > whole.prior_high then 'fail'
        when fiscal.prior_high <= whole.prior_low or fiscal.number = whole.number then 'exact'
        else 'rounding'
    end as verdict
from prior as fiscal
inner join prior as whole on fiscal.filing_id = whole.filing_id and fiscal.row_key = whole.row_key
where fiscal.form = 'appropriation_summary' and whole.form = 'income_expenditure_summary'
