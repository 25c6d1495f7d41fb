select
    rule_id,
    family,
    severity,
    soft,
    name_zh,
    name_en,
    message_zh,
    message_en,
    forms,
    fy_from,
    fy_to,
    scopes,
    tolerance,
    look_at_zh,
    look_at_en
from {{ ref('rules') }}
order by rule_id
