-- 04: 总计 = 本年收入 + 年初.
{{ tree_sum('A-04-TOTI', 'appropriation_summary', parents="= 'income.grand_total'") }}
