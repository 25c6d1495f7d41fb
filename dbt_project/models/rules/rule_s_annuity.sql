-- 06: 30109 between 0.4 and 0.6 of 30108 (contributions are 8 % and 16 %), where both are printed.
-- The one rule with coefficients other than 1.
with printed as (
    select filing_id
    from {{ ref('int_cell') }}
    where form = 'basic_expenditure_by_economic' and row_key in ('30108', '30109') and amount_cny > 0
    group by filing_id
    having count(distinct row_key) = 2
),

term (equation_key, side, coefficient, row_key) as (
    values
    ('at_most_0.6', 'left', 5, '30109'),
    ('at_most_0.6', 'right', 3, '30108'),
    ('at_least_0.4', 'left', 2, '30108'),
    ('at_least_0.4', 'right', 5, '30109')
)

select
    'S-ANNUITY' as rule_id,
    printed.filing_id,
    term.equation_key,
    '<=' as relation,
    term.side,
    term.coefficient,
    printed.filing_id as cell_filing_id,
    'basic_expenditure_by_economic' as form,
    term.row_key,
    'amount' as measure
from printed
cross join term
