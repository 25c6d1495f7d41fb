-- What became of departments, by id: the curated list. A name without a filing has an id too.
select
    {{ department_id('region_code', department_key('department'), "''") }} as from_department_id,
    {{ department_id('region_code', department_key('successor'), "''") }} as to_department_id,
    *
from {{ ref('department_events') }}
