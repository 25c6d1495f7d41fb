-- The units that a department's accounts take in are those of the year before: else growth is a change of scope too.
with member as (
    select fact.filing_id, list_sort(list(distinct fact.name)) as units
    from {{ source('raw', 'narrative_fact') }} as fact
    where fact.row_key = 'unit.member' and fact.name is not null
    group by fact.filing_id
),

first_named as (
    select *
    from {{ source('raw', 'narrative_fact') }}
    where row_key = 'unit.member'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
)

select
    'Y-SCOPE' as rule_id,
    pair.filing_id,
    'units' as statement_key,
    first_named.sentence,
    first_named.page,
    first_named.line_no,
    {{ listed('list_filter(here.units, lambda unit: not list_contains(before.units, unit))') }} as printed,
    {{ listed('list_filter(before.units, lambda unit: not list_contains(here.units, unit))') }} as expected,
    case when here.units = before.units then 'exact' else 'fail' end as verdict
from {{ ref('int_year_before') }} as pair
inner join member as here on pair.filing_id = here.filing_id
inner join member as before on pair.before_id = before.filing_id
inner join first_named on pair.filing_id = first_named.filing_id
