-- The function codes (支出功能分类), each once, with their COFOG division.
select
    code as function_code,
    name as function_name,
    code_level,
    parent_code,
    class_code,
    fy_from,
    fy_to,
    earlier_name_or_event,
    cofog_division,
    successor_code,
    successor_kind,
    successor_share,
    successor_fy,
    confidence,
    note,
    is_observed
from {{ ref('int_code') }}
where classification = 'function'
order by code
