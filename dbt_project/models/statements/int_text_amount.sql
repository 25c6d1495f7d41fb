-- The amounts of the year that a rate or sum of the text may refer to: as the text states them and as the forms
-- print them. A claim that holds for either is no contradiction; that the two differ is another rule's finding.
select
    filing_id,
    'text' as source,
    paragraph_no,
    subject,
    form,
    row_key,
    measure,
    aspect,
    spoken as name,
    shown,
    amount_cny,
    number,
    low,
    high,
    page,
    cast(null as varchar) as sheet,
    cast(null as bigint) as table_no,
    cast(null as bigint) as row_no,
    cast(null as bigint) as col_no,
    line_no
from {{ ref('int_text_fact') }}
where
    is_current and is_money and number is not null
    and aspect in ('final', 'budget', 'adjusted_budget', 'unnamed_budget', 'delta', 'budget_delta')
union all by name
select
    filing_id,
    'table' as source,
    concat_ws('|', form, row_key, case when form = 'three_public' then '-' else measure end) as subject,
    form,
    row_key,
    measure,
    case when form = 'three_public' and measure = 'budget' then 'budget' else 'final' end as aspect,
    row_label as name,
    raw_text || unit as shown,
    cast(amount_cny as decimal(20, 2)) as amount_cny,
    amount_cny as number,
    amount_cny - step_cny / 2 as low,
    amount_cny + step_cny / 2 as high,
    page,
    sheet,
    table_no,
    row_no,
    col_no,
    line_no
from {{ ref('int_cell') }}
where state = 'printed' and not is_count
