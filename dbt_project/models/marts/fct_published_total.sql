-- Every published value of a current filing, totals, subtotals and leaves, each once, as printed or as put right.
select
    item.filing_id,
    item.fiscal_year,
    item.region_code,
    item.department_id,
    item.scope,
    item.form,
    item.side,
    item.fund,
    item.row_key,
    item.code,
    item.level,
    coalesce(item.line_zh, item.row_label) as row_zh,
    item.row_label,
    item.measure,
    item.measure_zh,
    item.role as measure_role,
    item.occurrence,
    coalesce(node.is_leaf, false) as is_leaf,
    item.value,
    item.printed_value,
    item.unit,
    item.amount_cny,
    item.printed_amount_cny,
    item.value_source,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no
from {{ ref('int_item') }} as item
left join {{ ref('int_node') }} as node using (filing_id, form, row_key, measure)
order by
    item.fiscal_year asc, item.region_code asc, item.department_id asc, item.code asc nulls first, item.form asc,
    item.row_key asc, item.measure asc, item.filing_id asc, item.occurrence asc
