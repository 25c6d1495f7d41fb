-- What each printed row of expenditure by function adds to its COFOG division: a leaf its amount, a row above what the
-- rows below it leave open. So the divisions add up to the printed total, and rounding stays where it arose. A row
-- whose leaves all go one way goes that way too; any other goes by its own code.
with node as (
    select filing_id, fiscal_year, row_key, parent_key, number
    from {{ ref('int_node') }}
    where form = 'expenditure_by_function' and role = 'total'
),

below as (
    select filing_id, parent_key, sum(number) as number
    from node
    where parent_key is not null
    group by filing_id, parent_key
),

marked as (
    select
        node.filing_id,
        node.row_key,
        node.number - coalesce(below.number, 0) as number,
        below.filing_id is null as is_leaf,
        cofog.division,
        on_cost.function_code is not null as is_on_cost
    from node
    left join below on node.filing_id = below.filing_id and node.row_key = below.parent_key
    left join {{ ref('int_cofog') }} as cofog on node.row_key = cofog.code
    left join {{ ref('on_cost_codes') }} as on_cost
        on node.row_key = on_cost.function_code
            and node.fiscal_year between coalesce(on_cost.fy_from, 0) and coalesce(on_cost.fy_to, 9999)
),

shared as (
    select
        higher.filing_id,
        higher.row_key,
        case
            when min(coalesce(leaf.division, '-')) = max(coalesce(leaf.division, '-')) then any_value(leaf.division)
            else any_value(higher.division)
        end as division,
        bool_and(leaf.is_on_cost) as is_on_cost
    from marked as higher
    inner join marked as leaf
        on higher.filing_id = leaf.filing_id and leaf.is_leaf and starts_with(leaf.row_key, higher.row_key)
    where not higher.is_leaf and higher.row_key <> 'total'
    group by higher.filing_id, higher.row_key
)

select
    marked.filing_id,
    marked.row_key,
    marked.number,
    case when shared.filing_id is null then marked.division else shared.division end as division,
    coalesce(shared.is_on_cost, marked.is_on_cost) as is_on_cost
from marked
left join shared on marked.filing_id = shared.filing_id and marked.row_key = shared.row_key
