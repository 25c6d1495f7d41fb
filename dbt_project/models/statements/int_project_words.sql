-- One row a text of a self-evaluation form of a current filing: targets, what was achieved, the analysis.
select
    text.filing_id,
    text.project_no,
    text.text_no,
    text.label,
    text.text,
    regexp_replace(text.text, '\s', '', 'g') as flat,
    text.page,
    text.sheet,
    text.row_no,
    text.line_no,
    project.project,
    project.table_no,
    project.fiscal_year,
    project.region_code
from {{ source('raw', 'project_text') }} as text
inner join {{ ref('int_project') }} as project
    on text.filing_id = project.filing_id and text.project_no = project.project_no
