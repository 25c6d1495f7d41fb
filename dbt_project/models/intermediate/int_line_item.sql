-- One row a line item of a current filing, whatever its cell says, with corrections applied: `value` is what counts,
-- `printed_value` what is printed. `number` is yuan, or the count where the unit is one; it is null where nothing is
-- known, or the unit is not. `step` is the worth of the last printed digit.
{{ config(materialized='view') }}

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
    case when correction.is_applied then correction.value else item.value end as value,
    item.unit,
    case when correction.is_applied then correction.amount_cny else item.amount_cny end as amount_cny,
    case when correction.is_applied then 'corrected' else item.value_source end as value_source,
    item.value as printed_value,
    item.amount_cny as printed_amount_cny,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no,
    case
        when units.kind = 'money' and correction.is_applied then cast(correction.amount_cny as decimal(24, 6))
        when item.amount_cny is not null then cast(item.amount_cny as decimal(24, 6))
        when units.kind = 'count' and correction.is_applied then correction.value
        when units.kind = 'count' then item.value
    end as number,
    case
        when units.kind = 'money' then coalesce(cast(units.factor_cny / power(10, tab.decimals) as decimal(24, 6)), 0)
        else 0
    end as step
from {{ ref('stg_line_item') }} as item
inner join {{ ref('stg_filing') }} as filing on item.filing_id = filing.filing_id and filing.is_current
left join {{ ref('int_correction') }} as correction
    on item.filing_id = correction.filing_id and item.form = correction.form and item.row_key = correction.row_key
        and item.measure = correction.measure and item.occurrence = correction.occurrence and correction.is_applied
left join {{ ref('stg_printed_table') }} as tab
    on item.filing_id = tab.filing_id and item.table_no = tab.table_no
left join {{ ref('units') }} as units on item.unit = units.unit
left join {{ ref('measures') }} as measures
    on item.form = measures.form and item.measure = measures.measure and item.side is not distinct from measures.side
