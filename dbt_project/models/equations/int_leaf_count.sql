-- How many printed leaves each row and column of a function table has below it, 1 for a leaf: so many rounded
-- values were re-added where a filing re-adds its subtotals.
with leaf as (
    select cell.filing_id, cell.form, cell.row_key, cell.measure
    from {{ ref('int_cell') }} as cell
    anti join {{ ref('int_parent') }} as parent
        on cell.filing_id = parent.filing_id and cell.form = parent.form and cell.row_key = parent.parent_key
    where cell.key_kind = 'function' and cell.state = 'printed'
)

select
    node.filing_id,
    node.form,
    node.row_key,
    node.measure,
    count(*) as n_leaves
from {{ ref('int_key') }} as node
inner join leaf
    on node.filing_id = leaf.filing_id and node.form = leaf.form and node.measure = leaf.measure
        and (node.row_key = 'total' or starts_with(leaf.row_key, node.row_key))
group by node.filing_id, node.form, node.row_key, node.measure
