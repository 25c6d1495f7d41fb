-- Every code once: our list with the names of the last official list, codes that only an official list has, and codes
-- that only filings show (observed); the code above it, and what became of it.
with official as (
    select classification, code, max_by(name, fiscal_year) as name, min(fiscal_year) as fy_from
    from {{ ref('official_codes') }}
    group by classification, code
),

ours as (
    select
        'function' as classification, code, name, fy_from, fy_to, earlier_name_or_event, confidence, note,
        cofog_division_default as cofog_division, cast(null as varchar) as gfsm2014
    from {{ ref('function_codes') }}
    union all by name
    select
        'economic' as classification, code, name, fy_from, fy_to, earlier_name_or_event, confidence, note, gfsm2014
    from {{ ref('economic_codes') }}
),

code as (
    select ours.* replace (coalesce(official.name, ours.name) as name), false as is_observed
    from ours
    left join official on ours.classification = official.classification and ours.code = official.code
    union all by name
    select official.*, 'H' as confidence, false as is_observed
    from official
    anti join ours on official.classification = ours.classification and official.code = ours.code
    union all by name
    select observed.classification, observed.code, observed.name, true as is_observed
    from {{ ref('int_observed_code') }} as observed
    anti join official on observed.classification = official.classification and observed.code = official.code
),

parent as (
    select code.classification, code.code, max(higher.code) as parent_code
    from code
    inner join code as higher
        on code.classification = higher.classification
            and starts_with(code.code, higher.code) and length(code.code) > length(higher.code)
    group by code.classification, code.code
),

successor as (
    select
        classification,
        code,
        string_agg(successor, ';' order by successor) as successor_code,
        any_value(kind) as successor_kind,
        if(count(*) = 1, any_value(share), null) as successor_share,
        any_value(fy_from) as successor_fy
    from (
        select classification, code, successor, share, fy_from, kind
        from {{ ref('code_events') }}
        where kind in ('move', 'split')
        union
        select classification, code, successor, cast(1 as decimal(9, 6)) as share, fy_from, 'move' as kind
        from {{ ref('int_code_move') }}
    ) as event
    group by classification, code
)

select
    code.*,
    {{ code_level('code.code') }} as code_level,
    case when regexp_full_match(code.code, '[0-9]{3,}') then left(code.code, 3) end as class_code,
    parent.parent_code,
    successor.successor_code,
    successor.successor_kind,
    successor.successor_share,
    successor.successor_fy
from code
left join parent on code.classification = parent.classification and code.code = parent.code
left join successor on code.classification = successor.classification and code.code = successor.code
