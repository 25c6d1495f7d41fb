-- One row a printed table, as read.
select * from {{ source('raw', 'printed_table') }}
