-- Codes that filings show and the code lists do not, each with the name that most filings print beside it.
-- The first of equally frequent names in text order is taken, so that the same input gives the same name.
with shown as (
    select
        case when key_kind = 'economic' then 'economic' else 'function' end as classification,
        code,
        nullif(case when key_kind = 'line' then null else row_label end, '') as name,
        count(distinct filing_id) as n_filings
    from {{ ref('int_item') }}
    where code is not null
    group by all
),

unlisted as (
    select shown.*
    from shown
    left join {{ ref('function_codes') }} as function_codes
        on shown.classification = 'function' and shown.code = function_codes.code
    left join {{ ref('economic_codes') }} as economic_codes
        on shown.classification = 'economic' and shown.code = economic_codes.code
    where function_codes.code is null and economic_codes.code is null
)

select classification, code, name
from unlisted
qualify row_number() over (
        partition by classification, code
        order by name is null, n_filings desc, name asc
    ) = 1
