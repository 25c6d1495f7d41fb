-- One row a current filing: whether it speaks for its department and year, and whether it may be added up with others.
-- Consolidated accounts contain those of the units: of a department and year one filing is chosen, the consolidated one
-- before a unit's own, and units whose department filed consolidated accounts are in no sum over departments.
with filing as (
    select
        filing_id,
        fiscal_year,
        region_code,
        department_id,
        scope,
        is_identified,
        case
            when scope = 'unit' and unit is not null and department is not null and region_code is not null
                then {{ department_id('region_code', department_key('department'), 'filing_id') }}
        end as parent_department_id
    from {{ ref('stg_filing') }}
    where is_current
),

chosen as (
    select
        *,
        row_number() over (
            partition by department_id, fiscal_year
            order by
                case scope when 'department' then 1 when 'unit' then 2 else 3 end asc,
                filing_id asc
        ) = 1 as is_chosen
    from filing
),

container as (
    select department_id, fiscal_year, filing_id
    from chosen
    where is_chosen and scope = 'department'
)

select
    chosen.filing_id,
    chosen.fiscal_year,
    chosen.region_code,
    chosen.department_id,
    chosen.scope,
    nullif(chosen.parent_department_id, chosen.department_id) as parent_department_id,
    chosen.is_chosen,
    coalesce(chosen.is_chosen and container.filing_id is null and chosen.scope is not null, false) as is_additive,
    case
        when not chosen.is_chosen then 'other_scope_chosen'
        when chosen.scope is null then 'scope_unknown'
        when container.filing_id is not null then 'contained_in_department'
        when chosen.scope = 'department' then 'department'
        else 'unit_alone'
    end as scope_choice,
    container.filing_id as contained_in_filing_id
from chosen
left join container
    on chosen.parent_department_id = container.department_id and chosen.fiscal_year = container.fiscal_year
        and chosen.department_id <> container.department_id
order by chosen.fiscal_year asc, chosen.region_code asc, chosen.department_id asc, chosen.filing_id asc
