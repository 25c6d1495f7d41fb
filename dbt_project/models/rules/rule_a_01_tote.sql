-- 01: 总计 = 本年支出合计 + 结余分配 + 年末结转和结余.
{{ tree_sum('A-01-TOTE', 'income_expenditure_summary', parents="= 'expenditure.grand_total'") }}
