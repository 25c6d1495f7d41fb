-- Under which department each department's series runs: the last one along its renames and merges.
with recursive step as (
    select department_id, department_id as lineage_id, 0 as fiscal_year
    from {{ ref('stg_filing') }}
    union
    select step.department_id, event.to_department_id, event.fiscal_year
    from step
    inner join {{ ref('int_department_event') }} as event
        on step.lineage_id = event.from_department_id and step.fiscal_year < event.fiscal_year
    where event.kind in ('rename', 'merge') and event.share = 1
)

select department_id, lineage_id
from step
qualify row_number() over (partition by department_id order by fiscal_year desc, lineage_id asc) = 1
