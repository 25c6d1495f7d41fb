-- Does each published total column equal the sum of the columns it is made of, row by row? A part that the row
-- does not print is taken from the nearest rows below that print it.
with part as (
    select * from {{ ref('int_node') }} where role = 'part'
),

within as (
    select part.filing_id, part.form, tree.ancestor as row_key, part.number, part.step
    from part
    inner join {{ ref('int_tree') }} as tree
        on part.form = tree.form and part.fiscal_year = tree.fiscal_year and part.row_key = tree.row_key
    where tree.distance < coalesce(part.parent_distance, 99)
)

select
    total.filing_id,
    total.fiscal_year,
    total.form,
    total.row_key,
    total.measure,
    total.first_occurrence,
    total.parent_key,
    total.number as published,
    coalesce(sum(within.number), 0) as parts,
    count(within.number) as n_parts,
    total.number - coalesce(sum(within.number), 0) as gap,
    total.step + coalesce(sum(within.step), 0) as steps,
    {{ sum_verdict('total.number - coalesce(sum(within.number), 0)', 'total.step', 'coalesce(sum(within.step), 0)') }}
        as verdict
from {{ ref('int_node') }} as total
left join within
    on total.filing_id = within.filing_id and total.form = within.form and total.row_key = within.row_key
where total.role = 'total'
group by
    total.filing_id, total.fiscal_year, total.form, total.row_key, total.measure, total.first_occurrence,
    total.parent_key, total.number, total.step
