-- The parts that the table of contents lists are headings of the text.
with listed as (
    select
        *,
        regexp_extract(flat, '^第([一二三四五六七八九十]+)部分', 1) as part_no
    from {{ ref('int_text') }}
    where kind = 'contents'
),

body as (
    select distinct filing_id, regexp_extract(flat, '第([一二三四五六七八九十]+)部分', 1) as part_no
    from {{ ref('int_text') }}
    where kind <> 'contents'
)

select
    {{ of_paragraph('listed', 'T-HEADING') }},
    'part|' || part_no as statement_key,
    flat as printed,
    '—' as expected,
    case when body.filing_id is null then 'soft' else 'exact' end as verdict
from listed
left join body using (filing_id, part_no)
where part_no <> ''
