-- One row a paragraph of the text outside tables, joined over page ends.
select * exclude (fiscal_year, region) from {{ source('raw', 'paragraph') }}
