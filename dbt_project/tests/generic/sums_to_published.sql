{#
  The leaf rule: below every published row, the rows of the fact add up to what is printed there, to the fen,
  but for the gaps that were accepted as rounding. For a total column all columns of the fact are added,
  for the others the same column only.
  measure: the column (or quoted text) of the fact that holds the measure; amount: what is added.
#}
{% test sums_to_published(model, forms, measure, amount) %}
with node as (
    select * from {{ ref('int_node') }}
    where form in ('{{ forms | join("', '") }}') and role in ('total', 'part')
),

below as (
    select filing_id, form, row_key, {{ measure }} as measure, {{ amount }} as number, 'fact' as kind
    from {{ model }}
    union all
    select filing_id, form, row_key, measure, gap, 'rows' from {{ ref('int_children_sum') }}
    where role = 'part' and verdict = 'rounding'
    union all
    select filing_id, form, row_key, 'residual', gap, 'columns' from {{ ref('int_unallocated') }}
    where verdict = 'rounding'
),

own as (
    select filing_id, form, row_key, gap from {{ ref('int_columns_sum') }} where verdict = 'rounding'
),

reached as (
    select
        node.filing_id, node.form, node.row_key, node.measure, node.number as published,
        coalesce(sum(below.number), 0) + coalesce(any_value(own.gap), 0) as accounted
    from node
    inner join {{ ref('int_tree') }} as tree
        on node.form = tree.form and node.fiscal_year = tree.fiscal_year and node.row_key = tree.ancestor
    left join below
        on node.filing_id = below.filing_id and node.form = below.form and tree.row_key = below.row_key
        and (node.role = 'total' or node.measure = below.measure)
    left join own
        on node.filing_id = own.filing_id and node.form = own.form and node.row_key = own.row_key
        and node.role = 'total'
    group by node.filing_id, node.form, node.row_key, node.measure, node.number
)

select * from reached where accounted is distinct from published
{% endtest %}
