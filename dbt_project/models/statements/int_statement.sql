-- One row a statement of a filing's text or evaluation forms that a rule could judge: what is printed, what it should
-- be, the verdict, and where. A rule speaks of its own years and scopes only.
with said as (
    {{ all_statements() }}
)

select
    said.* exclude (statement_key, severity, cluster),
    -- What is hit twice in one place is two statements.
    said.statement_key || coalesce('#' || nullif(row_number() over (
        partition by said.rule_id, said.filing_id, said.statement_key
        order by
            said.printed asc, said.expected asc, said.name asc, said.verdict asc, said.line_no asc, said.operands asc
    ), 1), '') as statement_key,
    coalesce(said.severity, rules.severity) as severity,
    coalesce(said.cluster, said.statement_key) as cluster
from said
inner join {{ ref('rules') }} as rules on said.rule_id = rules.rule_id
inner join {{ ref('stg_filing') }} as filing on said.filing_id = filing.filing_id
where
    filing.fiscal_year between coalesce(rules.fy_from, 0) and coalesce(rules.fy_to, 9999)
    and (rules.scopes is null or list_contains(string_split(rules.scopes, ';'), filing.scope))
