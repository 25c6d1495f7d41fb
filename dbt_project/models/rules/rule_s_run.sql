-- 05: rows named 行政运行 have no 项目支出; the right side is nothing.
select distinct
    'S-RUN' as rule_id,
    filing_id,
    row_key || '|project' as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from {{ ref('int_cell') }}
where
    form = 'general_budget_by_function' and measure = 'project'
    and row_label = '行政运行' and regexp_full_match(row_key, '[0-9]{5}01')
