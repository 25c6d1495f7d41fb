-- One row a paragraph or heading of a current filing, as printed and, in `flat`, without any spaces.
select
    paragraph.filing_id,
    paragraph.paragraph_no,
    paragraph.kind,
    paragraph.part,
    paragraph.section,
    paragraph.text,
    regexp_replace(paragraph.text, '\s', '', 'g') as flat,
    paragraph.page,
    paragraph.sheet,
    paragraph.line_no
from {{ source('raw', 'paragraph') }} as paragraph
inner join {{ ref('stg_filing') }} as filing on paragraph.filing_id = filing.filing_id and filing.is_current
