-- Every figure that measures are made of: published amounts and what stands beside them, each with its place.
{{ config(materialized='view') }}

with printed as (
    select *
    from {{ ref('int_line_item') }}
    where value is not null or value_source = 'unread'
    qualify row_number() over (
            partition by filing_id, form, row_key, measure order by number is null asc, occurrence asc
        ) = 1
),

figure as (
    select
        filing_id,
        dimension,
        code,
        code_name,
        code_level,
        amount_cny as value,
        form,
        row_key,
        measure
    from {{ ref('int_amount') }}
    where form is not null
    union all by name
    select
        filing_id,
        dimension,
        code,
        code_name,
        value,
        form,
        row_key,
        measure,
        raw_text,
        page,
        line_no
    from {{ ref('int_statistic') }}
)

select
    figure.filing_id,
    figure.dimension,
    figure.code,
    figure.code_name,
    figure.code_level,
    figure.value,
    figure.form,
    figure.row_key,
    figure.measure,
    coalesce(item.raw_text, figure.raw_text) as raw_text,
    coalesce(printed.page, figure.page) as page,
    printed.sheet,
    printed.table_no,
    printed.row_no,
    printed.col_no,
    coalesce(printed.line_no, figure.line_no) as line_no
from figure
left join printed
    on figure.filing_id = printed.filing_id and figure.form = printed.form and figure.row_key = printed.row_key
        and figure.measure = printed.measure
left join {{ ref('stg_line_item') }} as item
    on printed.filing_id = item.filing_id and printed.form = item.form and printed.row_key = item.row_key
        and printed.measure = item.measure and printed.occurrence = item.occurrence
