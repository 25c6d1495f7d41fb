-- The reader's signals as findings.
select
    signal.code as rule_id,
    'reader' as origin,
    signal.severity,
    signal.filing_id,
    signal.fiscal_year,
    filing.region_code,
    signal.message_en,
    signal.message_zh,
    signal.form,
    signal.row_key,
    signal.measure,
    signal.raw_text,
    signal.expected,
    signal.page,
    signal.sheet,
    signal.table_no,
    signal.row_no,
    signal.col_no,
    signal.line_no,
    signal.occurrence
from {{ ref('stg_signal') }} as signal
left join {{ ref('stg_filing') }} as filing on signal.filing_id = filing.filing_id
