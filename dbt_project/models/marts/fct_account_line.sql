-- The lines of the two summaries, forms 01 and 04. A SUM is right within one form and one side.
select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    scope,
    form,
    row_key,
    side,
    coalesce(line_zh, row_label) as row_zh,
    code as function_class,
    row_label,
    measure,
    measure_zh,
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
where form in ('income_expenditure_summary', 'appropriation_summary')
order by
    fiscal_year asc, region_code asc, department_id asc, form asc, side desc, row_key asc,
    filing_id asc, measure asc, occurrence asc, residual_of asc nulls first
