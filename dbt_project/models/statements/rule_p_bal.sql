-- What is left is the budget less what was spent.
select
    {{ of_money('money', 'P-BAL') }},
    concat_ws('|', 'money', filing_id, project_no, balance, executed, budget) as cluster,
    'balance' as measure,
    {{ plain('balance') }} || coalesce(unit, '') as printed,
    {{ plain('budget - executed') }} || coalesce(unit, '') as expected,
    cast(balance as double) as printed_value,
    cast(budget - executed as double) as expected_low,
    expected_low as expected_high,
    unit,
    case
        when status = 'unread' then 'not_evaluated'
        when balance = budget - executed then 'exact'
        when abs(balance - (budget - executed)) * 2 < 3 * step then 'rounding'
        else 'fail'
    end as verdict
from {{ ref('int_project_money') }} as money
where
    status = 'unread'
    or (status = 'read' and balance is not null and executed is not null and budget is not null)
