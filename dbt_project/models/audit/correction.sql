-- Every row of corrections.csv, of any status, with what is printed in its cell now.
select
    line as correction_line,
    status,
    is_applied,
    problem,
    filing_id,
    path,
    form,
    row_key,
    measure,
    occurrence,
    expects,
    found,
    printed_value,
    value,
    unit,
    printed_amount_cny,
    amount_cny,
    reason,
    evidence,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from {{ ref('int_correction') }}
order by line
