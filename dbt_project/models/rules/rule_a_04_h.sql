-- 04: 合计 = 一般 + 基金 + 国资, the rows of the expenditure side that print anything.
{{ row_sum(
    'A-04-H', 'appropriation_summary',
    left=['total'],
    right=['general_budget', 'government_fund', 'state_capital'],
    rows="like 'expenditure.%'",
    marked_only=true
) }}
