-- What a form says was done in its year does not name an event of an earlier one: the text was used before.
with hit as (
    select
        words.*,
        events.event,
        events.last_year
    from {{ ref('int_project_words') }} as words
    inner join {{ ref('events') }} as events
        on words.fiscal_year > events.last_year and contains(words.flat, events.event)
)

select
    {{ of_words('hit', 'P-ANACHRONISM') }},
    concat_ws('|', 'event', project_no, text_no) as cluster,
    event as printed,
    cast(last_year as varchar) as expected,
    'fail' as verdict
from hit
{{ none_found('P-ANACHRONISM', within=ref('int_project_words')) }}
