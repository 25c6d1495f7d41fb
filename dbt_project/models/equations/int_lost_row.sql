-- Rows that a form by function code should print and does not, each with a row that shows it: `parent_key` and
-- `row_key`, one of which is lost. A code whose 款 or 类 is not printed, though the form prints that level; or a row
-- without rows below it, though the form prints that level and another form of the filing has codes there.
-- A form of one chain of rows shows its levels by those of the others.
with size (n) as (
    values (3), (5), (7)
),

code as (
    select distinct filing_id, form, row_key, length(row_key) as n
    from {{ ref('int_key') }}
    where
        form in (
            'income_by_function', 'expenditure_by_function', 'general_budget_by_function',
            'government_fund_by_function', 'state_capital_by_function'
        )
        and regexp_full_match(row_key, '[0-9]+') and length(row_key) in (3, 5, 7)
),

level as (
    select filing_id, form, n, count(*) as n_rows from code group by filing_id, form, n
),

form as (
    select filing_id, form, max(n_rows) = 1 as is_chain, count(*) over (partition by filing_id) as n_forms
    from level
    group by filing_id, form
),

printing as (
    select filing_id, n, count(*) as n_forms from level group by filing_id, n
),

shows as (
    select form.filing_id, form.form, size.n
    from form
    cross join size
    left join level on form.filing_id = level.filing_id and form.form = level.form and size.n = level.n
    left join printing on form.filing_id = printing.filing_id and size.n = printing.n
    where
        level.n is not null
        or (form.is_chain and form.n_forms > 1 and printing.n_forms = form.n_forms - 1)
),

lost_above as (
    select code.filing_id, code.form, left(code.row_key, shows.n) as parent_key, code.row_key, shows.n, code.n as below
    from code
    inner join shows on code.filing_id = shows.filing_id and code.form = shows.form and code.n > shows.n
    anti join code as higher
        on code.filing_id = higher.filing_id and code.form = higher.form
            and left(code.row_key, shows.n) = higher.row_key
),

known as (
    select distinct filing_id, row_key, n from code
),

lost_below as (
    select code.filing_id, code.form, code.row_key as parent_key, known.row_key
    from code
    inner join known
        on code.filing_id = known.filing_id and code.n + 2 = known.n and starts_with(known.row_key, code.row_key)
    semi join shows on code.filing_id = shows.filing_id and code.form = shows.form and known.n = shows.n
    anti join code as lower
        on code.filing_id = lower.filing_id and code.form = lower.form
            and code.n < lower.n and starts_with(lower.row_key, code.row_key)
)

select above.filing_id, above.form, above.parent_key, above.row_key
from lost_above as above
anti join code as between_them
    on above.filing_id = between_them.filing_id and above.form = between_them.form
        and between_them.n between above.n + 1 and above.below - 1
        and starts_with(above.row_key, between_them.row_key)
union all
select filing_id, form, parent_key, row_key
from lost_below
