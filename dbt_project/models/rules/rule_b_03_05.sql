-- 05 + 07 + 08 row <= 03 row, each of 合计, 基本, 项目.
-- Where both totals are equal there is no other money, and every row and column is equal.
with fund (form) as (
    values ('general_budget_by_function'), ('government_fund_by_function'), ('state_capital_by_function')
),

cell as (
    select node.filing_id, node.form, node.row_key, node.measure
    from {{ ref('int_key') }} as node
    semi join fund on node.form = fund.form
    where node.measure in ('total', 'basic', 'project')
),

-- A row that 07 or 08 lost has its place here too.
lost as (
    select lost_row.filing_id, lost_row.form, unnest([lost_row.parent_key, lost_row.row_key]) as row_key
    from {{ ref('int_lost_row') }} as lost_row
    where lost_row.form in ('government_fund_by_function', 'state_capital_by_function')
),

lost_key as (
    select distinct lost.filing_id, lost.form, lost.row_key
    from lost
    anti join cell on lost.filing_id = cell.filing_id and lost.form = cell.form and lost.row_key = cell.row_key
),

filing as (
    select form.filing_id
    from {{ ref('int_form') }} as form
    where form.form in ('expenditure_by_function', 'general_budget_by_function') and form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),

relation as (
    select
        filing.filing_id,
        case
            when
                sum(total.amount_cny) filter (where total.form = 'expenditure_by_function')
                = sum(total.amount_cny) filter (where total.form <> 'expenditure_by_function')
                then '='
            else '<='
        end as relation
    from filing
    left join {{ ref('int_cell') }} as total
        on filing.filing_id = total.filing_id and total.row_key = 'total' and total.measure = 'total'
            and (total.form = 'expenditure_by_function' or total.form in (select fund.form from fund))
    group by filing.filing_id
),

key as (
    select relation.filing_id, relation.relation, node.row_key, node.measure
    from relation
    inner join {{ ref('int_key') }} as node on relation.filing_id = node.filing_id
    where
        node.measure in ('total', 'basic', 'project')
        and (
            node.form in (select fund.form from fund)
            or (relation.relation = '=' and node.form = 'expenditure_by_function')
        )
    group by relation.filing_id, relation.relation, node.row_key, node.measure
),

term as (
    select key.*, 'right' as side, 'expenditure_by_function' as form
    from key
    union all
    select key.*, 'left' as side, 'general_budget_by_function' as form
    from key
    union all
    select key.*, 'left' as side, cell.form
    from key
    inner join cell using (filing_id, row_key, measure)
    where cell.form <> 'general_budget_by_function'
    union all
    select key.*, 'left' as side, lost_key.form
    from key
    inner join lost_key using (filing_id, row_key)
)

select
    'B-03-05' as rule_id,
    filing_id,
    row_key || '|' || measure as equation_key,
    relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
