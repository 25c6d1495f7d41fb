-- Sentences of the text, of all filing versions, that hold an amount that no wording took: it is in no fact.
select
    said.filing_id,
    filing.fiscal_year,
    filing.region_code,
    filing.is_current,
    said.paragraph_no,
    said.section,
    said.sentence,
    said.page,
    said.line_no
from {{ ref('stg_unread_sentence') }} as said
inner join {{ ref('stg_filing') }} as filing on said.filing_id = filing.filing_id
order by
    filing.fiscal_year asc, filing.region_code asc, said.filing_id asc, said.paragraph_no asc, said.sentence asc
