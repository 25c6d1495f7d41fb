-- 04: 本年支出合计 = Σ class lines, each column.
{{ tree_sum('A-04-EXP', 'appropriation_summary', parents="= 'expenditure.expenditure_total'") }}
