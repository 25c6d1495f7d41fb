-- A code or class bears one name in all forms of a filing.
with label as (
    select distinct
        filing_id,
        key_kind,
        code,
        {{ folded('row_label') }} as label,
        form,
        row_key,
        page,
        sheet,
        table_no,
        row_no,
        line_no
    from {{ ref('int_cell') }}
    where code is not null and row_label <> '' and key_kind in ('line', 'function')
),

pair as (
    select
        later.*,
        first.label as first_label,
        first.form as first_form
    from label as later
    inner join label as first
        on later.filing_id = first.filing_id and later.code = first.code and later.table_no > first.table_no
    qualify row_number() over (
            partition by later.filing_id, later.code, later.table_no
            order by first.table_no asc, first.label asc, later.row_no asc, later.line_no asc, later.label asc
        ) = 1
)

select
    'T-LABEL' as rule_id,
    filing_id,
    concat_ws('|', code, table_no) as statement_key,
    'label' as cluster,
    form,
    row_key,
    code as name,
    label as printed,
    first_label as expected,
    page,
    sheet,
    table_no,
    row_no,
    line_no,
    case when label = first_label then 'exact' else 'soft' end as verdict
from pair
