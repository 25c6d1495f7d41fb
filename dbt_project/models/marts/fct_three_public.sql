-- Travel abroad, official vehicles and reception, budget and final: form 09. A SUM is right within one measure.
select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    scope,
    form,
    row_key,
    line_zh as row_zh,
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
where form = 'three_public'
order by
    fiscal_year asc, region_code asc, department_id asc, row_key asc,
    filing_id asc, measure asc, occurrence asc, residual_of asc nulls first
