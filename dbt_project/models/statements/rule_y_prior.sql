-- This year's amount less its change is what the filing of the year before prints: else one of the two was restated.
with change as (
    select
        delta.*,
        spent.number - delta.number as implied,
        spent.low - delta.high as implied_low,
        spent.high - delta.low as implied_high,
        cell.amount_cny as before,
        cell.step_cny as before_step,
        cell.raw_text || cell.unit as before_shown,
        [{{ amount_place('spent') }}, {{ place(
            "'neighbour'", 'cell.filing_id', 'cell.form', 'cell.row_key', 'cell.measure', 'cell.row_label',
            'cell.raw_text', 'cell.amount_cny', 'cell.page', 'cell.sheet', 'cell.table_no', 'cell.row_no',
            'cell.col_no', 'cell.line_no'
        ) }}] as operands
    from {{ ref('int_text_fact') }} as delta
    inner join {{ ref('int_text_amount') }} as spent
        on delta.filing_id = spent.filing_id and delta.subject = spent.subject and spent.aspect = 'final'
    inner join {{ ref('int_year_before') }} as pair on delta.filing_id = pair.filing_id
    inner join {{ ref('int_cell') }} as cell
        on pair.before_id = cell.filing_id and delta.form = cell.form and delta.row_key = cell.row_key
            and delta.measure = cell.measure and cell.state = 'printed' and cell.occurrence = 1
    where delta.is_current and delta.aspect = 'delta' and delta.amount_cny is not null
    qualify row_number() over (
            partition by delta.filing_id, delta.fact_no
            order by
                abs(spent.number - delta.number - cell.amount_cny) asc, spent.source asc, spent.number asc,
                operands asc
        ) = 1
)

select
    {{ of_fact('change', 'Y-PRIOR', plain('cast(implied / factor as decimal(24, 6))') ~ " || coalesce(unit, '元')") }},
    before_shown as expected,
    case
        when implied = before then 'exact'
        when implied_low < before + before_step / 2 and implied_high > before - before_step / 2 then 'rounding'
        else 'fail'
    end as verdict,
    cast(before / factor as double) as expected_low,
    expected_low as expected_high,
    operands
from change
