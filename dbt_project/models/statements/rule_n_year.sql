-- The text speaks of its own year: what the forms print for this year is not told as the amount of the year before, and
-- changes are against the year before.
with unchanged as (
    select distinct filing_id, subject
    from {{ ref('int_text_fact') }}
    where is_current and aspect = 'delta' and number = 0
),

stale as (
    select
        fact.*,
        filing.fiscal_year,
        {{ place(
            "'operand'", 'cell.filing_id', 'cell.form', 'cell.row_key', 'cell.measure', 'cell.row_label',
            'cell.raw_text', 'cell.amount_cny', 'cell.page', 'cell.sheet', 'cell.table_no', 'cell.row_no',
            'cell.col_no', 'cell.line_no'
        ) }} as cell_place,
        abs(fact.number - cell.amount_cny) * 2 < fact.step + cell.step_cny as is_of_this_year,
        -- Both years side by side: the amount did not change.
        count(*) filter (where other.is_current) over (partition by fact.filing_id, fact.fact_no) > 0 as is_told_beside
    from {{ ref('int_text_fact') }} as fact
    inner join {{ ref('stg_filing') }} as filing on fact.filing_id = filing.filing_id
    inner join {{ ref('int_cell') }} as cell
        on fact.filing_id = cell.filing_id and fact.form = cell.form and fact.row_key = cell.row_key
            and fact.measure = cell.measure and cell.state = 'printed' and cell.occurrence = 1
    left join {{ ref('int_text_fact') }} as other
        on fact.filing_id = other.filing_id and fact.subject = other.subject and fact.fact_no <> other.fact_no
            and fact.sentence = other.sentence and fact.number = other.number and other.aspect = 'final'
    where fact.is_prior and fact.aspect = 'final' and fact.is_money and fact.number <> 0
    qualify row_number() over (partition by fact.filing_id, fact.fact_no order by other.fact_no asc) = 1
),

changed as (
    select distinct filing_id, paragraph_no
    from {{ ref('int_text_fact') }}
    where aspect in ('delta', 'growth')
),

base as (
    select
        text.*,
        filing.fiscal_year,
        unnest(regexp_extract_all(
            text.flat,
            '(?:与|比|较|同)([0-9]{4})年(?:度|初|末|底)?(?:同期|决算|支出|收入|总|数|的|相比|相|对比|增|减|持平|下降|上升|无|基本|各|，)', 1
        )) as found
    from {{ ref('int_text') }} as text
    inner join changed on text.filing_id = changed.filing_id and text.paragraph_no = changed.paragraph_no
    inner join {{ ref('stg_filing') }} as filing on text.filing_id = filing.filing_id
    where text.kind = 'text'
)

select
    {{ of_fact('stale', 'N-YEAR', "left(stale.period, 4) || '年 ' || stale.shown") }},
    stale.fiscal_year || '年' as expected,
    case
        when stale.is_of_this_year and not stale.is_told_beside and unchanged.subject is null then 'fail'
        else 'exact'
    end as verdict,
    [stale.cell_place] as operands
from stale
left join unchanged on stale.filing_id = unchanged.filing_id and stale.subject = unchanged.subject
union all by name
select
    {{ of_paragraph('base', 'N-YEAR') }},
    concat_ws('|', 'base', paragraph_no, found) as statement_key,
    section as name,
    found || '年' as printed,
    (fiscal_year - 1) || '年' as expected,
    case
        when cast(found as integer) in (fiscal_year, fiscal_year - 1) then 'exact'
        -- An earlier year too (比2019年), in one sentence with the year before.
        when
            regexp_matches(
                flat, '(与|比|较|同)(上年|去年|上一年|' || (fiscal_year - 1) || '年)[^。]*(与|比|较|同)' || found || '年'
            )
            then 'exact'
        else 'fail'
    end as verdict,
    cast(null as struct(
        role varchar, filing_id varchar, form varchar, row_key varchar, measure varchar, row_label varchar,
        printed varchar, printed_cny decimal(20, 2), proposal_cny decimal(20, 2), page bigint, sheet varchar,
        table_no bigint, row_no bigint, col_no bigint, line_no bigint
    )[]) as operands
from base
qualify row_number() over (partition by filing_id, paragraph_no, found order by found asc) = 1
