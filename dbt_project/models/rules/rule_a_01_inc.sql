-- 01: 本年收入合计 = Σ source lines.
{{ tree_sum('A-01-INC', 'income_expenditure_summary', parents="= 'income.income_total'") }}
