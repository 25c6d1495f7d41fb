-- A section stands once.
with heading as (
    select
        *,
        row_number() over (partition by filing_id, part, flat order by paragraph_no asc) as n
    from {{ ref('int_text') }}
    where kind = 'heading' and regexp_matches(flat, '^[一二三四五六七八九十]+、')
)

select
    {{ of_paragraph('heading', 'T-DOUBLE') }},
    'heading|' || paragraph_no as statement_key,
    flat as printed,
    '—' as expected,
    case when n > 1 then 'fail' else 'exact' end as verdict
from heading
