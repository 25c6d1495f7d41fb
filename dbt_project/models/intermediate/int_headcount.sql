-- Posts and people of a filing, as denominators: one row a filing and headcount (quota, on_duty, retired).
-- The text counts by body, and by kind within a body. Of a body the stated whole counts, else the sum of its kinds;
-- of several bodies one that equals the sum of the others is their whole, else they are added. The offices within a
-- department (股、科、室) are parts of its own count. What is said in two ways has no value. The place is
-- that of the first sentence which counts.
with said as (
    select
        fact.filing_id,
        kind.headcount,
        kind.is_part,
        kind.kind,
        fact.value,
        fact.fact_no,
        fact.sentence,
        fact.page,
        fact.line_no,
        case
            when fact.body is null or not contains(fact.sentence, fact.body) then ''
            else fact.body
        end as body
    from {{ ref('fct_staffing') }} as fact
    inner join {{ ref('staff_kinds') }} as kind on fact.kind = kind.kind
    where kind.headcount is not null and left(fact.as_of, 4) = cast(fact.fiscal_year as varchar)
),

counting as (
    select *
    from said
    where not regexp_matches(body, '[股科室处]$')
),

of_kind as (
    select
        filing_id,
        headcount,
        is_part,
        body,
        case when count(distinct value) = 1 and count(value) = count(*) then any_value(value) end as value
    from counting
    group by filing_id, headcount, is_part, body, kind
),

of_body as (
    select
        filing_id,
        headcount,
        body,
        case
            when count(*) filter (where not is_part) = 1 then any_value(value) filter (where not is_part)
            when count(value) = count(*) then sum(value)
        end as value
    from of_kind
    group by filing_id, headcount, body
),

counted as (
    select
        filing_id,
        headcount,
        case
            when count(value) < count(*) then null
            when count(*) > 1 and max(value) * 2 = sum(value) then max(value)
            else sum(value)
        end as value
    from of_body
    group by filing_id, headcount
),

first_said as (
    select *
    from counting
    qualify row_number() over (partition by filing_id, headcount order by fact_no asc) = 1
)

select
    counted.filing_id,
    counted.headcount,
    cast(counted.value as decimal(20, 2)) as value,
    first_said.sentence as raw_text,
    first_said.page,
    first_said.line_no
from counted
inner join first_said on counted.filing_id = first_said.filing_id and counted.headcount = first_said.headcount
