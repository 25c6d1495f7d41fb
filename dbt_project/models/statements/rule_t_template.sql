-- Nothing of the template is left to choose or to fill in.
with hit as (
    select
        text.*,
        leftovers.leftover,
        leftovers.severity,
        unnest(regexp_extract_all(text.flat, leftovers.pattern)) as found
    from {{ ref('int_text') }} as text
    inner join {{ ref('template_leftovers') }} as leftovers on regexp_matches(text.flat, leftovers.pattern)
    where text.kind in ('text', 'heading')
)

select
    {{ of_paragraph('hit', 'T-TEMPLATE') }},
    concat_ws('|', leftover, paragraph_no, found) as statement_key,
    'leftover|' || leftover as cluster,
    found as printed,
    '—' as expected,
    case when severity = 'info' then 'soft' else 'fail' end as verdict,
    severity
from hit
{{ none_found('T-TEMPLATE') }}
