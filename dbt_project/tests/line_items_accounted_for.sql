-- Every line item of a current filing is a published total, or its source says by name why it has no value.
select item.filing_id, item.form, item.row_key, item.measure, item.occurrence, item.value_source
from {{ ref('stg_line_item') }} as item
inner join {{ ref('stg_filing') }} as filing on item.filing_id = filing.filing_id and filing.is_current
left join {{ ref('fct_published_total') }} as published
    on item.filing_id = published.filing_id and item.form = published.form and item.row_key = published.row_key
        and item.measure = published.measure and item.occurrence = published.occurrence
where published.filing_id is null and item.value_source not in ('blank', 'not_applicable', 'unread')
