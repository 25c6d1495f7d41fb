-- The economic codes (支出经济分类), each once, with their GFSM 2014 code.
select
    code as economic_code,
    name as economic_name,
    code_level,
    parent_code,
    class_code,
    fy_from,
    fy_to,
    earlier_name_or_event,
    gfsm2014,
    regexp_extract(gfsm2014, '^[0-9]+') as gfsm_code,
    successor_code,
    successor_kind,
    successor_share,
    successor_fy,
    confidence,
    note,
    is_observed
from {{ ref('int_code') }}
where classification = 'economic'
order by code
