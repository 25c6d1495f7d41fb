-- One row a sentence of the text with an amount that no wording took.
select * exclude (fiscal_year, region) from {{ source('raw', 'unread_sentence') }}
