-- The rows of all facts: printed leaves, and a residual where published parts do not reach the published sum.
-- A residual carries the place of the sum that it belongs to, and the measure `residual` where it is of columns.
with leaf as (
    select
        node.filing_id,
        node.form,
        node.row_key,
        node.measure,
        item.occurrence,
        cast(null as varchar) as residual_of,
        node.measure as place_measure,
        item.number
    from {{ ref('int_node') }} as node
    inner join {{ ref('int_item') }} as item using (filing_id, form, row_key, measure)
    where
        node.is_leaf
        and node.role = 'part'
        and item.number is not null
        and (item.occurrence = node.first_occurrence or not node.is_total_row)
),

of_rows as (
    select filing_id, form, row_key, measure, first_occurrence, 'rows' as residual_of, measure as place_measure, gap
    from {{ ref('int_children_sum') }}
    where role = 'part' and verdict = 'residual'
),

of_columns as (
    select
        filing_id, form, row_key, 'residual' as measure, first_occurrence, 'columns' as residual_of,
        measure as place_measure, gap
    from {{ ref('int_unallocated') }}
    where verdict = 'residual'
),

fact_row as (
    select * from leaf
    union all
    select * from of_rows
    union all
    select * from of_columns
)

select
    fact_row.filing_id,
    item.fiscal_year,
    item.region_code,
    item.department_id,
    item.scope,
    fact_row.form,
    item.side,
    item.fund,
    item.fund_zh,
    fact_row.row_key,
    item.row_label,
    item.line_zh,
    item.code,
    item.code_class,
    item.level,
    fact_row.measure,
    case when fact_row.residual_of = 'columns' then '未分列差额' else item.measure_zh end as measure_zh,
    fact_row.occurrence,
    fact_row.residual_of is not null as is_residual,
    fact_row.residual_of,
    cast(fact_row.number as decimal(24, 6)) as number,
    case when item.amount_cny is not null then cast(fact_row.number as decimal(20, 2)) end as amount_cny,
    case
        when fact_row.residual_of is null then item.value
        when item.amount_cny is null then cast(fact_row.number as decimal(24, 6))
    end as value,
    case when fact_row.residual_of is null then item.printed_amount_cny end as printed_amount_cny,
    case when fact_row.residual_of is null then item.printed_value end as printed_value,
    item.unit,
    case when fact_row.residual_of is null then item.value_source else 'residual' end as value_source,
    item.page,
    item.sheet,
    item.table_no,
    item.row_no,
    item.col_no,
    item.line_no
from fact_row
inner join {{ ref('int_item') }} as item
    on fact_row.filing_id = item.filing_id and fact_row.form = item.form and fact_row.row_key = item.row_key
        and fact_row.place_measure = item.measure and fact_row.occurrence = item.occurrence
