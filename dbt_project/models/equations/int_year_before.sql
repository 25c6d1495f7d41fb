-- One row a current filing whose filer has one of the year before too, of the same scope.
select
    filing.filing_id,
    year_before.filing_id as before_id
from {{ ref('stg_filing') }} as filing
inner join {{ ref('stg_filing') }} as year_before
    on filing.department_id = year_before.department_id and filing.scope = year_before.scope
        and filing.fiscal_year = year_before.fiscal_year + 1
where filing.is_current and year_before.is_current and filing.is_identified
