-- What the text lists as parts of personnel and office expenditure: amounts that add up to it where the form prints no
-- other part, and no item that has no money in the form (such items are left out of the list).
with item as (
    select
        fact.*,
        case when left(fact.row_key, 3) in ('301', '303') then 'personnel_total' else 'office_total' end as group_key
    from {{ ref('int_text_fact') }} as fact
    where
        fact.is_current and fact.form = 'basic_expenditure_by_economic' and fact.aspect = 'final' and fact.is_money
        and regexp_full_match(fact.row_key, '[0-9]{5}')
    qualify row_number() over (partition by fact.filing_id, fact.subject order by fact.fact_no asc) = 1
),

cell as (
    select
        *,
        case when left(row_key, 3) in ('301', '303') then 'personnel_total' else 'office_total' end as group_key,
        regexp_replace(regexp_replace({{ folded('row_label') }}, '支出$', ''), '费用$', '费') as stem
    from {{ ref('int_cell') }}
    where form = 'basic_expenditure_by_economic' and regexp_full_match(row_key, '[0-9]{5}')
),

unlisted as (
    select cell.filing_id, cell.group_key
    from cell
    anti join item on cell.filing_id = item.filing_id and cell.row_key = item.row_key
    where cell.state = 'unread' or (cell.state = 'printed' and cell.amount_cny <> 0)
    group by cell.filing_id, cell.group_key
),

added as (
    select
        filing_id,
        group_key,
        count(*) as n,
        sum(number) as parts,
        sum(low) as low,
        sum(high) as high,
        bool_or(is_unit_slip) as has_slip
    from item
    group by filing_id, group_key
),

total as (
    select *
    from {{ ref('int_text_fact') }}
    where
        is_current and form = 'basic_expenditure_by_economic' and aspect = 'final' and is_money
        and row_key in ('personnel_total', 'office_total')
    qualify row_number() over (partition by filing_id, row_key order by fact_no asc) = 1
),

list as (
    select
        *,
        unnest(regexp_extract_all(flat, '(?:人员经费|公用经费)[^；;。]*?主要(?:包括|用于|是)[:：]?([^；;。]+)', 1)) as listed
    from {{ ref('int_text') }}
    where kind = 'text'
),

named as (
    select
        * exclude (listed),
        unnest(string_split_regex(listed, '[、，,]')) as item_name
    from list
),

-- 货物、工程、服务 are all that is procured: no form need print them.
bought as (
    select
        filing_id,
        paragraph_no,
        sum(number) filter (where row_key <> 'procurement.total') as parts,
        sum(low) filter (where row_key <> 'procurement.total') as low,
        sum(high) filter (where row_key <> 'procurement.total') as high,
        bool_or(is_unit_slip) as has_slip,
        arg_min(fact_no, fact_no) filter (where row_key = 'procurement.total') as total_no
    from {{ ref('int_text_fact') }}
    where
        is_current and aspect = 'final' and is_money
        and row_key in ('procurement.total', 'procurement.goods', 'procurement.works', 'procurement.services')
    group by filing_id, paragraph_no
    having count(distinct row_key) = 4 and count(*) = 4
),

hit as (
    select
        named.*,
        cell.row_key,
        cell.row_label,
        cell.state,
        cell.raw_text,
        cell.measure,
        cell.amount_cny,
        {{ place(
            "'operand'", 'cell.filing_id', 'cell.form', 'cell.row_key', 'cell.measure', 'cell.row_label',
            'cell.raw_text', 'cell.amount_cny', 'cell.page', 'cell.sheet', 'cell.table_no', 'cell.row_no',
            'cell.col_no', 'cell.line_no'
        ) }} as cell_place
    from named
    inner join cell
        on named.filing_id = cell.filing_id
            and regexp_replace(regexp_replace({{ folded('named.item_name') }}, '支出$', ''), '费用$', '费') = cell.stem
    where cell.state in ('printed', 'blank') and cell.stem <> '其他'
    -- A name that two codes bear (住房公积金 of the year before 2018) says nothing where either has money.
    qualify bool_and(cell.state = 'blank' or cell.amount_cny = 0) over (
            partition by named.filing_id, named.paragraph_no, named.item_name
        )
)

select
    {{ of_fact('total', 'N-LIST') }},
    {{ plain('cast(added.parts / total.factor as decimal(24, 6))') }} || total.unit as expected,
    case
        when added.has_slip then 'not_evaluated'
        when added.parts = total.number then 'exact'
        when added.low < total.high and added.high > total.low then 'rounding'
        when added.parts < total.number and unlisted.filing_id is not null then 'exact'
        else 'fail'
    end as verdict
from added
inner join total on added.filing_id = total.filing_id and added.group_key = total.row_key
left join unlisted on added.filing_id = unlisted.filing_id and added.group_key = unlisted.group_key
where added.n >= 2
union all by name
select
    {{ of_fact('spent', 'N-LIST') }},
    {{ plain('cast(bought.parts / spent.factor as decimal(24, 6))') }} || spent.unit as expected,
    case
        when bought.has_slip then 'not_evaluated'
        when bought.parts = spent.number then 'exact'
        when bought.low < spent.high and bought.high > spent.low then 'rounding'
        else 'fail'
    end as verdict
from bought
inner join {{ ref('int_text_fact') }} as spent
    on bought.filing_id = spent.filing_id and bought.total_no = spent.fact_no
union all by name
select
    {{ of_paragraph('hit', 'N-LIST') }},
    'item|' || paragraph_no || '|' || row_key as statement_key,
    'item|' || state as cluster,
    'basic_expenditure_by_economic' as form,
    row_key,
    measure,
    item_name as name,
    item_name as printed,
    case when state = 'blank' then '—' else raw_text end as expected,
    'fail' as verdict,
    case when state = 'blank' then 'info' end as severity,
    [cell_place] as operands
from hit
