-- What was reached is a measured value: ≤ or ≥ before it repeats the target.
select
    {{ of_indicator('indicator', 'P-ACT-OPERATOR') }},
    'actual-operator' as cluster,
    actual as printed,
    '—' as expected,
    case when regexp_matches(actual, '^\s*(≤|≥|<|>|＜|＞|不超过|不少于|不低于|不高于)\s*[0-9]') then 'fail' else 'exact' end
        as verdict
from {{ ref('int_indicator') }} as indicator
where actual is not null
