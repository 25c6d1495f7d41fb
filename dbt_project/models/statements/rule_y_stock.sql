-- No more vehicles than a year before and bought since: else some came in another way. Fewer were disposed of.
with vehicle as (
    select *
    from {{ ref('int_cell') }}
    where form = 'disclosure_statistics' and row_key = 'vehicles.total' and is_count and state = 'printed'
),

bought as (
    select filing_id, max(number) as number, count(distinct number) as n_said
    from {{ ref('int_text_fact') }}
    where is_current and row_key = 'vehicle_purchase.vehicles' and aspect = 'count' and number is not null
    group by filing_id
)

select
    'Y-STOCK' as rule_id,
    here.filing_id,
    'vehicles' as statement_key,
    here.form,
    here.row_key,
    here.measure,
    here.raw_text as printed,
    {{ plain('cast(before.amount_cny + coalesce(bought.number, 0) as decimal(24, 6))') }} as expected,
    here.page,
    here.sheet,
    here.table_no,
    here.row_no,
    here.col_no,
    here.line_no,
    case
        when here.amount_cny <= before.amount_cny then 'exact'
        when bought.number is null or bought.n_said > 1 then 'not_evaluated'
        when here.amount_cny <= before.amount_cny + bought.number then 'exact'
        else 'soft'
    end as verdict,
    [{{ place(
        "'neighbour'", 'before.filing_id', 'before.form', 'before.row_key', 'before.measure', 'before.row_label',
        'before.raw_text', 'null', 'before.page', 'before.sheet', 'before.table_no', 'before.row_no', 'before.col_no',
        'before.line_no'
    ) }}] as operands
from {{ ref('int_year_before') }} as pair
inner join vehicle as here on pair.filing_id = here.filing_id
inner join vehicle as before on pair.before_id = before.filing_id
left join bought on pair.filing_id = bought.filing_id
