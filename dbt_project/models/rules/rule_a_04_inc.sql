-- 04: 本年收入合计 = Σ of the three budgets.
{{ tree_sum('A-04-INC', 'appropriation_summary', parents="= 'income.income_total'") }}
