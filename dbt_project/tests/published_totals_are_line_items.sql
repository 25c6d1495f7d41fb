-- Nothing is published here that is not a line item of a current filing, and nothing twice.
{{ config(meta={'dagster': {'ref': {'name': 'fct_published_total'}}}) }}

select count(*) as n_published
from {{ ref('fct_published_total') }}
having count(*) <> (select count(*) from {{ ref('int_line_item') }} where value is not null)
