-- The code list, and the codes that only filings show, marked observed.
with code as (
    select
        code, name, fy_from, fy_to, earlier_name_or_event, confidence, note,
        cofog_division_default as cofog_division,
        false as is_observed
    from {{ ref('function_codes') }}
    union all by name
    select code, name, true as is_observed
    from {{ ref('int_observed_code') }}
    where classification = 'function'
),

parent as (
    select code.code, max(higher.code) as parent_code
    from code
    inner join code as higher on starts_with(code.code, higher.code) and length(code.code) > length(higher.code)
    group by code.code
)

select
    code.code as function_code,
    code.name as function_name,
    {{ code_level('code.code') }} as code_level,
    parent.parent_code,
    case when regexp_full_match(code.code, '[0-9]{3,}') then left(code.code, 3) end as class_code,
    code.fy_from,
    code.fy_to,
    code.earlier_name_or_event,
    code.cofog_division,
    code.confidence,
    code.note,
    code.is_observed
from code
left join parent on code.code = parent.code
order by code.code
