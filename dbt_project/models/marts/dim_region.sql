-- One row a code: the name in use, or else the last one it carried. Codes that only filings name are kept, marked.
with listed as (
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
)

select
    region.region_code,
    region.name as region_name,
    region.level as region_level_zh,
    case region.level when '省级' then 'province' when '地级' then 'prefecture' when '县级' then 'county' end
        as region_level,
    coalesce(prefecture.region_code, province.region_code) as parent_code,
    region.province as province_name,
    prefecture.name as prefecture_name,
    region.status as status_zh,
    region.valid_from,
    region.valid_to,
    region.successor_code,
    region.origin
from region
left join latest as prefecture
    on prefecture.region_code = left(region.region_code, 4) || '00' and region.region_code <> prefecture.region_code
left join latest as province
    on province.region_code = left(region.region_code, 2) || '0000' and region.region_code <> province.region_code
order by region.region_code
