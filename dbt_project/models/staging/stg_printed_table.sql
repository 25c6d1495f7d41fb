-- One row a printed table, with the printed step: what the last printed digit is worth in yuan.
select
    tab.*,
    cast(units.factor_cny / power(10, tab.decimals) as decimal(24, 6)) as step_cny
from {{ source('raw', 'printed_table') }} as tab
left join {{ ref('units') }} as units on tab.unit = units.unit and units.kind = 'money'
