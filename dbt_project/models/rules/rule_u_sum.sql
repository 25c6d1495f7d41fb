-- Σ of the unit filings <= the department filing: 03 (basic, project), 05, 06, 09. Units that do not publish cannot be
-- known; where the units reach the department's total of 05, none is missing, and every cell is equal. Money that
-- passes between units is in neither basic nor project expenditure of the general budget, hence no total of 03.
with pair as (
    select department.filing_id, unit.filing_id as unit_id
    from {{ ref('stg_filing') }} as department
    inner join {{ ref('stg_filing') }} as unit
        on department.region_code = unit.region_code and department.fiscal_year = unit.fiscal_year
            and department.department = unit.department
    where department.is_current and unit.is_current and department.scope = 'department' and unit.scope = 'unit'
),

total as (
    select filing_id, amount_cny, step_cny
    from {{ ref('int_cell') }}
    where
        form = 'general_budget_by_function' and row_key = 'total' and measure = 'total' and state = 'printed'
),

complete as (
    select pair.filing_id
    from pair
    inner join total as whole on pair.filing_id = whole.filing_id
    left join total as part on pair.unit_id = part.filing_id
    group by pair.filing_id, whole.amount_cny, whole.step_cny
    having
        count(*) = count(part.filing_id)
        and abs(whole.amount_cny - sum(part.amount_cny)) * 2 < whole.step_cny + sum(part.step_cny)
),

-- Forms that the department and all its units have.
shared as (
    select pair.filing_id, of_unit.form
    from pair
    inner join {{ ref('int_form') }} as of_unit on pair.unit_id = of_unit.filing_id
    inner join {{ ref('int_form') }} as of_department
        on pair.filing_id = of_department.filing_id and of_unit.form = of_department.form
    where of_unit.status <> 'unusable' and of_department.status <> 'unusable'
    group by pair.filing_id, of_unit.form
    having count(*) = (select count(*) from pair as others where others.filing_id = pair.filing_id)
),

cell as (
    select filing_id, form, row_key, measure
    from {{ ref('int_key') }}
    where
        form in ('general_budget_by_function', 'basic_expenditure_by_economic', 'three_public')
        or (form = 'expenditure_by_function' and measure in ('basic', 'project'))
),

part as (
    select pair.filing_id, cell.filing_id as cell_filing_id, cell.form, cell.row_key, cell.measure
    from pair
    inner join cell on pair.unit_id = cell.filing_id
),

whole as (
    select filing_id, form, row_key, measure from part
    union distinct
    select cell.filing_id, cell.form, cell.row_key, cell.measure
    from cell
    semi join complete on cell.filing_id = complete.filing_id
),

term as (
    select filing_id, cell_filing_id, form, row_key, measure, 'left' as side from part
    union all by name
    select filing_id, filing_id as cell_filing_id, form, row_key, measure, 'right' as side from whole
)

select
    'U-SUM' as rule_id,
    term.filing_id,
    concat_ws('|', term.form, term.row_key, term.measure) as equation_key,
    case when complete.filing_id is null then '<=' else '=' end as relation,
    term.side,
    1 as coefficient,
    term.cell_filing_id,
    term.form,
    term.row_key,
    term.measure
from term
inner join shared on term.filing_id = shared.filing_id and term.form = shared.form
left join complete on term.filing_id = complete.filing_id
