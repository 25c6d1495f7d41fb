-- The forms of one filing name one competent department, unless several do: what one form alone says against all
-- others is to be looked at.
with counted as (
    select
        *,
        coalesce(competent_code, competent_name) as competent,
        count(*) over (partition by filing_id) as n_forms,
        count(*) over (partition by filing_id, coalesce(competent_code, competent_name)) as n_alike,
        mode(coalesce(competent_code, competent_name)) over (partition by filing_id) as usual
    from {{ ref('int_project') }}
    where competent_code is not null or competent_name is not null
)

select
    {{ of_row('counted', 'P-DEPT-CODE', 'competent_row_no', 'competent_line_no') }},
    'competent|' || project_no as statement_key,
    'competent|' || competent as cluster,
    'competent_code' as measure,
    project as name,
    concat_ws('-', competent_code, competent_name) as printed,
    usual as expected,
    case when competent <> usual and n_alike * 2 < n_forms - n_alike then 'fail' else 'exact' end as verdict
from counted
where n_forms >= 3
