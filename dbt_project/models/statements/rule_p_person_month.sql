-- Pay by head: where heads, monthly pay and twelve months make the budget, what was spent is a number of payments.
with pay as (
    select
        heads.*,
        heads.target_value as n_heads,
        rate.target_value as monthly,
        money.executed * units.factor_cny as spent,
        money.budget * units.factor_cny as budget,
        money.raw_text
    from {{ ref('int_indicator') }} as heads
    inner join {{ ref('int_indicator') }} as rate
        on heads.filing_id = rate.filing_id and heads.project_no = rate.project_no
            and heads.indicator_no <> rate.indicator_no and coalesce(rate.target_unit, '元') in ('元', '元/月', '元/人')
    inner join {{ ref('int_project_money') }} as money
        on heads.filing_id = money.filing_id and heads.project_no = money.project_no and money.is_whole
    inner join {{ ref('units') }} as units on money.unit = units.unit and units.kind = 'money'
    where
        heads.target_unit in ('人', '名') and rate.target_value > 0
        and heads.target_value * rate.target_value * 12 = money.budget * units.factor_cny
)

select
    {{ of_indicator('pay', 'P-PERSON-MONTH', 'executed') }},
    {{ plain('cast(spent as decimal(24, 6))') }} || '元' as printed,
    concat_ws(' × ', {{ plain('n_heads') }}, {{ plain('monthly') }}, '12') as expected,
    raw_text as sentence,
    case when spent % monthly = 0 then 'exact' else 'soft' end as verdict
from pay
