-- Which row adds up to which, by form and year: every row key with itself (distance 0) and all rows above it.
-- Distances only order the rows above one key; codes hang below their prefixes, economic classes below
-- personnel or office expenditure, named lines as the seed says.
with recursive row_keys as (
    select distinct form, key_kind, fiscal_year, row_key, code from {{ ref('int_item') }}
),

prefixes as (
    select row_keys.*, 10 - size.n as distance, left(code, size.n) as ancestor
    from row_keys
    cross join (values (3), (5), (7)) as size (n)
    where key_kind <> 'line' and length(code) > size.n and regexp_full_match(code, '[0-9]+')
),

groups as (
    select row_keys.*, 8 as distance, economic_groups.group_key as ancestor
    from row_keys
    inner join {{ ref('economic_groups') }} as economic_groups
        on left(row_keys.code, 3) = economic_groups.class_code
            and row_keys.fiscal_year >= coalesce(economic_groups.fy_from, 0)
            and row_keys.fiscal_year <= coalesce(economic_groups.fy_to, 9999)
    where row_keys.key_kind = 'economic'
),

parents as (
    select row_keys.*, coalesce(line.parent_key, 'expenditure.expenditure_total') as ancestor, 1 as distance
    from row_keys
    left join {{ ref('form_lines') }} as line on row_keys.form = line.form and row_keys.row_key = line.row_key
    where row_keys.key_kind = 'line' and (line.parent_key is not null or row_keys.code is not null)
),

lines as (
    select form, fiscal_year, row_key, ancestor, distance from parents
    union all
    select lines.form, lines.fiscal_year, lines.row_key, line.parent_key as ancestor, lines.distance + 1 as distance
    from lines
    inner join {{ ref('form_lines') }} as line on lines.form = line.form and lines.ancestor = line.row_key
    where line.parent_key is not null
)

select form, fiscal_year, row_key, row_key as ancestor, 0 as distance from row_keys
union all
select form, fiscal_year, row_key, ancestor, distance from prefixes
union all
select form, fiscal_year, row_key, ancestor, distance from groups
union all
select form, fiscal_year, row_key, 'total' as ancestor, 9 as distance
from row_keys
where key_kind <> 'line' and row_key <> 'total'
union all
select form, fiscal_year, row_key, ancestor, distance from lines
