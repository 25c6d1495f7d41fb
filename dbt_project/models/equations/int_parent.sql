-- Which row each row adds up to: the nearest row above it that the filing has, blank or not. Codes hang below their
-- prefixes, economic classes below personnel or office expenditure, named lines as the seed says. A row whose
-- parent the filing lacks at every level keeps the nearest, so that the sum is known to miss its total.
with here as (
    select distinct filing_id, fiscal_year, form, key_kind, row_key, code from {{ ref('int_cell') }}
),

above as (
    select here.filing_id, here.form, here.row_key, left(here.code, size.n) as ancestor, 10 - size.n as distance
    from here
    cross join (values (3), (5), (7)) as size (n)
    where here.key_kind <> 'line' and length(here.code) > size.n and regexp_full_match(here.code, '[0-9]+')
    union all
    select here.filing_id, here.form, here.row_key, 'total' as ancestor, 9 as distance
    from here
    where here.key_kind = 'function' and here.row_key <> 'total'
    union all
    select here.filing_id, here.form, here.row_key, groups.group_key as ancestor, 9 as distance
    from here
    inner join {{ ref('economic_groups') }} as groups
        on here.code = groups.class_code
            and here.fiscal_year between coalesce(groups.fy_from, 0) and coalesce(groups.fy_to, 9999)
    where here.key_kind = 'economic'
    union all
    select here.filing_id, here.form, here.row_key, line.parent_key as ancestor, 1 as distance
    from here
    inner join {{ ref('form_lines') }} as line on here.form = line.form and here.row_key = line.row_key
    where line.parent_key is not null
    union all
    select here.filing_id, here.form, here.row_key, higher.parent_key as ancestor, 2 as distance
    from here
    inner join {{ ref('form_lines') }} as line on here.form = line.form and here.row_key = line.row_key
    inner join {{ ref('form_lines') }} as higher on line.form = higher.form and line.parent_key = higher.row_key
    where higher.parent_key is not null
    union all
    select here.filing_id, here.form, here.row_key, 'expenditure.expenditure_total' as ancestor, 1 as distance
    from here
    where here.key_kind = 'line' and here.code is not null
)

select
    above.filing_id,
    above.form,
    above.row_key,
    arg_min(above.ancestor, above.distance + case when here.row_key is null then 100 else 0 end) as parent_key
from above
left join here on above.filing_id = here.filing_id and above.form = here.form and above.ancestor = here.row_key
group by above.filing_id, above.form, above.row_key
