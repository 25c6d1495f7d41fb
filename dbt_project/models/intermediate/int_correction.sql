-- One row a correction, with the cell that it speaks of as printed there now. `problem` says why it does not hold;
-- one that is applied and has a problem fails the build (tests/corrections_hold.sql), before any fact is made.
with named as (
    -- A path may have had several versions: the current one is meant.
    select
        correction.* exclude (filing_id, path),
        coalesce(filing.path, correction.path) as path,
        correction.filing_id as said_filing_id,
        filing.filing_id,
        filing.is_current,
        filing.superseded_by
    from {{ ref('stg_correction') }} as correction
    left join {{ ref('stg_filing') }} as filing
        on (correction.filing_id is null or correction.filing_id = filing.filing_id)
            and (correction.path is null or correction.path = nfc_normalize(filing.path))
    qualify row_number() over (
            partition by correction.line
            order by filing.is_current desc nulls last, filing.arrival desc, filing.filing_id asc
        ) = 1
),

compared as (
    select
        named.*,
        item.filing_id is not null as has_cell,
        item.value as printed_value,
        item.amount_cny as printed_amount_cny,
        item.value_source as printed_source,
        item.unit,
        item.page,
        item.sheet,
        item.table_no,
        item.row_no,
        item.col_no,
        item.line_no,
        case
            when item.value_source = 'blank' then 'blank'
            else {{ without_spaces('item.raw_text') }}
        end as found,
        {{ without_spaces('named.expects') }} as expected,
        units.kind as unit_kind,
        named.value * units.factor_cny as yuan,
        count(*) filter (where named.status = 'applied') over cell as n_applied,
        min(named.line) filter (where named.status = 'applied') over cell as first_line
    from named
    left join {{ ref('stg_line_item') }} as item
        on named.filing_id = item.filing_id and named.form = item.form and named.row_key = item.row_key
            and named.measure = item.measure and named.occurrence = item.occurrence
    left join {{ ref('units') }} as units on item.unit = units.unit
    window cell as (
        partition by named.filing_id, named.form, named.row_key, named.measure, named.occurrence
    )
),

judged as (
    select
        *,
        case
            when filing_id is null then 'no_filing'
            when not is_current then 'superseded'
            when not has_cell then 'no_cell'
            when found <> expected then 'differs'
            when unit_kind is null then 'unit_unknown'
            when yuan <> round(yuan, 2) then 'too_fine'
            when status = 'applied' and n_applied > 1 then 'doubled'
        end as problem
    from compared
)

select
    line,
    filing_id,
    path,
    form,
    row_key,
    measure,
    occurrence,
    expects,
    found,
    printed_source,
    printed_value,
    printed_amount_cny,
    unit,
    value,
    case when unit_kind = 'money' then cast(yuan as decimal(20, 2)) end as amount_cny,
    reason,
    evidence,
    status,
    problem,
    status = 'applied' and problem is null as is_applied,
    'corrections.csv, line ' || line || ': ' || coalesce(path, said_filing_id) || ', ' || form || ' ' || row_key || ' '
    || measure || case when occurrence > 1 then ' (' || occurrence || ')' else '' end || ': '
    || case problem
        when 'no_filing' then 'expected this filing, found none that landed'
        when 'superseded' then 'expected a current filing, found it superseded by ' || superseded_by
        when 'no_cell' then 'expected ' || expects || ', found no such cell'
        when 'differs' then 'expected ' || expects || ', found ' || found
        when 'unit_unknown' then 'expected a known unit, found ' || coalesce(unit, 'none')
        when 'too_fine' then 'expected whole cents, found ' || value || ' ' || unit
        when 'doubled'
            then 'expected one correction of a cell, found ' || n_applied || ', the first in line ' || first_line
    end as message,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from judged
