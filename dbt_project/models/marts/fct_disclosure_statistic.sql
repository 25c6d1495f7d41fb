-- What is published beside the accounts: form 10. Counts are in value and unit, money in amount_cny too.
select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    scope,
    form,
    row_key,
    coalesce(line_zh, row_label) as row_zh,
    split_part(row_key, '.', 1) as statistic_group,
    value,
    printed_value,
    unit,
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
where form = 'disclosure_statistics'
order by
    fiscal_year asc, region_code asc, department_id asc, row_key asc,
    filing_id asc, measure asc, occurrence asc, residual_of asc nulls first
