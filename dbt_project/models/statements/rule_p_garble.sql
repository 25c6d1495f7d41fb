-- A rate or a share of satisfied people is within 100 percent: 9696 is a percent sign lost or read as digits.
with said as (
    select
        *,
        unnest([target, actual]) as shown,
        unnest(['target', 'actual']) as column_key
    from {{ ref('int_indicator') }}
    where is_satisfaction or regexp_matches(name, '率$')
),

numbered as (
    select
        *,
        try_cast(
            regexp_extract(shown, '^[≤≥=<>＝]?\s*([0-9]+(?:[.][0-9]+)?)\s*[%％]?\s*$', 1) as decimal(20, 6)
        ) as number
    from said
)

select
    {{ of_indicator('numbered', 'P-GARBLE') }},
    'indicator|' || project_no || '|' || indicator_no as cluster,
    shown as printed,
    '≤100%' as expected,
    cast(number as double) as printed_value,
    case
        when number is null then 'not_evaluated'
        when number <= 100 then 'exact'
        -- Rates of growth and of return may pass 100.
        when not is_satisfaction and number < 1000 then 'exact'
        else 'fail'
    end as verdict
from numbered
where number is not null
