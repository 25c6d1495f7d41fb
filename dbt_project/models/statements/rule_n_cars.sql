-- The kinds of vehicles in the text add up to its total. Vehicles kept with fiscal money may be fewer or more than
-- those on the books: said, no more.
with fact as (
    select *
    from {{ ref('int_text_fact') }}
    where is_current and number is not null and starts_with(row_key, 'vehicles.')
),

total as (
    select *
    from fact
    where row_key = 'vehicles.total'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),

kind as (
    select filing_id, paragraph_no, count(distinct row_key) as n_kinds, sum(number) as n
    from fact
    where row_key <> 'vehicles.total'
    group by filing_id, paragraph_no
),

kept as (
    select *
    from {{ ref('int_text_fact') }}
    where is_current and number is not null and row_key = 'vehicle_operation.vehicles'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
)

select
    {{ of_fact('total', 'N-CARS') }},
    {{ plain('kind.n') }} || coalesce(total.unit, '') as expected,
    case
        when kind.n = total.number then 'exact'
        -- A list of some of the kinds is within the total.
        when kind.n < total.number and kind.n_kinds < 6 then 'exact'
        -- A kind that is counted beside those that were read may make the rest.
        when
            kind.n < total.number
            and len(regexp_extract_all(total.sentence, '[0-9](辆|台[，。；、,;])')) > kind.n_kinds + 1
            then 'not_evaluated'
        else 'fail'
    end as verdict,
    cast(null as varchar) as severity
from total
inner join kind on total.filing_id = kind.filing_id and total.paragraph_no = kind.paragraph_no
union all by name
select
    {{ of_fact('kept', 'N-CARS') }},
    total.shown as expected,
    case when kept.number = total.number then 'exact' else 'soft' end as verdict,
    'info' as severity
from kept
inner join total on kept.filing_id = total.filing_id
