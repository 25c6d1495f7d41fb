-- Nothing is published here that is not a line item of a current filing, and nothing twice.
select count(*) as n_published
from {{ ref('fct_published_total') }}
having count(*) <> (
        select count(*)
        from {{ ref('stg_line_item') }} as item
        inner join {{ ref('stg_filing') }} as filing on item.filing_id = filing.filing_id and filing.is_current
        where item.value is not null
    )
