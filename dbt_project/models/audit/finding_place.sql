-- Every place that a finding speaks of, the one to look at first as number 1; none where it has no place.
with listed as (
    select finding_id, unnest(places) as place, generate_subscripts(places, 1) as place_no
    from {{ ref('int_finding') }}
    where places is not null
)

select
    listed.finding_id,
    listed.place_no,
    listed.place.role,
    listed.place.filing_id,
    listed.place.form,
    listed.place.row_key,
    listed.place.measure,
    listed.place.row_label,
    listed.place.printed as raw_text,
    listed.place.printed_cny,
    listed.place.proposal_cny,
    listed.place.page,
    listed.place.sheet,
    listed.place.table_no,
    listed.place.row_no,
    listed.place.col_no,
    listed.place.line_no
from listed
union all by name
select
    finding_id,
    1 as place_no,
    'named' as role,
    filing_id,
    form,
    row_key,
    measure,
    raw_text,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from {{ ref('int_finding') }}
where places is null and coalesce(page, table_no, line_no) is not null or places is null and sheet is not null
order by finding_id asc, place_no asc
