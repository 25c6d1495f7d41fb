-- The texts of a form speak of the filer's own place: an organ of another county, or a mark of a collection of
-- sample texts (【篇四】), shows that a text was copied.
with region as (
    select
        region_code,
        name
    from {{ ref('region_codes') }}
    where status = '在用' and level = '县级' and length(name) between 3 and 7
),

organ as (
    select
        *,
        unnest(regexp_extract_all(flat, '[\p{Han}]{2,6}(?:市|县|区|旗|州)(?:委|政府|人民政府)')) as found
    from {{ ref('int_project_words') }}
    where region_code is not null
),

-- What stands before the organ may end in the name of a place.
ending as (
    select
        *,
        regexp_replace(found, '(委|政府|人民政府)$', '') as before,
        unnest([3, 4, 5, 6, 7]) as n
    from organ
),

named as (
    select
        ending.*,
        region.name as place_name,
        region.region_code as place_code
    from ending
    inner join region on right(ending.before, ending.n) = region.name and length(ending.before) >= ending.n
),

place as (
    select
        * exclude (place_code, n),
        bool_or(
            left(place_code, 4) = left(region_code, 4)
            or (right(region_code, 4) = '0000' and left(place_code, 2) = left(region_code, 2))
        ) as is_own
    from named
    group by all
),

sample as (
    select *, unnest(regexp_extract_all(flat, '【篇[一二三四五六七八九十]】|【范文[^】]*】')) as found
    from {{ ref('int_project_words') }}
),

hit as (
    select
        {{ of_words('place', 'P-COPIED-TEXT') }},
        found as printed,
        'fail' as verdict
    from place
    where not is_own
    union all by name
    select
        {{ of_words('sample', 'P-COPIED-TEXT') }},
        found as printed,
        'fail' as verdict
    from sample
)

select
    *,
    statement_key as cluster,
    '—' as expected
from hit
{{ none_found('P-COPIED-TEXT', within=ref('int_project_words')) }}
