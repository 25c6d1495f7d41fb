-- One row a region code and span of years with one name: regions as they were.
select
    region_code,
    name as region_name,
    province as province_name,
    prefecture as prefecture_name,
    level as region_level_zh,
    status as status_zh,
    valid_from,
    valid_to,
    successor_code
from {{ ref('region_codes') }}
order by region_code asc, valid_from asc, name asc
