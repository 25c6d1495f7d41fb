-- Every rule on every current filing, one row each. A rule never passes without an equation, or a statement of the
-- text, that was evaluated: it is `not_applicable` outside its years and scopes and where the filing prints nothing
-- that it speaks of, `not_evaluated` where a form, a cell, the text or the neighbour filing that it needs is missing.
-- `reason` says which.
with pair as (
    select
        rules.*,
        filing.filing_id,
        filing.fiscal_year,
        filing.region_code,
        filing.department_id,
        filing.scope
    from {{ ref('stg_filing') }} as filing
    cross join {{ ref('rules') }} as rules
    where filing.is_current
),

needed as (
    select rule_id, unnest(string_split(forms, ';')) as form from {{ ref('rules') }}
),

form as (
    select
        needed.rule_id,
        filing.filing_id,
        bool_or(form.form is null) as is_absent,
        bool_or(coalesce(form.status, 'unusable') = 'unusable') as is_unusable
    from {{ ref('stg_filing') }} as filing
    cross join needed
    left join {{ ref('int_form') }} as form on filing.filing_id = form.filing_id and needed.form = form.form
    group by needed.rule_id, filing.filing_id
),

judgement as (
    select rule_id, filing_id, verdict, relation, difference_cny from {{ ref('int_equation') }}
    union all by name
    select rule_id, filing_id, verdict from {{ ref('int_statement') }}
),

has_text as (
    select distinct filing_id from {{ ref('int_text') }}
),

counted as (
    select
        rule_id,
        filing_id,
        count(*) as n_equations,
        count(*) filter (where verdict = 'exact') as n_exact,
        count(*) filter (where verdict = 'vacuous') as n_vacuous,
        count(*) filter (where verdict = 'rounding') as n_rounding,
        count(*) filter (where verdict = 'soft') as n_soft,
        count(*) filter (where verdict = 'fail') as n_fail,
        count(*) filter (where verdict = 'not_evaluated') as n_not_evaluated,
        max(abs(difference_cny)) filter (
            where relation = '=' and verdict in ('rounding', 'soft', 'fail') or difference_cny > 0
        ) as max_difference_cny
    from judgement
    group by rule_id, filing_id
),

judged as (
    select
        pair.*,
        counted.* exclude (rule_id, filing_id),
        case
            when pair.fiscal_year < pair.fy_from or pair.fiscal_year > pair.fy_to then 'year'
            when pair.scopes is not null and pair.scope is null then 'scope_unknown'
            when not list_contains(string_split(pair.scopes, ';'), pair.scope) then 'scope'
            when counted.n_fail > 0 then 'contradiction'
            when form.is_absent and pair.when_absent = 'not_applicable' then 'form_absent'
            when form.is_unusable then 'form_missing'
            when pair.speaks_of = 'text' and has_text.filing_id is null then 'text_missing'
            when counted.n_not_evaluated > 0 then 'cell_missing'
            when counted.n_soft > 0 then 'soft_mismatch'
            when counted.n_rounding > 0 then 'rounding'
            when counted.n_equations > 0 then 'holds'
            when pair.needs_neighbour then 'neighbour_missing'
            else 'nothing_printed'
        end as reason
    from pair
    left join form on pair.rule_id = form.rule_id and pair.filing_id = form.filing_id
    left join has_text on pair.filing_id = has_text.filing_id
    left join counted on pair.rule_id = counted.rule_id and pair.filing_id = counted.filing_id
)

select
    rule_id,
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    case
        when reason in ('contradiction', 'soft_mismatch') then 'fail'
        when reason in ('year', 'scope', 'form_absent', 'nothing_printed') then 'not_applicable'
        when reason in ('scope_unknown', 'form_missing', 'cell_missing', 'text_missing', 'neighbour_missing')
            then 'not_evaluated'
        when reason = 'rounding' then 'rounding'
        when reason = 'holds' then 'pass'
    end as status,
    reason,
    severity,
    coalesce(n_equations, 0) as n_equations,
    coalesce(n_exact, 0) as n_exact,
    coalesce(n_vacuous, 0) as n_vacuous,
    coalesce(n_rounding, 0) as n_rounding,
    coalesce(n_soft, 0) as n_soft,
    coalesce(n_fail, 0) as n_fail,
    coalesce(n_not_evaluated, 0) as n_not_evaluated,
    cast(max_difference_cny as decimal(20, 2)) as max_difference_cny
from judged
order by fiscal_year asc, region_code asc, department_id asc, filing_id asc, rule_id asc
