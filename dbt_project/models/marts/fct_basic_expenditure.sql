-- Basic expenditure out of the general public budget by economic code: form 06.
select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    scope,
    form,
    row_key,
    code as economic_code,
    code_class as economic_class,
    level as code_level,
    row_label,
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
where form = 'basic_expenditure_by_economic'
order by
    fiscal_year asc, region_code asc, department_id asc, code asc nulls first, row_key asc,
    filing_id asc, measure asc, occurrence asc, residual_of asc nulls first
