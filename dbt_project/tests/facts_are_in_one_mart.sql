-- Every line item that is a fact is a row of just one fact table, with its value; nothing else is a row of one but
-- residuals, and those are all there too.
{{ config(meta={'dagster': {'ref': {'name': 'int_item_fate'}}}) }}

with fact (filing_id, form, row_key, measure, occurrence, residual_of, number) as (
    select filing_id, form, row_key, source, occurrence, residual_of, amount_cny from {{ ref('fct_income') }}
    union all
    select filing_id, form, row_key, nature, occurrence, residual_of, amount_cny from {{ ref('fct_expenditure') }}
    union all
    select filing_id, form, row_key, nature, occurrence, residual_of, amount_cny
    from {{ ref('fct_appropriation_expenditure') }}
    union all
    select filing_id, form, row_key, 'amount', occurrence, residual_of, amount_cny
    from {{ ref('fct_basic_expenditure') }}
    union all
    select filing_id, form, row_key, measure, occurrence, residual_of, amount_cny from {{ ref('fct_account_line') }}
    union all
    select filing_id, form, row_key, measure, occurrence, residual_of, amount_cny from {{ ref('fct_three_public') }}
    union all
    select filing_id, form, row_key, 'value', occurrence, residual_of, coalesce(amount_cny, value)
    from {{ ref('fct_disclosure_statistic') }}
),

wanted as (
    select fate.filing_id, fate.form, fate.row_key, fate.measure, fate.occurrence, null as residual_of, item.number
    from {{ ref('int_item_fate') }} as fate
    inner join {{ ref('int_line_item') }} as item using (filing_id, form, row_key, measure, occurrence)
    where fate.fate = 'fact'
    union all
    select filing_id, form, row_key, measure, occurrence, residual_of, number
    from {{ ref('int_fact_row') }}
    where is_residual
),

missing as (
    select * from wanted
    except all
    select * from fact
),

surplus as (
    select * from fact
    except all
    select * from wanted
)

select 'missing' as what, * from missing
union all
select 'surplus' as what, * from surplus
