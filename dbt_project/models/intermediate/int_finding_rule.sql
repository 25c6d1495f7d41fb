-- What the rules found, each with the cell that it names. All its cells are in `places`; for a row or cell that a table
-- lacks, and that is printed nowhere, another one stands, of the same row where there is one.
with printed as (
    select *, list_filter(places, lambda cell: struct_extract(cell, 'table_no') is not null) as cells
    from {{ ref('int_localised') }}
),

located as (
    select
        * exclude (cells),
        coalesce(
            list_filter(cells, lambda cell: struct_extract(cell, 'row_key') = struct_extract(places[1], 'row_key'))[1],
            cells[1]
        ) as place
    from printed
),

found as (
    select
        * exclude (place),
        struct_extract(place, 'page') as page,
        struct_extract(place, 'sheet') as sheet,
        struct_extract(place, 'table_no') as table_no,
        struct_extract(place, 'row_no') as row_no,
        struct_extract(place, 'col_no') as col_no,
        struct_extract(place, 'line_no') as line_no
    from located
)

select
    found.rule_id,
    'rule' as origin,
    found.severity,
    found.cause,
    found.hint,
    found.filing_id,
    filing.fiscal_year,
    filing.region_code,
    found.message_en,
    found.message_zh,
    found.form,
    found.row_key,
    found.measure,
    found.printed as raw_text,
    found.expected,
    found.difference,
    found.unit,
    found.printed_cny,
    found.expected_cny,
    found.difference_cny,
    found.proposal_cny,
    found.page,
    found.sheet,
    found.table_no,
    found.row_no,
    found.col_no,
    found.line_no,
    found.finding_id,
    found.places
from found
left join {{ ref('stg_filing') }} as filing on found.filing_id = filing.filing_id
