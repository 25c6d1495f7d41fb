-- Every equation that does not hold, or holds by rounding alone, is in a finding, and nothing else is but what holds.
-- It is in several only where each of them says that a cell of it is wrong, for none of them alone would satisfy it;
-- one that holds by rounding may also contradict others.
with touched as (
    select distinct place.finding_id, term.equation_id
    from {{ ref('finding_place') }} as place
    inner join {{ ref('int_term') }} as term
        on place.filing_id = term.cell_filing_id and place.form = term.form
            and (
                place.role = 'missing_row'
                or place.role in ('wrong', 'candidate')
                and place.row_key = term.row_key
                and place.measure = term.measure
            )
),

counted as (
    select
        equation.equation_id,
        equation.rule_id,
        equation.filing_id,
        equation.verdict,
        count(explained.finding_id) as n_findings,
        count(touched.finding_id) as n_blaming
    from {{ ref('int_equation') }} as equation
    left join {{ ref('int_finding_equation') }} as explained on equation.equation_id = explained.equation_id
    left join touched
        on explained.finding_id = touched.finding_id and explained.equation_id = touched.equation_id
    group by equation.equation_id, equation.rule_id, equation.filing_id, equation.verdict
)

select *
from counted
where
    verdict in ('fail', 'soft', 'rounding') and n_findings = 0
    or verdict = 'soft' and n_findings > 1
    or verdict = 'fail' and n_findings > 1 and n_blaming < n_findings
    or verdict in ('vacuous', 'not_evaluated') and n_findings > 0
