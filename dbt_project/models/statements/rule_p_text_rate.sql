-- The rate of execution in the text of a form is that of its table. Where the text is on money, it needs no other name.
with said as (
    select
        *,
        unnest(regexp_extract_all(
            flat, '(?:资金|预算|经费|预算资金|项目资金|预算执行)(?:使用率|执行率)(?:为|达到?|是|：|:)?[0-9]+(?:[.][0-9]+)?[%％]'
        )) as found
    from {{ ref('int_project_words') }}
    union all
    select
        *,
        unnest(regexp_extract_all(flat, '(?:^|[，。；、,;])(执行率(?:为|达到?|是|：|:)?[0-9]+(?:[.][0-9]+)?[%％])', 1)) as found
    from {{ ref('int_project_words') }}
    where regexp_matches(label || flat, '资金|预算|经费')
),

read as (
    select
        said.*,
        cast(regexp_extract(found, '([0-9]+(?:[.][0-9]+)?)[%％]$', 1) as double) as rate,
        1.0 / power(10, {{ decimals_of('found') }}) as step,
        cast(money.execution_rate as double) as execution_rate,
        money.rate_step,
        {{ place(
            "'operand'", 'money.filing_id', "'project_evaluation'", 'money.source', "'execution_rate'",
            'money.source_label', 'money.raw_text', page='money.page', sheet='money.sheet', table_no='money.table_no',
            row_no='money.row_no', line_no='money.line_no'
        ) }} as money_place
    from said
    inner join {{ ref('int_project_money') }} as money
        on said.filing_id = money.filing_id and said.project_no = money.project_no and money.is_whole
    where money.execution_rate is not null
)

select
    {{ of_words('read', 'P-TEXT-RATE') }},
    found as printed,
    cast(cast(execution_rate as decimal(20, 2)) as varchar) || '%' as expected,
    rate as printed_value,
    execution_rate as expected_low,
    execution_rate as expected_high,
    '%' as unit,
    case
        when rate = execution_rate then 'exact'
        when abs(rate - execution_rate) <= (step + rate_step) / 2 then 'rounding'
        else 'fail'
    end as verdict,
    [money_place] as operands
from read
