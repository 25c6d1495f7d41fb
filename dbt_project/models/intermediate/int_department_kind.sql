-- The kind of each department by the keywords in its name: smallest priority, then longest keyword, then text order.
with name as (
    select distinct filer as name from {{ ref('stg_filing') }} where filer is not null
)

select name.name, kinds.kind, kinds.kind_zh
from name
inner join {{ ref('department_kinds') }} as kinds on contains(name.name, kinds.keyword)
qualify row_number() over (
        partition by name.name
        order by kinds.priority asc, length(kinds.keyword) desc, kinds.keyword asc
    ) = 1
