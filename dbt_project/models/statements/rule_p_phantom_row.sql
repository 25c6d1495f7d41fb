-- The rows of money in a form all bear a label: one without, that repeats another, would be counted twice.
select
    {{ of_money('money', 'P-PHANTOM-ROW') }},
    raw_text as printed,
    '—' as expected,
    case when status = 'repeated' then 'fail' else 'exact' end as verdict
from {{ ref('int_project_money') }} as money
where status <> 'empty'
