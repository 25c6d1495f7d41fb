-- What the text of a filing says of the year before, for the rows of int_amount, with the interval of its rounding: the
-- amount itself, else this year's amount less its change, else this year's amount without its growth. Where the text
-- says two different things in one way, that way does not count; where two ways exclude each other, `stated_agrees` is
-- false. A growth of 100 % alone does not count: it is also written where there was nothing before.
with said as (
    select
        filing_id,
        form,
        row_key,
        measure,
        case when is_prior then 'amount' else aspect end as way,
        min(number) as number,
        min(low) as low,
        max(high) as high
    from {{ ref('int_text_fact') }}
    where
        number is not null and row_key is not null
        and (
            (is_prior and aspect = 'final' and amount_cny is not null)
            or (is_current and aspect = 'delta' and amount_cny is not null)
            or (
                is_current and aspect = 'growth' and has_digits and coalesce(unit, '%') in ('%', '％')
                and number > -100 and number <> 100
            )
        )
    group by all
    having count(distinct number) = 1
),

amount as (
    select
        *,
        cast(amount_cny - step_cny / 2 as double) as low,
        cast(amount_cny + step_cny / 2 as double) as high
    from {{ ref('int_amount') }}
    where amount_cny is not null
),

stated as (
    select
        amount.filing_id,
        amount.dimension,
        amount.code,
        said.way,
        case said.way
            when 'amount' then said.number
            when 'delta' then amount.amount_cny - said.number
            else cast(amount.amount_cny / (1 + said.number / 100) as decimal(24, 6))
        end as prior_cny,
        case said.way
            when 'amount' then said.low
            when 'delta' then amount.low - said.high
            else least(amount.low / (1 + said.low / 100), amount.low / (1 + said.high / 100))
        end as low,
        case said.way
            when 'amount' then said.high
            when 'delta' then amount.high - said.low
            else greatest(amount.high / (1 + said.low / 100), amount.high / (1 + said.high / 100))
        end as high,
        case said.way when 'growth' then said.number end as percent
    from amount
    inner join said using (filing_id, form, row_key, measure)
)

select
    filing_id,
    dimension,
    code,
    min_by(way, list_position(['amount', 'delta', 'growth'], way)) as stated_by,
    cast(min_by(prior_cny, list_position(['amount', 'delta', 'growth'], way)) as decimal(20, 2)) as stated_prior_cny,
    cast(min_by(low, list_position(['amount', 'delta', 'growth'], way)) as decimal(20, 2)) as stated_prior_low_cny,
    cast(min_by(high, list_position(['amount', 'delta', 'growth'], way)) as decimal(20, 2)) as stated_prior_high_cny,
    cast(max(percent) as double) as stated_percent,
    case when count(*) > 1 then max(low) <= min(high) end as stated_agrees
from stated
group by filing_id, dimension, code
