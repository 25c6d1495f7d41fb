-- A row of the text that is named by class, group and item bears the names under which the form prints its amount.
{% set name = '[\\p{Han}（）()、]{2,40}' -%}
{% set chain = name ~ '[（(]类[)）][^，。；（(]{0,3}' ~ name ~ '[（(]款[)）]' ~ name ~ '[（(]项[)）]' -%}
with chain as (
    select
        *,
        unnest(regexp_extract_all(flat, '{{ chain }}')) as chain,
        generate_subscripts(regexp_extract_all(flat, '[（(]项[)）]'), 1) as chain_no
    from {{ ref('int_text') }}
    where
        kind in ('text', 'heading')
        and len(regexp_extract_all(flat, '{{ chain }}'))
        = len(regexp_extract_all(flat, '[（(]项[)）]'))
),

spent as (
    select
        *,
        row_number() over (partition by filing_id, paragraph_no order by fact_no asc) as chain_no,
        count(*) over (partition by filing_id, paragraph_no) as n_spent
    from {{ ref('int_text_fact') }}
    where
        is_current and aspect = 'final' and is_money and number is not null
        and coalesce(form, 'general_budget_by_function') = 'general_budget_by_function'
),

told as (
    select
        chain.*,
        spent.number,
        spent.step,
        spent.shown,
        split_part(regexp_replace(chain.chain, '[（(](类|款|项)[)）]', '|', 'g'), '|', 1) as class_name,
        split_part(regexp_replace(chain.chain, '[（(](类|款|项)[)）]', '|', 'g'), '|', 2) as group_name,
        split_part(regexp_replace(chain.chain, '[（(](类|款|项)[)）]', '|', 'g'), '|', 3) as item_name,
        count(*) over (partition by chain.filing_id, chain.paragraph_no) as n_chains,
        spent.n_spent
    from chain
    inner join spent
        on chain.filing_id = spent.filing_id and chain.paragraph_no = spent.paragraph_no
            and chain.chain_no = spent.chain_no
),

row as (
    select
        cell.*,
        {{ folded('cell.row_label') }} as item_label,
        {{ folded('higher.row_label') }} as group_label,
        {{ folded('top.row_label') }} as class_label
    from {{ ref('int_cell') }} as cell
    inner join {{ ref('int_cell') }} as higher
        on cell.filing_id = higher.filing_id and cell.form = higher.form and cell.measure = higher.measure
            and left(cell.row_key, 5) = higher.row_key
    inner join {{ ref('int_cell') }} as top
        on cell.filing_id = top.filing_id and cell.form = top.form and cell.measure = top.measure
            and left(cell.row_key, 3) = top.row_key
    where
        cell.form = 'general_budget_by_function' and cell.measure = 'total' and cell.state = 'printed'
        and regexp_full_match(cell.row_key, '[0-9]{7}')
),

-- The row meant is the one row of the class that has the amount.
meant as (
    select
        told.*,
        row.row_key,
        row.row_label,
        row.item_label,
        row.group_label,
        row.measure,
        row.table_no,
        count(*) over (partition by told.filing_id, told.paragraph_no, told.chain_no) as n_rows,
        {{ place(
            "'operand'", 'row.filing_id', 'row.form', 'row.row_key', 'row.measure', 'row.row_label', 'row.raw_text',
            'row.amount_cny', 'row.page', 'row.sheet', 'row.table_no', 'row.row_no', 'row.col_no', 'row.line_no'
        ) }} as row_place
    from told
    inner join row
        on told.filing_id = row.filing_id and told.number = row.amount_cny
            -- 卫生健康（类） is 卫生健康支出.
            and ends_with(
                regexp_replace({{ folded('told.class_name') }}, '支出$', ''), regexp_replace(row.class_label, '支出$', '')
            )
    where told.n_chains = told.n_spent and told.number <> 0
),

judged as (
    select
        *,
        {{ folded('item_name') }} = item_label as is_item,
        {{ folded('group_name') }} = group_label as is_group
    from meant
    -- Two rows with one amount: the one that bears the name, else none.
    where n_rows = 1 or is_item
)

select
    {{ of_paragraph('judged', 'N-NAME') }},
    'chain|' || paragraph_no || '|' || chain_no as statement_key,
    case when is_item and not is_group then 'group|' || group_label else 'item|' || row_key end as cluster,
    'general_budget_by_function' as form,
    row_key,
    measure,
    row_key || ' ' || row_label as name,
    case when is_item then group_name || '（款）' else item_name || '（项）' end as printed,
    case when is_item then group_label || '（款）' else item_label || '（项）' end as expected,
    case when is_item and is_group then 'exact' else 'fail' end as verdict,
    [row_place] as operands
from judged
