-- One row a published row and column of a form, with the nearest published row above it. A code printed
-- twice counts twice, a total printed twice (on the next page) once.
with node as (
    select
        filing_id,
        fiscal_year,
        form,
        row_key,
        measure,
        role,
        min(occurrence) as first_occurrence,
        level in ('total', 'subtotal') as is_total_row,
        case when is_total_row then min_by(number, occurrence) else sum(number) end as number,
        case when is_total_row then min_by(step, occurrence) else sum(step) end as step
    from {{ ref('int_item') }}
    where number is not null
    group by filing_id, fiscal_year, form, row_key, measure, role, level
),

above as (
    select
        node.filing_id,
        node.form,
        node.row_key,
        node.measure,
        min_by(tree.ancestor, tree.distance) as parent_key,
        min(tree.distance) as parent_distance
    from node
    inner join {{ ref('int_tree') }} as tree
        on node.form = tree.form and node.fiscal_year = tree.fiscal_year and node.row_key = tree.row_key
    inner join node as higher
        on node.filing_id = higher.filing_id and node.form = higher.form and node.measure = higher.measure
            and tree.ancestor = higher.row_key
    where tree.distance > 0
    group by node.filing_id, node.form, node.row_key, node.measure
),

parent as (
    select distinct filing_id, form, measure, parent_key from above
)

select
    node.*,
    above.parent_key,
    above.parent_distance,
    parent.filing_id is null as is_leaf
from node
left join above using (filing_id, form, row_key, measure)
left join parent
    on node.filing_id = parent.filing_id and node.form = parent.form and node.measure = parent.measure
        and node.row_key = parent.parent_key
