-- Every number carries its unit, and the right one: an amount that has the digits of its cell under another unit is a
-- slip of the unit; a rate without a percent sign is none; 万 for 万元 is a habit.
with slip as (
    select
        {{ of_fact('fact', 'N-UNIT') }},
        cell_text || cell_unit as expected,
        case when is_unit_slip then 'fail' else 'exact' end as verdict,
        [{{ place(
            "'operand'", 'filing_id', 'form', 'row_key', 'measure', 'cell_label', 'cell_text', 'cell_number',
            'cell_page', 'cell_sheet', 'cell_table_no', 'cell_row_no', 'cell_col_no', 'cell_line_no'
        ) }}] as operands
    from {{ ref('int_text_fact') }} as fact
    where is_current and is_money and cell_factor is not null and cell_number is not null
),

bare as (
    select
        *,
        unnest(regexp_extract_all(
            flat,
            '(?:增长|下降)(?:[1-9][0-9]*(?:[.][0-9]+)?|0[.][0-9]*[1-9][0-9]*)[。；，;）]|占[0-9]+[.][0-9]+[。；，;）]'
        )) as found
    from {{ ref('int_text') }}
    where kind = 'text'
),

short as (
    select *, unnest(regexp_extract_all(flat, '[0-9][.][0-9]+万[（(，。；、,;]')) as found
    from {{ ref('int_text') }}
    where kind = 'text'
)

select * from slip
union all by name
select
    {{ of_paragraph('bare', 'N-UNIT') }},
    'bare|' || paragraph_no || '|' || found as statement_key,
    regexp_replace(found, '[。；，;）]$', '') as printed,
    printed || '%' as expected,
    'fail' as verdict
from bare
union all by name
select
    {{ of_paragraph('short', 'N-UNIT') }},
    'short|' || paragraph_no || '|' || found as statement_key,
    'short' as cluster,
    left(found, length(found) - 1) as printed,
    printed || '元' as expected,
    'soft' as verdict,
    'info' as severity
from short
