-- Everything that is found wrong or doubtful in the filings, each with the one place where to look first.
select
    finding_id,
    filing_id,
    fiscal_year,
    region_code,
    rule_id,
    origin,
    severity,
    cause,
    hint,
    message_en,
    message_zh,
    form,
    row_key,
    measure,
    raw_text,
    expected,
    difference,
    unit,
    printed_cny,
    expected_cny,
    difference_cny,
    proposal_cny,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from {{ ref('int_finding') }}
order by
    fiscal_year asc, region_code asc, filing_id asc, table_no asc, row_no asc, col_no asc, rule_id asc, finding_id asc
