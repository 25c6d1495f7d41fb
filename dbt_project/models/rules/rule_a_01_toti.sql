-- 01: 总计 = 本年收入合计 + 使用非财政拨款结余 + 年初结转和结余.
{{ tree_sum('A-01-TOTI', 'income_expenditure_summary', parents="= 'income.grand_total'") }}
