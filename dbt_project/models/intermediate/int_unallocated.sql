-- What a row's columns leave open beyond rounding, less what the rows below it leave open already: placed at the
-- lowest row that shows it, so that it counts once.
with open_gap as (
    select *, case when verdict = 'residual' then gap else 0 end as unallocated
    from {{ ref('int_columns_sum') }}
),

below as (
    select filing_id, form, parent_key, sum(unallocated) as unallocated, sum(steps) as steps
    from open_gap
    group by filing_id, form, parent_key
)

select
    here.filing_id,
    here.fiscal_year,
    here.form,
    here.row_key,
    here.measure,
    here.first_occurrence,
    here.unallocated - coalesce(below.unallocated, 0) as gap,
    {{ sum_verdict('here.unallocated - coalesce(below.unallocated, 0)', 'here.steps', 'coalesce(below.steps, 0)') }}
        as verdict
from open_gap as here
left join below
    on here.filing_id = below.filing_id and here.form = below.form and here.row_key = below.parent_key
