-- Of each filing exactly one version is current.
select department_id, scope, fiscal_year, count(*) filter (where is_current) as n_current
from {{ ref('dim_filing') }}
group by department_id, scope, fiscal_year
having count(*) filter (where is_current) <> 1
