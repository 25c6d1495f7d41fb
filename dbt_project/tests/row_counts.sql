-- No row is lost or doubled on its way from the lake to the marts: each pair of counts is equal.
{{ config(meta={'dagster': {'ref': {'name': 'int_item_fate'}}}) }}

with counted (what, n_before, n_after) as (
    {%- for table in ['filing', 'printed_table', 'line_item', 'cell', 'signal', 'paragraph', 'narrative_fact',
        'unread_sentence', 'project_evaluation', 'project_funding', 'performance_indicator', 'project_text'] %}
        select
            'lake {{ table }}',
            (select cast(n_rows as bigint) from {{ source('raw', 'lake_count') }} where table_name = '{{ table }}'),
            (select count(*) from {{ source('raw', table) }})
        union all
    {%- endfor %}
    {%- for before, after in [
        (source('raw', 'filing'), ref('dim_filing')),
        (source('raw', 'filing'), ref('filing_quality')),
        (source('raw', 'printed_table'), ref('stg_printed_table')),
        (source('raw', 'line_item'), ref('stg_line_item')),
        (source('raw', 'line_item'), ref('int_item_fate')),
        (source('raw', 'signal'), ref('int_finding_reader')),
        (source('raw', 'correction'), ref('correction')),
        (ref('int_item'), ref('fct_published_total')),
    ] %}
        select
            '{{ before.identifier }} {{ after.identifier }}',
            (select count(*) from {{ before }}),
            (select count(*) from {{ after }})
        union all
    {%- endfor %}
    select
        'quarantine',
        (select count(*) from {{ source('raw', 'quarantine') }})
        + (select count(*) from {{ ref('dim_filing') }} where not is_current),
        (select count(*) from {{ ref('quarantine') }})
)

select * from counted where n_before is distinct from n_after
