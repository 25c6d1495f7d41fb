-- 06: 类 = Σ款.
{{ tree_sum('A-06-SUM', 'basic_expenditure_by_economic', parents="similar to '[0-9]{3}'") }}
