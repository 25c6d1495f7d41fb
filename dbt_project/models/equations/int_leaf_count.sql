-- How many rounded values stand below each row and column of the forms whose subtotals some filings re-add:
-- `n_leaves` printed leaves of the column; `n_parts` for a total column, the printed leaves of the columns it adds up.
with leaf as (
    select
        cell.filing_id,
        cell.form,
        cell.row_key,
        cell.measure,
        measures.role
    from {{ ref('int_cell') }} as cell
    inner join {{ ref('measures') }} as measures on cell.form = measures.form and cell.measure = measures.measure
    anti join {{ ref('int_parent') }} as parent
        on cell.filing_id = parent.filing_id and cell.form = parent.form and cell.row_key = parent.parent_key
    where
        cell.form in ('income_by_function', 'expenditure_by_function', 'general_budget_by_function')
        and cell.state = 'printed'
)

select
    node.filing_id,
    node.form,
    node.row_key,
    node.measure,
    count(*) filter (where node.measure = leaf.measure) as n_leaves,
    count(*) filter (where node.measure = 'total' and leaf.role = 'part') as n_parts
from {{ ref('int_key') }} as node
inner join leaf
    on node.filing_id = leaf.filing_id and node.form = leaf.form
        and (node.row_key = 'total' or starts_with(leaf.row_key, node.row_key))
group by node.filing_id, node.form, node.row_key, node.measure
