{{ config(post_hook=['{{ filing_as_of() }}', '{{ line_item_as_of() }}']) }}

select
    filing_id,
    fiscal_year,
    region_code,
    department_id,
    department,
    unit,
    scope,
    version_no,
    is_current,
    superseded_by,
    title,
    published_on,
    withdrawn_on,
    source_url,
    note,
    path,
    format,
    n_bytes,
    sha256,
    arrival,
    fiscal_year_source,
    region_source,
    department_source,
    scope_source,
    parser_version
from {{ ref('stg_filing') }}
order by fiscal_year asc, region_code asc, department_id asc, scope asc, version_no asc, filing_id asc
