-- Everything that is found wrong or doubtful in the filings. A new family of findings is one more model in the union,
-- with those columns of `audit.finding` that it knows. A family that names several cells has a column `places`, as
-- `int_finding_rule`; one that has no id of its own gets one from what it says and where.
with finding as (
    select * from {{ ref('int_finding_reader') }}
    union all by name
    select * from {{ ref('int_finding_code') }}
    union all by name
    select * from {{ ref('int_finding_name') }}
    union all by name
    select * from {{ ref('int_finding_region') }}
    union all by name
    select * from {{ ref('int_finding_rule') }}
    union all by name
    select * from {{ ref('int_finding_statement') }}
)

select
    finding.* exclude (finding_id, occurrence),
    coalesce(finding_id, substr(md5(concat_ws(
        '|', filing_id, origin, rule_id, coalesce(form, '-'), coalesce(row_key, '-'), coalesce(measure, '-'),
        coalesce(raw_text, '-'), coalesce(page, 0), coalesce(sheet, '-'), coalesce(table_no, 0), coalesce(row_no, 0),
        coalesce(col_no, 0), coalesce(line_no, 0), coalesce(occurrence, 1)
    )), 1, 16)) as finding_id
from finding
