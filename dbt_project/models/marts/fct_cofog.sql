-- Expenditure of the year by COFOG division, in two bridges. `naive` goes by the class of each code. China books the
-- employer's contributions and housing of every office apart; `on_cost_adjusted` gives them to the division that the
-- rest of the filing's spending is mostly for. Where no division is ahead of the others they stay where they are.
with own as (
    select filing_id, division, sum(number) as own_cny
    from {{ ref('int_cofog_node') }}
    where not is_on_cost and division is not null
    group by filing_id, division
),

ahead as (
    select filing_id, division
    from own
    where own_cny > 0
    qualify rank() over (partition by filing_id order by own_cny desc) = 1
),

dominant as (
    select filing_id, any_value(division) as division
    from ahead
    group by filing_id
    having count(*) = 1
),

bridged as (
    select filing_id, 'naive' as bridge, division, number, 0 as on_cost
    from {{ ref('int_cofog_node') }}
    union all
    select
        node.filing_id,
        'on_cost_adjusted' as bridge,
        if(node.is_on_cost, coalesce(dominant.division, node.division), node.division) as division,
        node.number,
        if(node.is_on_cost and dominant.division is not null, node.number, 0) as on_cost
    from {{ ref('int_cofog_node') }} as node
    left join dominant on node.filing_id = dominant.filing_id
),

summed as (
    select filing_id, bridge, division, sum(number) as number, sum(on_cost) as on_cost, bool_or(number <> 0) as is_used
    from bridged
    group by filing_id, bridge, division
),

whole as (
    select *, sum(number) over (partition by filing_id, bridge) as total
    from summed
)

select
    whole.filing_id,
    filing.fiscal_year,
    filing.region_code,
    filing.department_id,
    filing.scope,
    whole.bridge,
    whole.division as cofog_division,
    division.name_en as cofog_name_en,
    division.name_zh as cofog_name_zh,
    cast(whole.number as decimal(20, 2)) as amount_cny,
    cast(whole.on_cost as decimal(20, 2)) as on_cost_cny,
    cast(whole.total as decimal(20, 2)) as total_cny,
    case when whole.total > 0 then cast(100 * whole.number / whole.total as decimal(9, 4)) end as share_pct
from whole
inner join {{ ref('stg_filing') }} as filing on whole.filing_id = filing.filing_id
left join {{ ref('cofog_divisions') }} as division on whole.division = division.division
where whole.is_used
order by
    filing.fiscal_year asc, filing.region_code asc, filing.department_id asc, whole.filing_id asc, whole.bridge asc,
    whole.division asc nulls last
