-- An amount or count of the text is what the form prints for it. A subtotal that was added again from rounded rows may
-- miss by their rounding. A difference of the last digit, and an amount where the form has none, is to be looked at.
with fact as (
    select
        fact.*,
        form.status as form_status,
        cell_step
        * case when regime.regime = 'R2' then greatest(leaves.n_leaves, leaves.n_parts, 1) else 1 end as allowed
    from {{ ref('int_text_fact') }} as fact
    left join {{ ref('int_form') }} as form on fact.filing_id = form.filing_id and fact.form = form.form
    left join {{ ref('int_rounding_regime') }} as regime on fact.filing_id = regime.filing_id
    left join {{ ref('int_leaf_count') }} as leaves
        on fact.filing_id = leaves.filing_id and fact.form = leaves.form and fact.row_key = leaves.row_key
            and fact.measure = leaves.measure
    where
        fact.is_current and fact.form is not null and fact.row_key is not null and fact.number is not null
        and fact.aspect in ('final', 'budget', 'adjusted_budget', 'unnamed_budget', 'count') and not fact.is_unit_slip
        and (fact.form = 'three_public' or fact.aspect in ('final', 'count'))
        and (fact.is_money or fact.number = 0 or cell_factor is null)
)

select
    {{ of_fact('fact', 'N-T') }},
    coalesce(cell_text || coalesce(cell_unit, ''), '—') as expected,
    case
        when cell_number is not null and number = cell_number then 'exact'
        when cell_number is not null and abs(number - cell_number) * 2 < step + coalesce(allowed, 0) then 'rounding'
        when cell_number is not null then 'fail'
        when cell_state = 'unread' then 'not_evaluated'
        when number = 0 and (cell_state = 'blank' or form_status = 'empty') then 'vacuous'
        when cell_state = 'blank' or form_status = 'empty' then 'fail'
        when form_status = 'read' and regexp_full_match(row_key, '[0-9]+') and number <> 0 then 'fail'
        when form_status = 'read' and regexp_full_match(row_key, '[0-9]+') then 'vacuous'
        else 'not_evaluated'
    end as verdict,
    case
        when cell_number is null or aspect in ('budget', 'adjusted_budget', 'unnamed_budget') then 'warn'
        when is_money and abs(number - cell_number) <= greatest(step, cell_step) then 'warn'
    end as severity,
    cast(cell_number as double) as expected_low,
    expected_low as expected_high,
    [{{ place(
        "'operand'", 'filing_id', 'form', 'row_key', 'measure', 'cell_label', 'cell_text', 'cell_number',
        'cell_page', 'cell_sheet', 'cell_table_no', 'cell_row_no', 'cell_col_no', 'cell_line_no'
    ) }}] as operands
from fact
