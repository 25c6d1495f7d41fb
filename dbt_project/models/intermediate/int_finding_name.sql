-- Codes that a filing names otherwise than the list does, at the first place of each: the code is trusted. The name of
-- another year, or none of the list, is for information; the name of another code of that level is a warning.
with listed as (
    select distinct classification, code, {{ folded('name') }} as name
    from {{ ref('int_code_list') }}
    where is_listed
),

printed as (
    select
        *,
        case when key_kind = 'economic' then 'economic' else 'function' end as classification,
        regexp_replace({{ folded('row_label') }}, '[(][类款项][)]$', '') as label
    from {{ ref('int_item') }}
    where code is not null and row_label <> ''
    qualify row_number() over (
            partition by filing_id, classification, code, label
            order by table_no asc, row_no asc, col_no asc, line_no asc, measure asc, occurrence asc
        ) = 1
),

known as (
    -- Which codes of the list, of the same level, bear the printed name in any year.
    select
        printed.filing_id,
        printed.classification,
        printed.code,
        printed.label,
        bool_or(listed.code = printed.code) as is_of_another_year,
        bool_or(listed.code <> printed.code) as is_of_another_code
    from printed
    inner join listed
        on printed.classification = listed.classification and printed.label = listed.name
            and length(printed.code) = length(listed.code)
    group by all
),

doubt as (
    select
        printed.*,
        years.code_name,
        coalesce(known.is_of_another_year, false) as is_of_another_year,
        coalesce(known.is_of_another_code, false) as is_of_another_code
    from printed
    inner join {{ ref('dim_code_year') }} as years
        on printed.classification = years.classification and printed.code = years.code
            and printed.fiscal_year = years.fiscal_year and years.is_listed
    left join known
        on printed.filing_id = known.filing_id and printed.classification = known.classification
            and printed.code = known.code and printed.label = known.label
    where printed.label <> {{ folded('years.code_name') }}
)

select
    'code_name' as rule_id,
    'warehouse' as origin,
    if(is_of_another_code and not is_of_another_year, 'warn', 'info') as severity,
    filing_id,
    fiscal_year,
    region_code,
    'Code ' || code || ' is called "' || row_label || '", in the list "' || code_name || '"' || case
        when is_of_another_year then ', a name of other years'
        when is_of_another_code then ', and that is the name of another code'
        else ''
    end || '; the code counts' as message_en,
    '科目 ' || code || ' 印作“' || row_label || '”，科目表为“' || code_name || '”' || case
        when is_of_another_year then '（其他年度的名称）'
        when is_of_another_code then '（为另一科目的名称）'
        else ''
    end || '，以编码为准' as message_zh,
    form,
    row_key,
    measure,
    row_label as raw_text,
    code_name as expected,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no,
    1 as occurrence
from doubt
