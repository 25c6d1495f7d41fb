-- Every line item has a fate, and is a published total just when it is a value of a current filing.
{{ config(meta={'dagster': {'ref': {'name': 'int_item_fate'}}}) }}

select item.filing_id, item.form, item.row_key, item.measure, item.occurrence, fate.fate
from {{ ref('stg_line_item') }} as item
left join {{ ref('int_item_fate') }} as fate using (filing_id, form, row_key, measure, occurrence)
left join {{ ref('fct_published_total') }} as published using (filing_id, form, row_key, measure, occurrence)
where
    fate.fate is null
    or (published.filing_id is null)
    <> (fate.fate in ('superseded', 'blank', 'not_applicable', 'unread'))
