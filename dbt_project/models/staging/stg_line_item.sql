-- One row a line item, as read: typed, with the side of a two-sided form, the code and what its length says.
with item as (
    select
        item.*,
        forms.key_kind,
        forms.fund,
        forms.fund_zh,
        line.level as line_level,
        line.label_zh as line_zh,
        case
            when forms.key_kind = 'line' and item.row_key like 'income.%' then 'income'
            when forms.key_kind = 'line' and item.row_key like 'expenditure.%' then 'expenditure'
        end as side,
        case
            when forms.key_kind in ('function', 'economic') and line.row_key is null then item.row_key
            when regexp_full_match(item.row_key, 'expenditure[.][0-9]+') then substr(item.row_key, 13)
        end as code
    from {{ source('raw', 'line_item') }} as item
    left join {{ ref('forms') }} as forms on item.form = forms.form
    left join {{ ref('form_lines') }} as line on item.form = line.form and item.row_key = line.row_key
)

select
    *,
    coalesce(line_level, {{ code_level('code') }}) as level,
    case when regexp_full_match(code, '[0-9]{3,}') then left(code, 3) end as code_class
from item
