-- One row a value of a current filing: the line items that have one, printed or put right.
select * from {{ ref('int_line_item') }} where value is not null
