-- One row an indicator of a self-evaluation form of a current filing, with its form.
select
    indicator.* exclude (fiscal_year, region),
    project.project,
    project.table_no,
    contains(concat_ws('', indicator.level_1, indicator.level_2, indicator.name), '满意') as is_satisfaction,
    coalesce(indicator.score = indicator.weight, false) as is_full,
    -- A share whose percent sign was read as its digits again: 9696 for 96%.
    case
        when regexp_full_match(regexp_extract(indicator.target, '[0-9]+'), '[0-9]{4}')
            and left(regexp_extract(indicator.target, '[0-9]+'), 2)
            = right(regexp_extract(indicator.target, '[0-9]+'), 2)
            then cast(left(regexp_extract(indicator.target, '[0-9]+'), 2) as integer)
    end as doubled_target
from {{ source('raw', 'performance_indicator') }} as indicator
inner join {{ ref('int_project') }} as project
    on indicator.filing_id = project.filing_id and indicator.project_no = project.project_no
