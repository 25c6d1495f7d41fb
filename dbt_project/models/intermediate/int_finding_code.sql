-- Codes, lines and units of current filings that the lists do not know, at the first place that shows each; the values
-- are kept. A code is the same in all forms, and our list need not have it: one finding a filing, for information.
with doubt as (
    select
        item.*,
        case
            when item.code is not null and (functions.is_observed or economics.is_observed) then 'unknown_code'
            when item.code is null and item.line_zh is null then 'unknown_line'
        end as rule_id,
        coalesce(item.code, item.row_key) as key,
        case when item.code is null then item.form else 'any' end as key_form
    from {{ ref('int_item') }} as item
    left join {{ ref('dim_function_code') }} as functions
        on item.key_kind <> 'economic' and item.code = functions.function_code
    left join {{ ref('dim_economic_code') }} as economics
        on item.key_kind = 'economic' and item.code = economics.economic_code
    union all
    select item.*, 'unknown_unit' as rule_id, coalesce(item.unit, '') as key, item.form as key_form
    from {{ ref('int_item') }} as item
    where item.number is null
),

first_place as (
    select *
    from doubt
    where rule_id is not null
    qualify row_number() over (
            partition by filing_id, key_form, rule_id, key
            order by table_no asc, row_no asc, col_no asc, line_no asc, measure asc, occurrence asc
        ) = 1
)

select
    rule_id,
    'warehouse' as origin,
    if(rule_id = 'unknown_code', 'info', 'warn') as severity,
    filing_id,
    fiscal_year,
    region_code,
    case rule_id
        when 'unknown_code' then 'Code ' || key || ' is not in the code list; kept as printed'
        when 'unknown_line' then 'Row ' || key || ' is no known line of this form; kept as printed'
        else 'Unit "' || key || '" is not known; the value is in no fact'
    end as message_en,
    case rule_id
        when 'unknown_code' then '科目编码 ' || key || ' 不在编码表中，按原文保留'
        when 'unknown_line' then '行 ' || key || ' 不是本表的已知项目，按原文保留'
        else '计量单位“' || key || '”无法识别，该数值未进入事实表'
    end as message_zh,
    form,
    row_key,
    measure,
    row_label as raw_text,
    cast(null as varchar) as expected,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no,
    1 as occurrence
from first_place
