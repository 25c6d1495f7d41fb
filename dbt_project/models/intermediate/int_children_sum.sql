-- Does each published row equal the sum of the published rows below it, column by column?
select
    parent.filing_id,
    parent.fiscal_year,
    parent.form,
    parent.row_key,
    parent.measure,
    parent.role,
    parent.first_occurrence,
    parent.number as published,
    sum(child.number) as parts,
    count(*) as n_parts,
    parent.number - sum(child.number) as gap,
    {{ sum_verdict('parent.number - sum(child.number)', 'parent.step', 'sum(child.step)') }} as verdict
from {{ ref('int_node') }} as parent
inner join {{ ref('int_node') }} as child
    on parent.filing_id = child.filing_id and parent.form = child.form and parent.measure = child.measure
        and parent.row_key = child.parent_key
group by
    parent.filing_id, parent.fiscal_year, parent.form, parent.row_key, parent.measure, parent.role,
    parent.first_occurrence, parent.number, parent.step
