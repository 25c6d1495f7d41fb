-- A satisfaction in the text of a form that misses the target of its indicator does not go with all its points.
with said as (
    select
        *,
        unnest(regexp_extract_all(flat, '满意(?:度|率)(?:为|达到?|是|约为|：|:)?([0-9]+(?:[.][0-9]+)?)[%％]', 1)) as found
    from {{ ref('int_project_words') }}
),

target as (
    select
        *,
        coalesce(case when target_value <= 100 then cast(target_value as double) end, cast(doubled_target as double))
            as aim
    from {{ ref('int_indicator') }}
    where is_satisfaction
),

lowest as (
    select *
    from target
    where aim is not null
    qualify row_number() over (partition by filing_id, project_no order by aim asc, indicator_no asc) = 1
)

select
    {{ of_words('said', 'P-TEXT-SATISF') }},
    said.found || '%' as printed,
    lowest.target as expected,
    cast(said.found as double) as printed_value,
    lowest.aim as expected_low,
    '%' as unit,
    case when cast(said.found as double) < lowest.aim and lowest.is_full then 'fail' else 'exact' end as verdict,
    [{{ place(
        "'operand'", 'lowest.filing_id', "'project_evaluation'", 'null', "'target'", 'lowest.name', 'lowest.target',
        page='lowest.page', sheet='lowest.sheet', table_no='lowest.table_no', row_no='lowest.row_no',
        line_no='lowest.line_no'
    ) }}] as operands
from said
inner join lowest on said.filing_id = lowest.filing_id and said.project_no = lowest.project_no
