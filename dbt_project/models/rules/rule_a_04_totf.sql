-- 04: 总计 = 本年支出 + 年末, for each of the three budgets.
{{ tree_sum(
    'A-04-TOTF', 'appropriation_summary',
    parents="= 'expenditure.grand_total'",
    measures=['general_budget', 'government_fund', 'state_capital']
) }}
