-- The COFOG division of every function code: its own, or that of the nearest listed code above it. Null where the list
-- leaves it open (99: financing, or by content).
with listed as (
    select code, nullif(cofog_division_default, '99') as division, cofog_division_default is not null as says
    from {{ ref('function_codes') }}
)

select shown.code, listed.division
from {{ ref('int_code') }} as shown
left join listed on starts_with(shown.code, listed.code) and listed.says
where shown.classification = 'function'
qualify row_number() over (partition by shown.code order by length(listed.code) desc nulls last) = 1
