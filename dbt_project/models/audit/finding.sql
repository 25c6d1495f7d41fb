-- Everything that is found wrong or doubtful in the filings. A new family of findings is one more model in the union.
with finding as (
    select * from {{ ref('int_finding_reader') }}
    union all by name
    select * from {{ ref('int_finding_code') }}
    union all by name
    select * from {{ ref('int_finding_region') }}
)

select
    substr(md5(concat_ws(
        '|', filing_id, origin, rule_id, coalesce(form, '-'), coalesce(row_key, '-'), coalesce(measure, '-'),
        coalesce(raw_text, '-'), coalesce(page, 0), coalesce(sheet, '-'), coalesce(table_no, 0), coalesce(row_no, 0),
        coalesce(col_no, 0), coalesce(line_no, 0), occurrence
    )), 1, 16) as finding_id,
    filing_id,
    fiscal_year,
    region_code,
    rule_id,
    origin,
    severity,
    message_en,
    message_zh,
    form,
    row_key,
    measure,
    raw_text,
    expected,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from finding
order by
    fiscal_year asc, region_code asc, filing_id asc, table_no asc, row_no asc, col_no asc, rule_id asc, finding_id asc
