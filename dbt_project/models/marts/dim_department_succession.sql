-- What became of departments: the curated list, with the ids of the filers that it speaks of.
select
    event.from_department_id,
    event.to_department_id,
    event.region_code,
    event.department as from_name,
    event.successor as to_name,
    event.kind,
    event.share,
    event.fiscal_year,
    event.effective_on,
    event.from_department_id in (select filing.department_id from {{ ref('stg_filing') }} as filing) as from_has_filed,
    event.to_department_id in (select filing.department_id from {{ ref('stg_filing') }} as filing) as to_has_filed,
    event.confidence,
    event.note
from {{ ref('int_department_event') }} as event
order by event.region_code asc, event.fiscal_year asc, event.department asc, event.successor asc
