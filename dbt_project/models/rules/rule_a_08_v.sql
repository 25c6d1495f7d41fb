-- 08: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
{{ tree_sum('A-08-V', 'state_capital_by_function', lost_rows=true) }}
