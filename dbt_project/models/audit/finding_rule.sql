-- Which rules each finding explains, with the filing that they speak of: the way from `rule_result` to the finding.
with equation as (
    select
        explained.finding_id,
        equation.filing_id,
        equation.rule_id,
        count(*) as n_equations,
        max(abs(equation.difference_cny)) as max_difference_cny
    from {{ ref('int_finding_equation') }} as explained
    inner join {{ ref('int_equation') }} as equation on explained.equation_id = equation.equation_id
    group by explained.finding_id, equation.filing_id, equation.rule_id
),

-- A rule that is no equation is explained by its own findings.
other as (
    select found.finding_id, found.filing_id, found.rule_id, abs(found.difference_cny) as max_difference_cny
    from {{ ref('int_finding') }} as found
    inner join {{ ref('rules') }} as rules on found.rule_id = rules.rule_id
    anti join equation on found.finding_id = equation.finding_id
)

select
    finding_id,
    filing_id,
    rule_id,
    n_equations,
    cast(max_difference_cny as decimal(20, 2)) as max_difference_cny
from (
    select * from equation
    union all by name
    select * from other
) as explained
order by finding_id asc, filing_id asc, rule_id asc
