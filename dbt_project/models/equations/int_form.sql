-- How each form stands in each current filing: `read`, `empty` (printed without a value, a statement of zero) or
-- `unusable` (printed, in a layout that is not known). A form that is not printed has no row.
select
    tab.filing_id,
    tab.form,
    case
        when bool_or(tab.status = 'read') then 'read'
        when bool_or(tab.status = 'empty') then 'empty'
        else 'unusable'
    end as status
from {{ ref('stg_printed_table') }} as tab
inner join {{ ref('stg_filing') }} as filing on tab.filing_id = filing.filing_id and filing.is_current
where tab.form is not null
group by tab.filing_id, tab.form
