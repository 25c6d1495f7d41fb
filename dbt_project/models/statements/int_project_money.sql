-- One row a row of money in a self-evaluation form of a current filing, numbers as printed with their steps.
-- `is_whole` marks the one row that speaks for the project: the total, or another that is more whole.
select
    funding.* exclude (fiscal_year, region),
    project.project,
    project.table_no,
    greatest({{ decimals_of('funding.raw_text') }}, list_max(list_transform(
        regexp_extract_all(funding.raw_text, '[0-9]+[.][0-9]+'), lambda x: length(split_part(x, '.', 2))
    )), 0) as scale,
    1.0 / power(10, scale) as step,
    1.0 / power(10, case
        when {{ own_scale('funding.execution_rate') }} = 0 and regexp_matches(funding.raw_text, '[0-9][.]00([^0-9]|$)')
            then 2
        else {{ own_scale('funding.execution_rate') }}
    end) as rate_step,
    funding.status = 'read' and row_number() over (
        partition by funding.filing_id, funding.project_no
        order by
            funding.status = 'read' desc, funding.executed is not null and funding.score is not null desc,
            funding.source = 'total' desc, funding.row_no asc, funding.line_no asc, funding.source_label asc,
            funding.raw_text asc
    ) = 1 as is_whole
from {{ source('raw', 'project_funding') }} as funding
inner join {{ ref('stg_filing') }} as filing on funding.filing_id = filing.filing_id and filing.is_current
inner join {{ source('raw', 'project_evaluation') }} as project
    on funding.filing_id = project.filing_id and funding.project_no = project.project_no
