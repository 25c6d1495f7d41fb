-- An enumeration has one level: a row below another of the same paragraph, told as its equal (no level word, no 其中),
-- would be counted twice.
with spent as (
    select *
    from {{ ref('int_text_fact') }}
    where is_current and aspect = 'final' and form = 'general_budget_by_function' and row_key <> 'total'
),

pair as (
    select
        lower.*,
        higher.spoken as above,
        higher.shown as above_shown,
        higher.line_no as above_line
    from spent as lower
    inner join spent as higher
        on lower.filing_id = higher.filing_id and lower.paragraph_no = higher.paragraph_no
            and lower.measure = higher.measure and lower.fact_no > higher.fact_no
            and starts_with(lower.row_key, higher.row_key) and length(lower.row_key) > length(higher.row_key)
    where lower.level is null and higher.level is null
    qualify row_number() over (
            partition by lower.filing_id, lower.fact_no order by length(higher.row_key) desc, higher.fact_no asc
        ) = 1
),

judged as (
    select
        pair.*,
        -- What stands between the two in the text.
        split_part(split_part(text.flat, above, 2), pair.spoken, 1) as between_them,
        count(*) filter (where spent.level is null and length(spent.row_key) = 3) as n_classes
    from pair
    inner join {{ ref('int_text') }} as text
        on pair.filing_id = text.filing_id and pair.paragraph_no = text.paragraph_no
    inner join spent on pair.filing_id = spent.filing_id and pair.paragraph_no = spent.paragraph_no
    group by all
)

select
    {{ of_fact('judged', 'N-LEVEL-MIX') }},
    above || ' ' || above_shown as expected,
    case
        when regexp_matches(between_them, '其中|包括|含') or regexp_matches(sentence, '其中|包括|含') then 'exact'
        when n_classes < 2 then 'not_evaluated'
        else 'fail'
    end as verdict
from judged
