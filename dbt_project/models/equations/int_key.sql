-- One row a row and column of a form that a filing has; `is_marked` where anything is printed there.
select
    filing_id,
    form,
    row_key,
    measure,
    bool_or(state <> 'blank') as is_marked
from {{ ref('int_cell') }}
group by filing_id, form, row_key, measure
