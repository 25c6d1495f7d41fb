-- Misprints that no text means, from a list.
with hit as (
    select
        text.*,
        typos.wrong,
        typos.right_form
    from {{ ref('int_text') }} as text
    inner join {{ ref('typos') }} as typos on contains(text.flat, typos.wrong)
    where text.kind in ('text', 'heading')
)

select
    {{ of_paragraph('hit', 'T-TYPO') }},
    concat_ws('|', wrong, paragraph_no) as statement_key,
    'typo|' || wrong as cluster,
    wrong as printed,
    right_form as expected,
    'soft' as verdict
from hit
{{ none_found('T-TYPO') }}
