-- The input of the analysis: published values of current filings, at all levels, by dimension. What is printed and
-- could not be read, or has no known unit, is a row without an amount: it is neither a zero nor absent. A code printed
-- twice is known when both its values are, a total printed twice (on the next page) when one is.
with item as (
    select
        *,
        amount_cny is null as is_unknown,
        level in ('total', 'subtotal') as is_whole,
        case
            when form in ('income_by_function', 'expenditure_by_function') and row_key = 'total' and role = 'total'
                then 'total'
            when
                form in ('income_expenditure_summary', 'appropriation_summary')
                and row_key in ('income.grand_total', 'expenditure.grand_total') and measure in ('amount', 'total')
                then 'total'
            when
                form = 'appropriation_summary' and row_key in ('income.income_total', 'expenditure.expenditure_total')
                and measure = 'total'
                then 'total'
            when form = 'expenditure_by_function' and row_key = 'total' and role = 'part' then 'nature'
            when form = 'expenditure_by_function' and role = 'total' then 'function'
            when fund is not null and key_kind = 'function' and row_key = 'total' and role = 'total' then 'fund'
            when fund is not null and key_kind = 'function' and role = 'total' then fund
            when form = 'general_budget_by_function' and row_key = 'total' and role = 'part'
                then 'general_budget_nature'
            when form = 'basic_expenditure_by_economic' and row_key <> 'total' then 'economic'
            when form = 'three_public' and measure = 'final' then 'three_public'
        end as dimension
    from {{ ref('int_line_item') }}
    where value is not null or value_source = 'unread'
),

published as (
    select
        *,
        case
            when is_whole then bool_and(is_unknown) over cell
            else bool_or(is_unknown) over cell
        end as cell_is_unknown
    from item
    where dimension is not null
    window cell as (partition by filing_id, form, row_key, measure)
    qualify row_number() over (
            partition by filing_id, form, row_key, measure
            order by is_unknown asc, occurrence asc
        ) = 1
),

kept as (
    select
        published.*,
        node.step as step_cny,
        case when not published.cell_is_unknown then node.number end as published_cny
    from published
    left join {{ ref('int_node') }} as node using (filing_id, form, row_key, measure)
)

select
    kept.filing_id,
    kept.department_id,
    departments.department_name as department,
    departments.department_kind,
    kept.region_code,
    kept.scope,
    kept.fiscal_year,
    kept.form,
    kept.row_key,
    kept.measure,
    kept.dimension,
    case
        when kept.dimension = 'total' and kept.row_key = 'total' then split_part(kept.form, '_by_', 1)
        when kept.row_key in ('income.income_total', 'expenditure.expenditure_total')
            then 'appropriation_' || split_part(kept.row_key, '.', 1)
        when kept.dimension = 'total'
            then
                case kept.form when 'appropriation_summary' then 'appropriation_' else '' end
                || replace(kept.row_key, '.', '_')
        when kept.dimension in ('nature', 'general_budget_nature') then kept.measure
        when kept.dimension = 'fund' then kept.fund
        else kept.row_key
    end as code,
    case
        when kept.dimension = 'total' and kept.row_key <> 'total'
            then
                case kept.form when 'appropriation_summary' then '财政拨款' else '' end
                || case
                    when kept.row_key not like '%.grand_total' then ''
                    when kept.side = 'income' then '收入'
                    else '支出'
                end
                || kept.line_zh
        when kept.dimension in ('total', 'nature', 'general_budget_nature') then kept.measure_zh
        when kept.dimension = 'fund' then kept.fund_zh
        else coalesce(years.code_name, kept.line_zh, nullif(kept.row_label, ''))
    end as code_name,
    kept.level as code_level,
    cast(kept.published_cny as decimal(20, 2)) as amount_cny,
    kept.step_cny,
    departments.lineage_id,
    choice.is_chosen,
    choice.is_additive,
    choice.scope_choice,
    years.harmonised_code,
    coalesce(years.is_harmonised, true) as is_harmonised,
    years.comparable_from,
    years.comparable_to,
    years.break_note_en,
    years.break_note_zh
from kept
inner join {{ ref('dim_department') }} as departments using (department_id)
left join {{ ref('dim_scope_choice') }} as choice on kept.filing_id = choice.filing_id
left join {{ ref('dim_code_year') }} as years
    on kept.code = years.code and kept.fiscal_year = years.fiscal_year
        and years.classification = case
            when kept.dimension in ('function', 'general_budget', 'government_fund', 'state_capital') then 'function'
            when kept.dimension = 'economic' then 'economic'
        end
