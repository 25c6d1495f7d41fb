-- One row a signal of the reader. Two alike in everything are told apart by a number.
select
    *,
    row_number() over (
        partition by filing_id, code, form, row_key, measure, raw_text, page, sheet, table_no, row_no, col_no, line_no
        order by severity asc, message_en asc, message_zh asc, expected asc
    ) as occurrence
from {{ source('raw', 'signal') }}
