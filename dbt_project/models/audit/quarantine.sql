-- Files that did not land, each with its reason, and versions of filings that did and do not count.
with refused as (
    select path, sha256, reason, message_en, message_zh, parser_version
    from {{ source('raw', 'quarantine') }}
),

superseded as (
    select
        earlier.path,
        earlier.sha256,
        'superseded' as reason,
        'Another version of the same filing is current: ' || later.path
        || '. This one is kept, not counted. published_on in filings.csv decides their order.'
            as message_en,
        '同一公开文件另有现行版本：' || later.path
        || '。本版本保留但不计入；版本先后可在 filings.csv 的 published_on 中注明。' as message_zh,
        earlier.parser_version
    from {{ ref('stg_filing') }} as earlier
    inner join {{ ref('stg_filing') }} as later on earlier.superseded_by = later.filing_id
),

withdrawn as (
    select
        path,
        sha256,
        'withdrawn' as reason,
        'Withdrawn on ' || withdrawn_on || ', as filings.csv says. It is kept, not counted.' as message_en,
        'filings.csv 注明已于 ' || withdrawn_on || ' 撤回。保留但不计入。' as message_zh,
        parser_version
    from {{ ref('stg_filing') }}
    where withdrawn_on is not null
)

select path, sha256, reason, message_en, message_zh, parser_version from refused
union all
select path, sha256, reason, message_en, message_zh, parser_version from superseded
union all
select path, sha256, reason, message_en, message_zh, parser_version from withdrawn
order by path asc, sha256 asc, reason asc
