-- The money of projects, as read, in yuan too where a unit is named.
with unit as (
    select
        *,
        case unit when '元' then 1 when '千元' then 1000 when '万元' then 10000 when '亿元' then 100000000 end as yuan
    from {{ source('raw', 'project_funding') }}
)

select
    * exclude (fiscal_year, region, yuan),
    cast(round(requested * yuan, 2) as decimal(20, 2)) as requested_cny,
    cast(round(initial_budget * yuan, 2) as decimal(20, 2)) as initial_budget_cny,
    cast(round(budget * yuan, 2) as decimal(20, 2)) as budget_cny,
    cast(round(executed * yuan, 2) as decimal(20, 2)) as executed_cny,
    cast(round(balance * yuan, 2) as decimal(20, 2)) as balance_cny
from unit
