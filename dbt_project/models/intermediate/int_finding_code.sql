-- Codes, lines and units of current filings that the lists do not know, at the first place that shows each; the values
-- are kept. A code is the same in all forms: one finding a filing. `int_code_use` says how it stands to the list.
with doubt as (
    select
        item.*,
        use.fy_from,
        use.fy_to,
        use.confidence,
        case
            when use.standing = 'unknown' then 'unknown_code'
            when use.standing = 'unlisted' then 'unlisted_code'
            when use.standing = 'out_of_years' and item.number <> 0 then 'Y-CODE'
            when item.code is null and item.line_zh is null then 'unknown_line'
        end as rule_id,
        coalesce(item.code, item.row_key) as key,
        case when item.code is null then item.form else 'any' end as key_form
    from {{ ref('int_item') }} as item
    left join {{ ref('int_code_use') }} as use
        on item.filing_id = use.filing_id and item.code = use.code
            and use.classification = if(item.key_kind = 'economic', 'economic', 'function')
    union all by name
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
    -- A year that the list itself is not sure of is no doubt about the filing.
    if(rule_id = 'unlisted_code' or (rule_id = 'Y-CODE' and confidence <> 'H'), 'info', 'warn') as severity,
    filing_id,
    fiscal_year,
    region_code,
    case rule_id
        when 'unknown_code'
            then 'Code ' || key || ' is not in the code list, which has all of its level; kept as printed'
        when 'unlisted_code'
            then 'Code ' || key || ' is below a listed code, in a level that the code list has only in part'
        when 'Y-CODE'
            then 'Code ' || key || ' is of fiscal years ' || coalesce(cast(fy_from as varchar), '…') || ' to '
                || coalesce(cast(fy_to as varchar), '…') || ', and is used in ' || fiscal_year
        when 'unknown_line' then 'Row ' || key || ' is no known line of this form; kept as printed'
        else 'Unit "' || key || '" is not known; the value is in no fact'
    end as message_en,
    case rule_id
        when 'unknown_code' then '科目编码 ' || key || ' 不在编码表中（该级编码表应为完整），按原文保留'
        when 'unlisted_code' then '科目编码 ' || key || ' 的上级科目已知，编码表未列全该级科目，按原文保留'
        when 'Y-CODE'
            then '科目编码 ' || key || ' 适用于 ' || coalesce(cast(fy_from as varchar), '…') || '–'
                || coalesce(cast(fy_to as varchar), '…') || ' 年度，本文件为 ' || fiscal_year || ' 年度'
        when 'unknown_line' then '行 ' || key || ' 不是本表的已知项目，按原文保留'
        else '计量单位“' || key || '”无法识别，该数值未进入事实表'
    end as message_zh,
    form,
    row_key,
    measure,
    row_label as raw_text,
    case
        when rule_id = 'Y-CODE'
            then coalesce(cast(fy_from as varchar), '…') || '–' || coalesce(cast(fy_to as varchar), '…')
    end as expected,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no,
    1 as occurrence
from first_place
