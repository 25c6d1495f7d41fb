-- 07: 合计 = Σ类; 类 = Σ款; 款 = Σ项, each column.
{{ tree_sum('A-07-V', 'government_fund_by_function', lost_rows=true) }}
