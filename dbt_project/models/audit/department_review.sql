-- Departments that a person should look at: nobody guesses who is who. Each row says what to add to which list.
with region as (
    select region_code, min(fiscal_year) as first_year, max(fiscal_year) as last_year
    from {{ ref('stg_filing') }}
    group by region_code
),

review as (
    select department_id, 'not_identified' as reason from {{ ref('dim_department') }} where not is_identified
    union all
    select department_id, 'no_kind' as reason
    from {{ ref('dim_department') }}
    where is_identified and department_kind = 'unclassified'
    union all
    select department.department_id, 'new' as reason
    from {{ ref('dim_department') }} as department
    inner join region
        on department.region_code = region.region_code and department.first_fiscal_year > region.first_year
    anti join {{ ref('int_department_event') }} as event on department.department_id = event.to_department_id
    where department.is_identified
    union all
    select department.department_id, 'gone' as reason
    from {{ ref('dim_department') }} as department
    inner join region
        on department.region_code = region.region_code and department.last_fiscal_year < region.last_year
    anti join {{ ref('int_department_event') }} as event on department.department_id = event.from_department_id
    where department.is_identified
)

select
    review.department_id,
    department.department_name,
    department.region_code,
    review.reason,
    department.first_fiscal_year,
    department.last_fiscal_year,
    case review.reason
        when 'not_identified' then 'Region or name is not known: say it in filings.csv'
        when 'no_kind' then 'No keyword tells its kind: add one to department_kinds.csv'
        when 'new'
            then 'Others of the region filed earlier: new, or renamed? See department_events.csv, department_names.csv'
        else 'Others of the region filed later: ended, or renamed? See department_events.csv, department_names.csv'
    end as message_en,
    case review.reason
        when 'not_identified' then '地区或部门名称不明：请在 filings.csv 中注明'
        when 'no_kind' then '名称不含已知类别的关键词：请补充 department_kinds.csv'
        when 'new' then '同地区其他部门此前已有决算：新设或更名？请查 department_events.csv、department_names.csv'
        else '同地区其他部门此后仍有决算：撤销或更名？请查 department_events.csv、department_names.csv'
    end as message_zh
from review
inner join {{ ref('dim_department') }} as department on review.department_id = department.department_id
order by department.region_code asc, department.department_name asc, review.department_id asc, review.reason asc
