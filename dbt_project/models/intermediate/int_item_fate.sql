-- What became of each line item of the lake, by name. One that has no fate is lost: a test fails.
with fact as (
    select filing_id, form, row_key, measure, occurrence from {{ ref('int_fact_row') }} where residual_of is null
),

residual_base as (
    select filing_id, form, row_key, measure, first_occurrence as occurrence
    from {{ ref('int_children_sum') }}
    where role = 'part' and verdict = 'residual'
    union all
    select filing_id, form, row_key, measure, first_occurrence as occurrence
    from {{ ref('int_unallocated') }}
    where verdict = 'residual'
)

select
    item.filing_id,
    item.form,
    item.row_key,
    item.measure,
    item.occurrence,
    case
        when not filing.is_current then 'superseded'
        when fact.filing_id is not null then 'fact'
        when live.value is null then live.value_source
        when live.number is null then 'unknown_unit'
        when residual_base.filing_id is not null then 'residual_base'
        when node.is_total_row and live.occurrence <> node.first_occurrence then 'repeated_total'
        when live.role = 'balance' then 'balance'
        when live.role = 'total' then 'total_column'
        when live.role = 'part' and not node.is_leaf then 'subtotal'
    end as fate
from {{ ref('stg_line_item') }} as item
left join {{ ref('stg_filing') }} as filing using (filing_id)
left join {{ ref('int_line_item') }} as live using (filing_id, form, row_key, measure, occurrence)
left join {{ ref('int_node') }} as node using (filing_id, form, row_key, measure)
left join fact using (filing_id, form, row_key, measure, occurrence)
left join residual_base using (filing_id, form, row_key, measure, occurrence)
