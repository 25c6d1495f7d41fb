-- The filing names its filer as itself. A part titled with the name less its county is another body's; a long name
-- with one other character is a misspelling.
with filer as (
    select
        filing_id,
        region_name,
        coalesce(case when scope = 'unit' then unit end, department) as full_name,
        -- Up to the name of the region: 上海市普陀区 of 上海市普陀区规划和自然资源局.
        left(full_name, strpos(full_name, region_name) + length(region_name) - 1) as prefix,
        substr(full_name, length(prefix) + 1) as core
    from {{ ref('stg_filing') }}
    where is_current and contains(full_name, region_name)
),

known as (
    select *
    from filer
    where length(core) between 2 and 40
),

titled as (
    select
        text.*,
        known.* exclude (filing_id),
        regexp_replace(
            regexp_extract(text.flat, '^(?:第[一二三四五六七八九十]+部分)?([\p{Han}（）()、]{3,40})[0-9]{4}年?度?(?:部门|单位)?决算', 1),
            '(本级|机关|本部|（本级）|[(]本级[)])$', ''
        ) as found
    from {{ ref('int_text') }} as text
    inner join known on text.filing_id = known.filing_id
    where text.kind in ('heading', 'caption', 'text') and length(text.flat) < 80
),

other as (
    select *
    from titled
    where
        found <> full_name and ends_with(found, core) and not contains(found, region_name)
        and regexp_full_match(left(found, length(found) - length(core)), '[\p{Han}]+[省市县区州盟旗]')
),

near as (
    select
        text.*,
        known.* exclude (filing_id),
        unnest(string_split(text.flat, known.prefix)[2:]) as rest
    from {{ ref('int_text') }} as text
    inner join known on text.filing_id = known.filing_id
    where known.prefix <> '' and contains(text.flat, known.prefix) and length(known.core) >= 6
),

misspelt as (
    select
        *,
        prefix || left(rest, length(core)) as found
    from near
    where
        not starts_with(rest, core) and length(rest) >= length(core)
        and len(list_filter(range(1, length(core) + 1), lambda i: substr(rest, i, 1) <> substr(core, i, 1))) = 1
        and left(rest, 1) = left(core, 1) and substr(rest, length(core), 1) = right(core, 1)
),

hit as (
    select
        {{ of_paragraph('other', 'D-NAME') }},
        'title|' || paragraph_no as statement_key,
        found as printed,
        full_name as expected,
        'fail' as verdict,
        cast(null as varchar) as severity
    from other
    union all by name
    select
        {{ of_paragraph('misspelt', 'D-NAME') }},
        concat_ws('|', 'near', paragraph_no) as statement_key,
        found as printed,
        full_name as expected,
        'fail' as verdict,
        'warn' as severity
    from misspelt
)

select *, 'name|' || printed as cluster from hit
union all by name
select distinct 'D-NAME' as rule_id, known.filing_id, 'whole' as statement_key, 'exact' as verdict
from known
inner join {{ ref('int_text') }} as text on known.filing_id = text.filing_id
anti join hit on known.filing_id = hit.filing_id
