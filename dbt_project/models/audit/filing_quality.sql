-- How well each filing version was read, and what was found in it. A filing ranks by how much of it could be read and
-- checked, and by what was found: 5 errors, 20 warnings or 500 notes halve what it could have. What could not be
-- checked because another filing is not here says nothing of this one.
with item as (
    select
        filing_id,
        count(*) as n_line_items,
        count(*) filter (where value is not null) as n_values,
        count(*) filter (where value_source = 'repaired') as n_repaired,
        count(*) filter (where value_source = 'blank') as n_blank,
        count(*) filter (where value_source = 'not_applicable') as n_not_applicable,
        count(*) filter (where value_source = 'unread') as n_unread
    from {{ ref('stg_line_item') }}
    group by filing_id
),

tab as (
    select
        filing_id,
        count(*) as n_tables,
        count(distinct form) filter (where status in ('read', 'empty')) as n_forms,
        count(*) filter (where status not in ('read', 'empty')) as n_tables_not_read
    from {{ ref('stg_printed_table') }}
    group by filing_id
),

found as (
    select
        filing_id,
        count(*) filter (where severity = 'error') as n_error,
        count(*) filter (where severity = 'warn') as n_warn,
        count(*) filter (where severity = 'info') as n_info
    from {{ ref('finding') }}
    group by filing_id
),

rule as (
    select
        filing_id,
        count(*) filter (where status <> 'not_applicable' and reason <> 'neighbour_missing') as n_rules,
        count(*) filter (where reason = 'contradiction') as n_rules_failed,
        count(*) filter (where status = 'not_evaluated' and reason <> 'neighbour_missing') as n_rules_not_evaluated
    from {{ ref('rule_result') }}
    group by filing_id
),

residual as (
    select filing_id, count(*) as n_residual from {{ ref('int_fact_row') }} where is_residual group by filing_id
),

counted as (
    select
        filing.filing_id,
        filing.fiscal_year,
        filing.region_code,
        filing.department_id,
        filing.is_current,
        coalesce(rule.n_rules, 0) as n_rules,
        coalesce(rule.n_rules_failed, 0) as n_rules_failed,
        coalesce(rule.n_rules_not_evaluated, 0) as n_rules_not_evaluated,
        coalesce(tab.n_tables, 0) as n_tables,
        coalesce(tab.n_forms, 0) as n_forms,
        coalesce(tab.n_tables_not_read, 0) as n_tables_not_read,
        coalesce(item.n_line_items, 0) as n_line_items,
        coalesce(item.n_values, 0) as n_values,
        coalesce(item.n_repaired, 0) as n_repaired,
        coalesce(item.n_blank, 0) as n_blank,
        coalesce(item.n_not_applicable, 0) as n_not_applicable,
        coalesce(item.n_unread, 0) as n_unread,
        coalesce(residual.n_residual, 0) as n_residual,
        coalesce(found.n_error, 0) as n_error,
        coalesce(found.n_warn, 0) as n_warn,
        coalesce(found.n_info, 0) as n_info
    from {{ ref('stg_filing') }} as filing
    left join item on filing.filing_id = item.filing_id
    left join tab on filing.filing_id = tab.filing_id
    left join found on filing.filing_id = found.filing_id
    left join rule on filing.filing_id = rule.filing_id
    left join residual on filing.filing_id = residual.filing_id
),

shared as (
    select
        *,
        n_rules_not_evaluated / nullif(n_rules, 0) as not_evaluated,
        n_unread / nullif(n_values + n_unread, 0) as unread,
        (1 - coalesce(not_evaluated, 1)) * (1 - coalesce(unread, 1)) as checked,
        1 + n_error / 5 + n_warn / 20 + n_info / 500 as found,
        cast(if(is_current, 100 * checked / found, null) as decimal(5, 2)) as quality_score
    from counted
)

select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    is_current,
    case when is_current then rank() over (order by is_current desc, quality_score desc) end as quality_rank,
    quality_score,
    n_rules,
    n_rules_failed,
    n_rules_not_evaluated,
    cast(not_evaluated as decimal(5, 4)) as share_not_evaluated,
    cast(unread as decimal(5, 4)) as share_unread,
    n_tables,
    n_forms,
    n_tables_not_read,
    n_line_items,
    n_values,
    n_repaired,
    n_blank,
    n_not_applicable,
    n_unread,
    n_residual,
    n_error,
    n_warn,
    n_info
from shared
order by fiscal_year asc, region_code asc, department_id asc, filing_id asc
