-- Values that are printed and could not be read, of all filing versions. They are in no fact and are no zero.
select
    item.filing_id,
    filing.fiscal_year,
    filing.region_code,
    filing.is_current,
    item.form,
    item.row_key,
    item.measure,
    item.occurrence,
    item.row_label,
    item.column_label,
    item.raw_text,
    item.unit,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no
from {{ ref('stg_line_item') }} as item
inner join {{ ref('stg_filing') }} as filing on item.filing_id = filing.filing_id
where item.value_source = 'unread'
order by
    filing.fiscal_year asc, filing.region_code asc, item.filing_id asc, item.form asc, item.row_key asc,
    item.measure asc, item.occurrence asc
