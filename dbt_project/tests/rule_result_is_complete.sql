-- Every rule on every current filing: a pair that has no row, or a row that is no pair.
with pair as (
    select rules.rule_id, filing.filing_id
    from {{ ref('rules') }} as rules
    cross join {{ ref('stg_filing') }} as filing
    where filing.is_current
)

select coalesce(pair.rule_id, result.rule_id) as rule_id, coalesce(pair.filing_id, result.filing_id) as filing_id
from pair
full join {{ ref('rule_result') }} as result using (rule_id, filing_id)
where pair.filing_id is null or result.filing_id is null
