-- One row a filer: a department, or a unit that files for itself. The name is that of the last filing.
with named as (
    select
        *,
        last_value(filer) over (
            partition by department_id
            order by fiscal_year asc nulls first, arrival asc, filing_id asc
            rows between unbounded preceding and unbounded following
        ) as last_name
    from {{ ref('stg_filing') }}
)

select
    filing.department_id,
    any_value(filing.last_name) as department_name,
    string_agg(distinct filing.printed_filer, '；' order by filing.printed_filer) as name_variants,
    coalesce(any_value(kind.kind), 'unclassified') as department_kind,
    coalesce(any_value(kind.kind_zh), '未归类') as department_kind_zh,
    any_value(filing.region_code) as region_code,
    any_value(region.region_name) as region_name,
    case
        when any_value(kind.kind) = 'township' then 'township'
        else any_value(region.region_level)
    end as department_level,
    string_agg(distinct filing.scope, ', ' order by filing.scope) as scopes,
    any_value(lineage.lineage_id) as lineage_id,
    bool_and(filing.is_identified) as is_identified,
    min(filing.fiscal_year) as first_fiscal_year,
    max(filing.fiscal_year) as last_fiscal_year,
    count(distinct filing.fiscal_year) as n_fiscal_years
from named as filing
left join {{ ref('int_department_kind') }} as kind on filing.last_name = kind.name
left join {{ ref('dim_region') }} as region on filing.region_code = region.region_code
left join {{ ref('int_lineage') }} as lineage on filing.department_id = lineage.department_id
group by filing.department_id
order by min(filing.region_code), filing.department_id
