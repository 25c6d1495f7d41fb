-- A table that was read has line items that say something, one that is printed empty has none that do. Evaluation forms
-- have no line items but rows of their own.
{{ config(meta={'dagster': {'ref': {'name': 'stg_line_item'}}}) }}

select tab.filing_id, tab.table_no, tab.form, tab.status, count(item.filing_id) as n_values
from {{ ref('stg_printed_table') }} as tab
left join {{ ref('stg_line_item') }} as item
    on tab.filing_id = item.filing_id and tab.table_no = item.table_no
        and item.value_source not in ('blank', 'not_applicable')
where tab.status in ('read', 'empty') and tab.form is distinct from 'project_evaluation'
group by tab.filing_id, tab.table_no, tab.form, tab.status
having (tab.status = 'read') <> (count(item.filing_id) > 0)
