-- 01, 04, 07: 年初 (t) = 年末 (t - 1), of the same filer and scope; in 05 and 08 where they print balances.
with pair as (
    select filing_id, before_id as prior_id from {{ ref('int_year_before') }}
),

line (form, opening_key, opening_measure, closing_key, closing_measure) as (
    values
    ('income_expenditure_summary', 'income.opening_balance', 'amount', 'expenditure.closing_balance', 'amount'),
    ('appropriation_summary', 'income.opening_balance', 'total', 'expenditure.closing_balance', 'total'),
    (
        'appropriation_summary',
        'income.opening_balance.general_budget', 'total', 'expenditure.closing_balance', 'general_budget'
    ),
    (
        'appropriation_summary',
        'income.opening_balance.government_fund', 'total', 'expenditure.closing_balance', 'government_fund'
    ),
    (
        'appropriation_summary',
        'income.opening_balance.state_capital', 'total', 'expenditure.closing_balance', 'state_capital'
    )
),

named as (
    select pair.*, line.*
    from pair
    cross join line
    inner join {{ ref('int_form') }} as here on pair.filing_id = here.filing_id and line.form = here.form
    inner join {{ ref('int_form') }} as before on pair.prior_id = before.filing_id and line.form = before.form
    where here.status <> 'unusable' and before.status <> 'unusable'
),

coded as (
    select distinct
        pair.filing_id,
        pair.prior_id,
        node.form,
        node.row_key as opening_key,
        'opening_balance' as opening_measure,
        node.row_key as closing_key,
        'closing_balance' as closing_measure
    from pair
    inner join {{ ref('int_key') }} as node
        on (pair.filing_id = node.filing_id and node.measure = 'opening_balance')
            or (pair.prior_id = node.filing_id and node.measure = 'closing_balance')
),

equation as (
    select * from named
    union all by name
    select * from coded
)

select
    'Y-OPEN' as rule_id,
    filing_id,
    concat_ws('|', form, opening_key, opening_measure) as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    form,
    opening_key as row_key,
    opening_measure as measure
from equation
union all
select
    'Y-OPEN' as rule_id,
    filing_id,
    concat_ws('|', form, opening_key, opening_measure) as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    prior_id as cell_filing_id,
    form,
    closing_key as row_key,
    closing_measure as measure
from equation
