-- A filing is the account of a department (部门决算) or of a unit (单位决算): its titles say one of the two.
with title as (
    select
        *,
        unnest(regexp_extract_all(flat, '[0-9]{4}年?度?(部门|单位)决算', 1)) as kind_word
    from {{ ref('int_text') }}
    where kind in ('heading', 'caption', 'contents', 'text') and length(flat) <= 40
),

cover as (
    select
        filing_id,
        regexp_extract(regexp_replace(title, '\s', '', 'g'), '[0-9]{4}年?度?(部门|单位)决算', 1) as kind_word
    from {{ ref('stg_filing') }}
    where is_current
),

own as (
    select
        title.filing_id,
        coalesce(nullif(cover.kind_word, ''), arg_min(title.kind_word, title.paragraph_no)) as own_word
    from title
    left join cover on title.filing_id = cover.filing_id
    group by title.filing_id, cover.kind_word
),

first as (
    select
        own.*,
        title.flat,
        title.page,
        title.line_no
    from own
    left join title on own.filing_id = title.filing_id and own.own_word = title.kind_word
    qualify row_number() over (partition by own.filing_id order by title.paragraph_no asc) = 1
)

select
    {{ of_paragraph('title', 'D-KIND-MIX') }},
    'title|' || title.paragraph_no as statement_key,
    'kind' as cluster,
    title.flat as printed,
    first.own_word || '决算' as expected,
    case when title.kind_word = first.own_word then 'exact' else 'fail' end as verdict,
    [{{ place(
        "'operand'", 'first.filing_id', label='first.flat', printed='first.flat', page='first.page',
        line_no='first.line_no'
    ) }}] as operands
from title
inner join first on title.filing_id = first.filing_id
-- A title may say both (部门决算 and its 单位决算): one statement a paragraph and word.
qualify row_number() over (
        partition by title.filing_id, title.paragraph_no order by title.kind_word = first.own_word asc
    ) = 1
