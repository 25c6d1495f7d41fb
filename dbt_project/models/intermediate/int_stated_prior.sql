-- What the text of a filing says of the year before, for the rows of int_amount: this year's amount less its change,
-- with the interval that both leave. Where the text states two changes of one amount, neither counts.
with change as (
    select filing_id, form, row_key, measure, min(number) as delta_cny, min(low) as low, max(high) as high
    from {{ ref('int_text_fact') }}
    where is_current and aspect = 'delta' and is_money and number is not null and row_key is not null
    group by filing_id, form, row_key, measure
    having count(distinct number) = 1
)

select
    amount.department_id,
    amount.scope,
    amount.fiscal_year,
    amount.dimension,
    amount.code,
    cast(amount.amount_cny - change.delta_cny as decimal(20, 2)) as stated_prior_cny,
    cast(amount.amount_cny - amount.step_cny / 2 - change.high as decimal(20, 2)) as stated_prior_low_cny,
    cast(amount.amount_cny + amount.step_cny / 2 - change.low as decimal(20, 2)) as stated_prior_high_cny
from {{ ref('int_amount') }} as amount
inner join change using (filing_id, form, row_key, measure)
where amount.amount_cny is not null
