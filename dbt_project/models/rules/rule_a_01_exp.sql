-- 01: 本年支出合计 = Σ class lines.
{{ tree_sum('A-01-EXP', 'income_expenditure_summary', parents="= 'expenditure.expenditure_total'") }}
