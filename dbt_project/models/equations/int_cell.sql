-- One row a cell of a current filing that a sum may count, printed or not. A code printed twice counts twice; a
-- total or named line printed twice (on the next page) counts once, at its first printed place.
-- `amount_cny` is yuan to the last printed digit, even below the fen, or the count where the unit is one; `step_cny`
-- is the worth of that digit.
select
    item.filing_id,
    filing.fiscal_year,
    item.form,
    item.key_kind,
    item.row_key,
    item.row_label,
    item.code,
    item.measure,
    item.occurrence,
    case
        when item.value_source = 'unread' then 'unread'
        when item.value is null then 'blank'
        when units.unit is null or (units.kind = 'money' and item.amount_cny is null) then 'unread'
        when units.kind = 'money' and tab.decimals is null then 'unread'
        else 'printed'
    end as state,
    case
        when units.kind = 'count' then cast(item.value as decimal(24, 6))
        else cast(item.value * units.factor_cny as decimal(24, 6))
    end as amount_cny,
    case
        when units.kind = 'count' then cast(1 as decimal(24, 6))
        else cast(units.factor_cny / power(10, tab.decimals) as decimal(24, 6))
    end as step_cny,
    coalesce(units.kind = 'count', false) as is_count,
    item.value_source,
    item.raw_text,
    item.unit,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no
from {{ ref('stg_line_item') }} as item
inner join {{ ref('stg_filing') }} as filing on item.filing_id = filing.filing_id and filing.is_current
left join {{ ref('stg_printed_table') }} as tab
    on item.filing_id = tab.filing_id and item.table_no = tab.table_no
left join {{ ref('units') }} as units on item.unit = units.unit
qualify
    item.code is not null
    or row_number() over (
        partition by item.filing_id, item.form, item.row_key, item.measure
        order by item.value is null and item.value_source <> 'unread', item.occurrence asc
    ) = 1
