-- Where a code cannot be followed over a fiscal year: what it stands for before `fy_from` and from then on is not the
-- same, and no harmonised code heals it. Whole moves heal the two codes, not the levels above that lose or win, and not
-- the items below, but for those that move along.
with event as (
    select * from {{ ref('code_events') }}
),

known as (
    select distinct classification, code from {{ ref('int_code_list') }}
    union
    select classification, code from event
    union
    select classification, successor from event where successor is not null
),

own as (
    select classification, fy_from, code, 'lost' as effect, code as old, successor as new
    from event
    where kind <> 'move'
    union
    select classification, fy_from, successor, 'won' as effect, code as old, successor as new
    from event
    where kind in ('split', 'part')
),

above as (
    select event.classification, event.fy_from, known.code, 'lost' as effect, event.code as old, event.successor as new
    from event
    inner join known
        on event.classification = known.classification and starts_with(event.code, known.code)
            and event.code <> known.code and not starts_with(coalesce(event.successor, ''), known.code)
    union
    select event.classification, event.fy_from, known.code, 'won' as effect, event.code as old, event.successor as new
    from event
    inner join known
        on event.classification = known.classification and starts_with(event.successor, known.code)
            and event.successor <> known.code and not starts_with(event.code, known.code)
),

below as (
    select
        event.classification, event.fy_from, known.code,
        if(starts_with(known.code, event.code), 'lost', 'won') as effect, event.code as old, event.successor as new
    from event
    inner join known
        on event.classification = known.classification
            and (
                (starts_with(known.code, event.code) and event.code <> known.code)
                or (starts_with(known.code, event.successor) and event.successor <> known.code)
            )
    anti join {{ ref('int_code_move') }} as move
        on event.fy_from = move.fy_from and known.classification = move.classification
            and known.code in (move.code, move.successor)
    -- Of a part we do not know which items it concerns.
    where event.kind <> 'part' or not starts_with(event.successor, event.code)
),

used_anew as (
    select classification, fy_to + 1 as fy_from, code, 'used_anew' as effect, code as old, code as new
    from {{ ref('int_code_list') }}
    where other_meaning
),

broken as (
    select * from own
    union
    select * from above
    union
    select * from below
    union
    select * from used_anew
),

noted as (
    select distinct
        classification,
        code,
        fy_from,
        effect,
        case effect
            when 'used_anew' then 'the code means something else from FY' || fy_from
            else old || coalesce(' to ' || new, ' ended') || ' in FY' || fy_from
        end as note_en,
        case effect
            when 'used_anew' then fy_from || '年起该编码含义不同'
            else fy_from || '年 ' || old || coalesce(' 调整至 ' || new, ' 停用')
        end as note_zh
    from broken
)

select
    classification,
    code,
    fy_from,
    string_agg(distinct effect, ', ' order by effect) as effects,
    string_agg(distinct note_en, '; ' order by note_en) as break_note_en,
    string_agg(distinct note_zh, '；' order by note_zh) as break_note_zh
from noted
group by classification, code, fy_from
