-- What forms and their columns are called, for sentences about them; the form itself has no `measure`. Where the two
-- sides of a form call a column differently, that of expenditure, which has several columns, names it.
select form, cast(null as varchar) as measure, title_zh as name_zh, title_en as name_en from {{ ref('forms') }}
union all
select
    form,
    measure,
    arg_min(label_zh, coalesce(side = 'income', false)) as name_zh,
    arg_min(label_en, coalesce(side = 'income', false)) as name_en
from {{ ref('measures') }}
group by form, measure
