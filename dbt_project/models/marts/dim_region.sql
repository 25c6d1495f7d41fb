-- Regions and zones, one row a code: the name in use, or else the last one it carried. Codes that only filings name
-- are kept, marked.
with recursive listed as (
    select *, 'listed' as origin from {{ ref('region_codes') }}
    union all
    select *, 'fictional' as origin from {{ ref('fictional_regions') }}
),

latest as (
    select *
    from listed
    qualify row_number() over (
            partition by region_code
            order by valid_to is null desc, valid_to desc, valid_from desc, name asc
        ) = 1
),

observed as (
    select region_code, region_name as name, count(*) as n_filings
    from {{ ref('stg_filing') }}
    where region_code is not null and region_code not in (select latest.region_code from latest)
    group by region_code, region_name
    qualify row_number() over (
            partition by region_code
            order by region_name is null, count(*) desc, region_name asc
        ) = 1
),

region as (
    select region_code, name, level, status, province, valid_from, valid_to, successor_code, origin from latest
    union all by name
    select region_code, name, 'observed' as origin from observed
),

-- A code that was given up and has one successor runs on under it; where a region was divided it does not.
step as (
    select region_code, region_code as current_code, 0 as n from region
    union all
    select step.region_code, latest.successor_code as current_code, step.n + 1 as n
    from step
    inner join latest on step.current_code = latest.region_code
    where latest.valid_to is not null and regexp_full_match(latest.successor_code, '[0-9]{6}') and step.n < 10
),

current_code as (
    select region_code, max_by(current_code, n) as current_code
    from step
    group by region_code
)

select
    region.region_code,
    region.name as region_name,
    case
        when region.level = '国家级' then 'nation'
        when region.level = '省级' then 'province'
        when region.level = '地级' then 'prefecture'
        when region.level = '县级' then 'county'
        when length(region.region_code) > 6 then 'township'
        -- 开发区 and 管委会 keep accounts and have no code of GB/T 2260; the codes 71 to 79 are used for them.
        when regexp_full_match(region.region_code, '[0-9]{2}(7[1-9][0-9]{2}|[0-9]{2}7[1-9])') then 'development_zone'
    end as region_kind,
    region.level as region_level_zh,
    case region.level
        when '国家级' then 'nation' when '省级' then 'province' when '地级' then 'prefecture' when '县级' then 'county'
    end as region_level,
    coalesce(prefecture.region_code, province.region_code) as parent_code,
    region.province as province_name,
    prefecture.name as prefecture_name,
    region.status as status_zh,
    region.valid_from,
    region.valid_to,
    region.successor_code,
    current_code.current_code,
    region.origin
from region
left join current_code on region.region_code = current_code.region_code
left join latest as prefecture
    on prefecture.region_code = left(region.region_code, 4) || '00' and region.region_code <> prefecture.region_code
left join latest as province
    on province.region_code = left(region.region_code, 2) || '0000' and region.region_code <> province.region_code
order by region.region_code
