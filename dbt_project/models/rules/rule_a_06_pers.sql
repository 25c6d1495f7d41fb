-- 06: 人员经费合计 = 301 + 303.
{{ tree_sum('A-06-PERS', 'basic_expenditure_by_economic', parents="= 'personnel_total'") }}
