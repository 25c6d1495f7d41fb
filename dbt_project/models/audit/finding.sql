-- Everything that is found wrong or doubtful in the filings, each with the one place where to look first.
-- A correction changes no finding: what is printed stays wrong. `corrected` says that one is applied to a cell of it.
with cell as (
    select finding_id, filing_id, form, row_key, measure from {{ ref('int_finding') }}
    union
    select finding_id, filing_id, form, row_key, measure from {{ ref('finding_place') }}
),

corrected as (
    select distinct cell.finding_id
    from cell
    inner join {{ ref('int_correction') }} as correction using (filing_id, form, row_key, measure)
    where correction.is_applied
)

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
    finding_id in (select corrected.finding_id from corrected) as corrected,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from {{ ref('int_finding') }}
order by
    fiscal_year asc, region_code asc, filing_id asc, table_no asc, row_no asc, col_no asc, rule_id asc, finding_id asc
