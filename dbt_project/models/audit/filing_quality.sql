-- How well each filing version was read, and what was found in it.
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

residual as (
    select filing_id, count(*) as n_residual from {{ ref('int_fact_row') }} where is_residual group by filing_id
)

select
    filing.filing_id,
    filing.fiscal_year,
    filing.region_code,
    filing.department_id,
    filing.is_current,
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
left join residual on filing.filing_id = residual.filing_id
order by filing.fiscal_year asc, filing.region_code asc, filing.department_id asc, filing.filing_id asc
