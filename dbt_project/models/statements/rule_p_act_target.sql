-- An indicator that missed its target does not have all its points. Reaching more than an exact target is a miss only
-- beyond 130 percent, from where guides take points off.
with numeric as (
    select
        *,
        coalesce(nullif(adjusted_target, ''), target) as aim
    from {{ ref('int_indicator') }}
    where
        target_value is not null and actual_value is not null and weight > 0 and score is not null
        and target_operator in ('=', '≥', '≤', '>', '<', '＝')
        and coalesce(target_unit, '') = coalesce(actual_unit, '')
        and (adjusted_target is null or adjusted_target in ('', target))
)

select
    {{ of_indicator('numeric', 'P-ACT-TARGET') }},
    actual as printed,
    aim as expected,
    cast(actual_value as double) as printed_value,
    cast(target_value as double) as expected_low,
    actual_unit as unit,
    concat_ws('/', {{ plain('score') }}, {{ plain('weight') }}) as sentence,
    case
        when not is_full then 'exact'
        when target_operator in ('=', '＝') and actual_value < target_value then 'fail'
        when target_operator in ('=', '＝') and actual_value * 10 > target_value * 13 then 'fail'
        when target_operator in ('≥', '>') and actual_value < target_value then 'fail'
        when target_operator in ('≤', '<') and actual_value > target_value then 'fail'
        else 'exact'
    end as verdict
from numeric
