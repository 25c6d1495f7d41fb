-- One row a code and fiscal year of the warehouse: its name as of the year, whether it is valid in it, and the
-- harmonised code under which its series runs over moves. Two years of a harmonised code can be compared where the
-- later one's `comparable_from` is not after the earlier one.
with recursive fiscal_year as (
    select distinct fiscal_year from {{ ref('stg_filing') }} where fiscal_year is not null
),

official_year as (
    select distinct classification, fiscal_year from {{ ref('official_codes') }}
),

code as (
    select classification, code, bool_or(is_listed) as is_listed, bool_or(other_meaning) as is_used_anew
    from {{ ref('int_code_list') }}
    group by all
),

named as (
    -- The span of the year, in an official list's year that of the list; outside of all spans the nearest one that
    -- means the same.
    select
        code.classification,
        code.code,
        fiscal_year.fiscal_year,
        code.is_listed,
        code.is_used_anew,
        list.name,
        list.fy_from,
        list.fy_to,
        list.cofog_division,
        list.gfsm2014,
        list.other_meaning,
        fiscal_year.fiscal_year between coalesce(list.fy_from, 0) and coalesce(list.fy_to, 9999)
        and (list.source = 'official' or official_year.fiscal_year is null) as is_valid
    from code
    cross join fiscal_year
    inner join {{ ref('int_code_list') }} as list
        on code.classification = list.classification and code.code = list.code
    left join official_year
        on code.classification = official_year.classification and fiscal_year.fiscal_year = official_year.fiscal_year
    qualify row_number() over (
            partition by code.classification, code.code, fiscal_year.fiscal_year
            order by
                is_valid desc,
                list.other_meaning asc,
                greatest(
                    coalesce(list.fy_from, 0) - fiscal_year.fiscal_year,
                    fiscal_year.fiscal_year - coalesce(list.fy_to, 9999)
                ) asc,
                list.fy_from asc nulls first,
                list.source asc
        ) = 1
),

-- A code that is used anew moves in the years of its old meaning only; every other code moves whenever it is printed.
step as (
    select
        classification, code, fiscal_year, is_used_anew and not other_meaning as stays, code as harmonised_code,
        0 as moved_fy
    from named
    union all
    select step.classification, step.code, step.fiscal_year, false as stays, move.successor, move.fy_from
    from step
    inner join {{ ref('int_code_move') }} as move
        on step.classification = move.classification and step.harmonised_code = move.code
            and step.moved_fy < move.fy_from
            and (not move.is_used_anew or step.fiscal_year < move.fy_from)
    where not step.stays
),

harmonised as (
    select classification, code, fiscal_year, harmonised_code
    from step
    qualify row_number() over (partition by classification, code, fiscal_year order by moved_fy desc) = 1
),

member as (
    select distinct classification, code, harmonised_code from harmonised
    union
    select distinct classification, harmonised_code as code, harmonised_code from harmonised
),

break_of as (
    -- A break of any code that runs under a harmonised one is a break of it.
    select distinct
        member.classification,
        member.harmonised_code,
        breaks.fy_from,
        breaks.break_note_en,
        breaks.break_note_zh
    from member
    inner join {{ ref('int_code_break') }} as breaks
        on member.classification = breaks.classification and member.code = breaks.code
    where breaks.effects <> 'used_anew' or member.code = member.harmonised_code
)

select
    named.classification,
    named.code,
    named.fiscal_year,
    named.name as code_name,
    {{ code_level('named.code') }} as code_level,
    named.is_listed,
    named.is_listed and named.is_valid as is_valid,
    harmonised.harmonised_code,
    harmonised.harmonised_code <> named.code as is_moved,
    max(break_of.fy_from) filter (where break_of.fy_from <= named.fiscal_year) as comparable_from,
    min(break_of.fy_from) filter (where break_of.fy_from > named.fiscal_year) - 1 as comparable_to,
    count(break_of.fy_from) filter (where break_of.fy_from > named.fiscal_year) = 0 as is_harmonised,
    string_agg(break_of.break_note_en, '; ' order by break_of.fy_from, break_of.break_note_en) as break_note_en,
    string_agg(break_of.break_note_zh, '；' order by break_of.fy_from, break_of.break_note_zh) as break_note_zh
from named
inner join harmonised using (classification, code, fiscal_year)
left join break_of
    on named.classification = break_of.classification and harmonised.harmonised_code = break_of.harmonised_code
group by all
order by named.classification asc, named.code asc, named.fiscal_year asc
