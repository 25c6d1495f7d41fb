-- 05: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
{{ tree_sum('A-05-V', 'general_budget_by_function', lost_rows=true) }}
