-- 06: 公用经费合计 = 302 + 307 + 310 + 312 + 313 + 399; by years of the classification, see economic_groups.
{{ tree_sum('A-06-PUB', 'basic_expenditure_by_economic', parents="= 'office_total'") }}
