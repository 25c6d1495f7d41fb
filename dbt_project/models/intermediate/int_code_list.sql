-- Every code that is known, with each span of fiscal years in which it bore a name: our lists, the names of earlier
-- years, official lists of a year, and codes that only filings show. `other_meaning` spans stand for something else
-- than the code does now.
with ours as (
    select
        'function' as classification, code, name, fy_from, fy_to, cofog_division_default as cofog_division,
        cast(null as varchar) as gfsm2014, confidence, note
    from {{ ref('function_codes') }}
    union all by name
    select 'economic' as classification, code, name, fy_from, fy_to, gfsm2014, confidence, note
    from {{ ref('economic_codes') }}
),

earlier as (
    select names.*, ours.cofog_division, ours.code is not null as is_listed, ours.fy_from as listed_from
    from {{ ref('code_names') }} as names
    left join ours on names.classification = ours.classification and names.code = ours.code
),

last_earlier as (
    select classification, code, max(fy_to) as fy_to
    from earlier
    group by classification, code
),

present as (
    -- The present name begins after the last earlier one.
    select
        ours.* exclude (fy_from),
        greatest(ours.fy_from, last_earlier.fy_to + 1) as fy_from,
        false as other_meaning,
        true as is_listed
    from ours
    left join last_earlier on ours.classification = last_earlier.classification and ours.code = last_earlier.code
),

former as (
    select
        classification, code, name, greatest(fy_from, if(other_meaning, null, listed_from)) as fy_from, fy_to,
        cofog_division, gfsm2014, confidence, other_meaning, is_listed
    from earlier
)

select *, 'list' as source from present
union all by name
select *, 'list' as source from former
union all by name
select
    official.classification, official.code, official.name, official.fiscal_year as fy_from,
    official.fiscal_year as fy_to, ours.cofog_division, ours.gfsm2014, false as other_meaning, true as is_listed,
    'H' as confidence, 'official' as source
from {{ ref('official_codes') }} as official
left join ours on official.classification = ours.classification and official.code = ours.code
union all by name
select classification, code, name, false as other_meaning, false as is_listed, 'observed' as source
from {{ ref('int_observed_code') }}
anti join earlier using (classification, code)
anti join {{ ref('official_codes') }} using (classification, code)
