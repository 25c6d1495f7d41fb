-- Every rule that does not hold leads to a finding; and a finding comes of a rule's result.
select result.rule_id, result.filing_id, result.status, found.finding_id
from {{ ref('rule_result') }} as result
full join {{ ref('finding_rule') }} as found
    on result.rule_id = found.rule_id and result.filing_id = found.filing_id
where
    result.status = 'fail' and found.finding_id is null
    or result.rule_id is null
