-- What the rules found in text and evaluation forms: one finding a rule and cluster, at its first place; the places of
-- its other hits and of the amounts that it compares are in `places`.
with failed as (
    select
        said.*,
        {{ place(
            "'named'", 'said.filing_id', 'said.form', 'said.row_key', 'said.measure', 'said.name', 'said.printed',
            page='said.page', sheet='said.sheet', table_no='said.table_no', row_no='said.row_no',
            col_no='said.col_no', line_no='said.line_no'
        ) }} as own_place,
        row_number() over (
            partition by said.filing_id, said.rule_id, said.cluster
            order by
                list_position(['error', 'warn', 'info'], said.severity) asc, said.page asc, said.line_no asc,
                said.row_no asc, said.statement_key asc
        ) as hit_no
    from {{ ref('int_statement') }} as said
    where said.verdict in ('fail', 'soft')
),

clustered as (
    select
        filing_id,
        rule_id,
        cluster,
        count(*) as n_hits,
        list(own_place order by hit_no) as hits,
        flatten(list(operands order by hit_no) filter (where operands is not null)) as others
    from failed
    group by filing_id, rule_id, cluster
),

worded as (
    select
        first.*,
        clustered.n_hits,
        list_concat(clustered.hits, coalesce(clustered.others, [])) as places,
        rules.message_zh as template_zh,
        rules.message_en as template_en
    from failed as first
    inner join clustered
        on first.filing_id = clustered.filing_id and first.rule_id = clustered.rule_id
            and first.cluster = clustered.cluster
    inner join {{ ref('rules') }} as rules on first.rule_id = rules.rule_id
    where first.hit_no = 1
)

select
    worded.rule_id,
    'statement' as origin,
    worded.severity,
    worded.filing_id,
    filing.fiscal_year,
    filing.region_code,
    rtrim(
        {{ worded('template_en') }}
        || case when worded.n_hits > 1 then '(' || worded.n_hits || ' places)' else '' end
    ) as message_en,
    {{ worded('template_zh') }}
    || case when worded.n_hits > 1 then '（共 ' || worded.n_hits || ' 处）' else '' end as message_zh,
    worded.form,
    worded.row_key,
    worded.measure,
    worded.printed as raw_text,
    worded.expected,
    worded.unit,
    worded.page,
    worded.sheet,
    worded.table_no,
    worded.row_no,
    worded.col_no,
    worded.line_no,
    substr(md5(concat_ws('|', worded.filing_id, 'statement', worded.rule_id, worded.cluster)), 1, 16) as finding_id,
    worded.places
from worded
inner join {{ ref('stg_filing') }} as filing on worded.filing_id = filing.filing_id
