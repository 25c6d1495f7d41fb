-- Of each filing exactly one version is current, unless all were withdrawn.
select department_id, scope, fiscal_year, count(*) filter (where is_current) as n_current
from {{ ref('dim_filing') }}
group by department_id, scope, fiscal_year
having count(*) filter (where is_current) <> cast(bool_or(withdrawn_on is null) as int)
