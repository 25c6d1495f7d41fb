-- Expenditure of the year by function code and nature: leaves and residuals of form 03.
select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    scope,
    form,
    row_key,
    code as function_code,
    code_class as function_class,
    level as code_level,
    row_label,
    measure as nature,
    measure_zh as nature_zh,
    occurrence,
    is_residual,
    residual_of,
    amount_cny,
    printed_amount_cny,
    value_source,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from {{ ref('int_fact_row') }}
where form = 'expenditure_by_function'
order by
    fiscal_year asc, region_code asc, department_id asc, code asc nulls first,
    filing_id asc, measure asc, occurrence asc, residual_of asc nulls first
