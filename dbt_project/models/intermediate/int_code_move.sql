-- Codes that went over whole to another code, from the first fiscal year of the new one: the moves of the list, and the
-- standard items (行政运行 …) of groups that moved. A code that is used anew moves only what it meant before.
with event as (
    select *
    from {{ ref('code_events') }}
    where kind = 'move' and share = 1
),

known as (
    select distinct classification, code from {{ ref('int_code_list') }}
    union
    select classification, code from event
),

moved as (
    select classification, fy_from, code, successor, confidence, note from event
    union all
    select
        event.classification,
        event.fy_from,
        item.code,
        event.successor || right(item.code, 2) as successor,
        event.confidence,
        event.note
    from event
    inner join known as item
        on event.classification = item.classification and left(item.code, length(event.code)) = event.code
            and length(item.code) = length(event.code) + 2
    anti join event as own on item.classification = own.classification and item.code = own.code
    where event.items = 'standard' and right(item.code, 2) in ('01', '02', '03', '50', '99')
)

select
    moved.*,
    coalesce(bool_or(list.other_meaning), false) as is_used_anew
from moved
left join {{ ref('int_code_list') }} as list
    on moved.classification = list.classification and moved.code = list.code
group by all
