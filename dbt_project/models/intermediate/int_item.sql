-- One row a printed value of a current filing. `number` is yuan, or the count where the unit is one; it is null
-- where the unit is not known, and such a value reaches no fact. `step` is the worth of the last printed digit.
select
    item.filing_id,
    filing.fiscal_year,
    filing.region_code,
    filing.department_id,
    filing.scope,
    item.form,
    item.key_kind,
    item.fund,
    item.fund_zh,
    item.side,
    item.row_key,
    item.row_label,
    item.line_zh,
    item.code,
    item.code_class,
    item.level,
    item.measure,
    measures.role,
    measures.label_zh as measure_zh,
    item.occurrence,
    item.value,
    item.unit,
    item.amount_cny,
    item.value_source,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no,
    case
        when item.amount_cny is not null then cast(item.amount_cny as decimal(24, 6))
        when units.kind = 'count' then item.value
    end as number,
    case
        when item.amount_cny is null then 0
        else coalesce(cast(units.factor_cny / power(10, tab.decimals) as decimal(24, 6)), 0)
    end as step
from {{ ref('stg_line_item') }} as item
inner join {{ ref('stg_filing') }} as filing on item.filing_id = filing.filing_id and filing.is_current
left join {{ ref('stg_printed_table') }} as tab
    on item.filing_id = tab.filing_id and item.table_no = tab.table_no
left join {{ ref('units') }} as units on item.unit = units.unit
left join {{ ref('measures') }} as measures
    on item.form = measures.form and item.measure = measures.measure and item.side is not distinct from measures.side
where item.value is not null
