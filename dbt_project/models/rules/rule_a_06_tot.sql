-- 06: 合计 = 人员经费合计 + 公用经费合计, where it is printed.
{{ tree_sum('A-06-TOT', 'basic_expenditure_by_economic', parents="= 'total'", optional_parent=true) }}
