-- Every code that a current filing shows, and how it stands to the code list of its year:
-- `listed`; `out_of_years` (listed, for other years); `unlisted` (not listed, but below a listed code, at a level that
-- the list does not claim to have whole: nothing doubtful in itself); `unknown` (no such code, or none above it).
with listed as (
    select classification, code, fy_from, fy_to, confidence, source
    from {{ ref('int_code_list') }}
    where source <> 'observed'
),

official_year as (
    select distinct classification, fy_from as fiscal_year
    from listed
    where source = 'official'
),

shown as (
    select
        filing_id,
        fiscal_year,
        case when key_kind = 'economic' then 'economic' else 'function' end as classification,
        code,
        {{ code_level('code') }} as level,
        bool_or(number <> 0) as is_used
    from {{ ref('int_item') }}
    where code is not null
    group by all
),

matched as (
    -- A pattern such as xxx98 stands for that group of any class; a code's own row comes first, and of its spans of
    -- years that of this one. In the year of an official list only what it says counts.
    select
        shown.*,
        own.fy_from,
        own.fy_to,
        own.confidence,
        own.code is not null as is_listed,
        own.code is not null
        and shown.fiscal_year between coalesce(own.fy_from, 0) and coalesce(own.fy_to, 9999)
        and (own.source = 'official' or official_year.fiscal_year is null) as is_in_years,
        above.code is not null as is_below_listed
    from shown
    left join listed as own
        on shown.classification = own.classification
            and {{ code_matches('shown.code', 'own.code') }}
    left join official_year
        on shown.classification = official_year.classification and shown.fiscal_year = official_year.fiscal_year
    left join listed as above
        on shown.classification = above.classification and length(shown.code) > 3
            and {{ code_matches('left(shown.code, length(shown.code) - 2)', 'above.code') }}
    qualify row_number() over (
            partition by shown.filing_id, shown.classification, shown.code
            order by
                own.code = shown.code desc nulls last, is_in_years desc, own.code asc, own.fy_from desc nulls last,
                own.source asc, above.code asc
        ) = 1
)

select
    matched.filing_id,
    matched.fiscal_year,
    matched.classification,
    matched.code,
    matched.level,
    matched.is_used,
    matched.fy_from,
    matched.fy_to,
    matched.confidence,
    case
        when matched.is_in_years then 'listed'
        when matched.is_listed then 'out_of_years'
        when matched.is_below_listed and not levels.is_complete then 'unlisted'
        else 'unknown'
    end as standing
from matched
left join {{ ref('code_levels') }} as levels
    on matched.classification = levels.classification and matched.level = levels.level
