-- 04: 年初 = Σ of the three budgets.
{{ tree_sum('A-04-OPEN', 'appropriation_summary', parents="= 'income.opening_balance'") }}
