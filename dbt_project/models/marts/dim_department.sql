-- One row a filer: a department, or a unit that files for itself.
select
    filing.department_id,
    any_value(filing.filer) as department_name,
    coalesce(any_value(kind.kind), 'unclassified') as department_kind,
    coalesce(any_value(kind.kind_zh), '未归类') as department_kind_zh,
    any_value(filing.region_code) as region_code,
    any_value(region.region_name) as region_name,
    bool_and(filing.is_identified) as is_identified,
    min(filing.fiscal_year) as first_fiscal_year,
    max(filing.fiscal_year) as last_fiscal_year,
    count(distinct filing.fiscal_year) as n_fiscal_years
from {{ ref('stg_filing') }} as filing
left join {{ ref('int_department_kind') }} as kind on filing.filer = kind.name
left join {{ ref('dim_region') }} as region on filing.region_code = region.region_code
group by filing.department_id
order by min(filing.region_code), filing.department_id
