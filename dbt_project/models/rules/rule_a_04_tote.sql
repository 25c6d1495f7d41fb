-- 04: 总计 = 本年支出 + 年末, the total column; A-04-TOTF has the columns of the budgets.
{{ tree_sum(
    'A-04-TOTE', 'appropriation_summary',
    parents="= 'expenditure.grand_total'",
    measures=['total']
) }}
