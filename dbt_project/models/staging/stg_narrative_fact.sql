-- One row a number of the text, as read, with its filing.
select
    fact.* exclude (fiscal_year, region),
    filing.fiscal_year,
    filing.region_code,
    filing.department_id,
    filing.scope,
    filing.is_current
from {{ source('raw', 'narrative_fact') }} as fact
inner join {{ ref('stg_filing') }} as filing on fact.filing_id = filing.filing_id
