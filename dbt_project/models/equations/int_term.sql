-- One row a cell of an equation: the terms of all rules, with what is printed there and where. `state`: `printed`,
-- `blank` (the cell is there and holds nothing), `unread`, `unlisted` (a code that a table does not list, or a table
-- printed empty: a statement of zero) or `missing` (a row, column or form that the filing does not have).
with term as (
    {{ all_terms() }}
),

-- A rule speaks of its own years and scopes only.
asked as (
    select term.*
    from term
    inner join {{ ref('rules') }} as rules on term.rule_id = rules.rule_id
    inner join {{ ref('stg_filing') }} as filing on term.filing_id = filing.filing_id
    where
        filing.fiscal_year between coalesce(rules.fy_from, 0) and coalesce(rules.fy_to, 9999)
        and (rules.scopes is null or list_contains(string_split(rules.scopes, ';'), filing.scope))
),

known_column as (
    select distinct filing_id, form, measure from {{ ref('int_key') }}
)

select
    substr(md5(concat_ws('|', asked.rule_id, asked.filing_id, asked.equation_key)), 1, 16) as equation_id,
    asked.rule_id,
    asked.filing_id,
    asked.equation_key,
    asked.relation,
    asked.side,
    asked.coefficient,
    asked.cell_filing_id,
    asked.form,
    asked.row_key,
    asked.measure,
    cell.occurrence,
    case
        when cell.state is not null then cell.state
        when form.status = 'empty' then 'unlisted'
        when form.status = 'read' and known_column.form is not null and regexp_full_match(asked.row_key, '[0-9]+')
            then 'unlisted'
        else 'missing'
    end as state,
    cell.amount_cny,
    cell.step_cny,
    coalesce(cell.is_count, false) as is_count,
    cell.value_source,
    cell.row_label,
    cell.raw_text,
    cell.unit,
    cell.page,
    cell.sheet,
    cell.table_no,
    cell.row_no,
    cell.col_no,
    cell.line_no
from asked
left join {{ ref('int_cell') }} as cell
    on asked.cell_filing_id = cell.filing_id and asked.form = cell.form and asked.row_key = cell.row_key
        and asked.measure = cell.measure
left join {{ ref('int_form') }} as form on asked.cell_filing_id = form.filing_id and asked.form = form.form
left join known_column
    on asked.cell_filing_id = known_column.filing_id and asked.form = known_column.form
        and asked.measure = known_column.measure
