-- Growth in percent is that over what the filing of the year before prints.
with growth as (
    select
        rate.*,
        abs(cast(rate.value as double)) as rate,
        1.0 / power(10, rate.decimals) as rate_step,
        cell.amount_cny - cell.step_cny / 2 as base_low,
        cell.amount_cny + cell.step_cny / 2 as base_high,
        {{ percent_low('spent.low', 'spent.high', 'base_low', 'base_high') }} - 100 as ratio_low,
        {{ percent_high('spent.low', 'spent.high', 'base_low', 'base_high') }} - 100 as ratio_high,
        [{{ amount_place('spent') }}, {{ place(
            "'neighbour'", 'cell.filing_id', 'cell.form', 'cell.row_key', 'cell.measure', 'cell.row_label',
            'cell.raw_text', 'cell.amount_cny', 'cell.page', 'cell.sheet', 'cell.table_no', 'cell.row_no',
            'cell.col_no', 'cell.line_no'
        ) }}] as operands
    from {{ ref('int_text_fact') }} as rate
    inner join {{ ref('int_text_amount') }} as spent
        on rate.filing_id = spent.filing_id and rate.subject = spent.subject and spent.aspect = 'final'
    inner join {{ ref('int_year_before') }} as pair on rate.filing_id = pair.filing_id
    inner join {{ ref('int_cell') }} as cell
        on pair.before_id = cell.filing_id and rate.form = cell.form and rate.row_key = cell.row_key
            and rate.measure = cell.measure and cell.state = 'printed' and cell.occurrence = 1
            and cell.amount_cny > cell.step_cny
    where rate.is_current and rate.aspect = 'growth' and rate.has_digits and coalesce(rate.unit, '%') in ('%', '％')
),

judged as (
    select
        *,
        -- Without its sign, as N-YOY-PCT.
        case when ratio_high < 0 then -ratio_high else ratio_low end as least_rate,
        case when ratio_high < 0 then -ratio_low else ratio_high end as most_rate
    from growth
)

select
    {{ of_fact('judged', 'Y-PCT') }},
    cast(cast(round((ratio_low + ratio_high) / 2, 2) as decimal(20, 2)) as varchar) || '%' as expected,
    case
        when abs(rate - (least_rate + most_rate) / 2) <= rate_step / 2 then 'exact'
        when rate + rate_step / 2 + 1e-9 >= least_rate and rate - rate_step / 2 - 1e-9 <= most_rate then 'rounding'
        else 'fail'
    end as verdict,
    ratio_low as expected_low,
    ratio_high as expected_high,
    operands
from judged
qualify row_number() over (
        partition by filing_id, fact_no order by list_position(['exact', 'rounding', 'fail'], verdict) asc, operands asc
    ) = 1
