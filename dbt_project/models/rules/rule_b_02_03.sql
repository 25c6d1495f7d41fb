-- 02 row = 03 row, in filings without carry-over and without use of surplus.
with carry_over as (
    select distinct filing_id
    from {{ ref('int_cell') }}
    where
        form = 'income_expenditure_summary'
        and row_key in (
            'income.surplus_used', 'income.opening_balance', 'expenditure.surplus_distributed',
            'expenditure.closing_balance'
        )
        and (state = 'unread' or amount_cny <> 0)
),

with_forms as (
    select filing_id
    from {{ ref('int_form') }}
    where
        form in ('income_expenditure_summary', 'income_by_function', 'expenditure_by_function')
        and status <> 'unusable'
    group by filing_id
    having count(*) = 3
),

side (side, form) as (
    values ('left', 'income_by_function'), ('right', 'expenditure_by_function')
)

select distinct
    'B-02-03' as rule_id,
    node.filing_id,
    node.row_key || '|total' as equation_key,
    '=' as relation,
    side.side,
    1 as coefficient,
    node.filing_id as cell_filing_id,
    side.form,
    node.row_key,
    node.measure
from {{ ref('int_key') }} as node
inner join with_forms on node.filing_id = with_forms.filing_id
anti join carry_over on node.filing_id = carry_over.filing_id
cross join side
where node.form in ('income_by_function', 'expenditure_by_function') and node.measure = 'total'
