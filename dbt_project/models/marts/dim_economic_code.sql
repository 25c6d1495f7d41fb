-- The code list with the names of the last official list, and the codes that only filings show, marked observed.
with official as (
    select code, max_by(name, fiscal_year) as name, min(fiscal_year) as fy_from
    from {{ ref('official_codes') }}
    where classification = 'economic'
    group by code
),

code as (
    select
        ours.code, coalesce(official.name, ours.name) as name, ours.fy_from, ours.fy_to, ours.earlier_name_or_event,
        ours.confidence, ours.note, ours.gfsm2014, false as is_observed
    from {{ ref('economic_codes') }} as ours
    left join official on ours.code = official.code
    union all by name
    select official.code, official.name, official.fy_from, 'H' as confidence, false as is_observed
    from official
    anti join {{ ref('economic_codes') }} as ours on official.code = ours.code
    union all by name
    select code, name, true as is_observed
    from {{ ref('int_observed_code') }}
    where classification = 'economic' and code not in (select official.code from official)
),

parent as (
    select code.code, max(higher.code) as parent_code
    from code
    inner join code as higher on starts_with(code.code, higher.code) and length(code.code) > length(higher.code)
    group by code.code
),

successor as (
    select
        code,
        string_agg(successor, ';' order by successor) as successor_code,
        any_value(kind) as successor_kind,
        if(count(*) = 1, any_value(share), null) as successor_share,
        any_value(fy_from) as successor_fy
    from (
        select code, successor, share, fy_from, kind
        from {{ ref('code_events') }}
        where classification = 'economic' and kind in ('move', 'split')
        union
        select code, successor, cast(1 as decimal(9, 6)) as share, fy_from, 'move' as kind
        from {{ ref('int_code_move') }}
        where classification = 'economic'
    ) as event
    group by code
)

select
    code.code as economic_code,
    code.name as economic_name,
    {{ code_level('code.code') }} as code_level,
    parent.parent_code,
    case when regexp_full_match(code.code, '[0-9]{3,}') then left(code.code, 3) end as class_code,
    code.fy_from,
    code.fy_to,
    code.earlier_name_or_event,
    code.gfsm2014,
    regexp_extract(code.gfsm2014, '^[0-9]+') as gfsm_code,
    successor.successor_code,
    successor.successor_kind,
    successor.successor_share,
    successor.successor_fy,
    code.confidence,
    code.note,
    code.is_observed
from code
left join parent on code.code = parent.code
left join successor on code.code = successor.code
order by code.code
