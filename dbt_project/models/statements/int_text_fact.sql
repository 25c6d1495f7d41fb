-- One row a number of the text of a current filing, with the interval that it stands for and the cell that it names.
-- `number` is yuan, or the value where the unit is no money. A number that drops its last zeros (188 for 188.00) is
-- taken at the precision of its cell, where the cell agrees with it.
with fact as (
    select
        fact.*,
        filing.department_id,
        filing.scope,
        left(fact.period, 4) = cast(filing.fiscal_year as varchar) as is_current,
        try_cast(left(fact.period, 4) as integer) = filing.fiscal_year - 1 as is_prior,
        case
            when fact.form = 'three_public' and fact.aspect like '%budget' then 'budget'
            when fact.form = 'three_public' then 'final'
            else fact.measure
        end as cell_measure,
        regexp_matches(fact.raw_text, '[0-9]') as has_digits,
        {{ decimals_of("replace(fact.raw_text, ',', '')") }} as decimals,
        coalesce(units.kind = 'money', false) as is_money,
        coalesce(case when units.kind = 'money' then units.factor_cny end, 1) as factor
    from {{ source('raw', 'narrative_fact') }} as fact
    inner join {{ ref('stg_filing') }} as filing on fact.filing_id = filing.filing_id and filing.is_current
    left join {{ ref('units') }} as units on fact.unit = units.unit
),

measured as (
    select
        *,
        cast(coalesce(amount_cny, value) as decimal(24, 6)) as number,
        -- A zero without decimals, or in words, is no rounded amount.
        cast(factor / power(10, case when value = 0 then greatest(decimals, 2) else decimals end) as decimal(24, 6))
            as step
    from fact
),

cell as (
    select *
    from {{ ref('int_cell') }}
    qualify row_number() over (partition by filing_id, form, row_key, measure order by occurrence asc) = 1
),

matched as (
    select
        measured.*,
        cell.state as cell_state,
        case when cell.state = 'printed' then cell.amount_cny end as cell_number,
        cell.step_cny as cell_step,
        cell.raw_text as cell_text,
        cell.unit as cell_unit,
        cell_units.factor_cny as cell_factor,
        coalesce(cell.row_label, lines.label_zh) as cell_label,
        forms.title_zh,
        case when measured.cell_measure not in ('total', 'amount', 'value') then measures.label_zh end as measure_zh,
        cell.page as cell_page,
        cell.sheet as cell_sheet,
        cell.table_no as cell_table_no,
        cell.row_no as cell_row_no,
        cell.col_no as cell_col_no,
        cell.line_no as cell_line_no,
        coalesce(abs(measured.number - cell.amount_cny) * 2 < measured.step + cell.step_cny, false)
        and measured.aspect = 'final' as agrees
    from measured
    left join cell
        on measured.filing_id = cell.filing_id and measured.form = cell.form and measured.row_key = cell.row_key
            and measured.cell_measure = cell.measure and measured.is_current
            and measured.aspect in ('final', 'budget', 'adjusted_budget', 'unnamed_budget', 'count')
    left join {{ ref('form_lines') }} as lines on measured.form = lines.form and measured.row_key = lines.row_key
    left join {{ ref('forms') }} as forms on measured.form = forms.form
    left join {{ ref('measures') }} as measures
        on measured.form = measures.form and measured.cell_measure = measures.measure
            and measures.side is not distinct from
            case when forms.key_kind = 'line' then nullif(split_part(measured.row_key, '.', 1), measured.row_key) end
    left join {{ ref('units') }} as cell_units on cell.unit = cell_units.unit and cell_units.kind = 'money'
)

select
    * exclude (measure),
    cell_measure as measure,
    concat_ws(
        '|',
        coalesce(form, '-'),
        coalesce(row_key, '?' || coalesce(name, '-')),
        case when form = 'three_public' then '-' else coalesce(cell_measure, '-') end
    ) as subject,
    coalesce(
        name,
        case
            when form is not null then concat_ws(' ', title_zh, cell_label, measure_zh)
        end,
        -- What the sentence says before the number.
        nullif(regexp_extract(split_part(sentence, raw_text, 1), '[^，。；、：,;]*$'), ''),
        row_key,
        ''
    ) as spoken,
    -- What the cell has, under 元 for 万元 or 万元 for 元: the unit is what is wrong.
    coalesce(
        is_money and number <> 0 and number <> cell_number and factor in (1, 10000)
        and abs(value * 10000 / factor - cell_number) * 2 < step * 10000 / (factor * factor) + cell_step,
        false
    ) as is_unit_slip,
    case
        when unit is null or not has_digits or contains(raw_text, unit) then raw_text
        else raw_text || unit
    end as shown,
    case when agrees then greatest(number - step / 2, cell_number - cell_step / 2) else number - step / 2 end as low,
    case when agrees then least(number + step / 2, cell_number + cell_step / 2) else number + step / 2 end as high
from matched
