-- The rate of execution is what was spent over the budget, within the rounding of both. A row that repeats the total
-- is the same claim again.
with printed as (
    select
        *,
        executed - step / 2 as least_spent,
        executed + step / 2 as most_spent,
        budget - step / 2 as least_budget,
        budget + step / 2 as most_budget
    from {{ ref('int_project_money') }}
    where
        status = 'unread' or (status = 'read' and execution_rate is not null and executed is not null and budget > step)
),

rate as (
    select
        *,
        {{ percent_low('least_spent', 'most_spent', 'least_budget', 'most_budget') }} as low,
        {{ percent_high('least_spent', 'most_spent', 'least_budget', 'most_budget') }} as high
    from printed
)

select
    {{ of_money('rate', 'P-RATE') }},
    concat_ws('|', 'money', filing_id, project_no, execution_rate, executed, budget) as cluster,
    'execution_rate' as measure,
    {{ plain('execution_rate') }} || '%' as printed,
    cast(cast(round((low + high) / 2, 2) as decimal(20, 2)) as varchar) || '%' as expected,
    cast(execution_rate as double) as printed_value,
    low as expected_low,
    high as expected_high,
    '%' as unit,
    case
        when status = 'unread' then 'not_evaluated'
        when abs(execution_rate - 100.0 * executed / budget) <= rate_step / 2 + 1e-9 then 'exact'
        when execution_rate + rate_step / 2 + 1e-9 >= low and execution_rate - rate_step / 2 - 1e-9 <= high
            then 'rounding'
        else 'fail'
    end as verdict
from rate
