-- Posts, people and units as the text states them, each with its kind: a quota is nobody on duty.
select
    fact.filing_id,
    fact.fiscal_year,
    fact.region_code,
    fact.department_id,
    fact.scope,
    fact.fact_no,
    fact.period as as_of,
    kind.kind,
    kind.kind_zh,
    kind.is_quota,
    case
        when kind.kind <> 'posts' then fact.name
        when contains(fact.name, ' / ') then split_part(fact.name, ' / ', 1)
    end as body,
    case when kind.kind = 'posts' then split_part(fact.name, ' / ', -1) end as post,
    fact.value,
    fact.unit,
    fact.raw_text,
    fact.sentence,
    fact.page,
    fact.line_no
from {{ ref('stg_narrative_fact') }} as fact
inner join {{ ref('staff_kinds') }} as kind on fact.row_key = kind.row_key
where fact.is_current
order by fact.fiscal_year asc, fact.region_code asc, fact.department_id asc, fact.filing_id asc, fact.fact_no asc
