-- A sentence that ends inside a bracket lost its end.
with counted as (
    select
        *,
        len(regexp_extract_all(flat, '[（(]')) as n_open,
        len(regexp_extract_all(flat, '[）)]')) as n_closed,
        -- From the last bracket that opens.
        regexp_extract(flat, '([（(][^（()）]*)$', 1) as tail
    from {{ ref('int_text') }}
    where kind = 'text' and regexp_matches(flat, '[。；：]$')
)

select
    {{ of_paragraph('counted', 'T-MISSING') }},
    'bracket|' || paragraph_no as statement_key,
    case when tail <> '' then right(tail, 40) else right(flat, 40) end as printed,
    '）' as expected,
    case when n_open > n_closed then 'fail' else 'exact' end as verdict
from counted
where n_open > 0
