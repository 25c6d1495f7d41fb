-- The projects of each grade add up to the projects that evaluated themselves.
with fact as (
    select *
    from {{ ref('int_text_fact') }}
    where is_current and form is null and number is not null and starts_with(row_key, 'performance.self_evaluation.')
),

total as (
    select *
    from fact
    where regexp_full_match(row_key, 'performance[.]self_evaluation[.]projects(_level_[0-9])?')
),

graded as (
    select filing_id, paragraph_no, sum(number) as n_graded, count(distinct row_key) as n_grades
    from fact
    where row_key like '%.grade.%'
    group by filing_id, paragraph_no
),

-- Where projects are told by level, each level and all of them may be what was graded.
judged as (
    select
        total.*,
        graded.n_graded,
        graded.n_grades,
        sum(total.number) over (partition by total.filing_id, total.paragraph_no) as n_all
    from total
    inner join graded on total.filing_id = graded.filing_id and total.paragraph_no = graded.paragraph_no
    qualify row_number() over (
            partition by total.filing_id, total.paragraph_no
            order by abs(total.number - graded.n_graded) asc, total.fact_no asc
        ) = 1
)

select
    {{ of_fact('judged', 'N-PERF') }},
    {{ plain('n_graded') }} as expected,
    case
        when n_graded in (number, n_all) then 'exact'
        -- One or two grades of four are not all projects.
        when n_graded < number and n_grades < 3 then 'not_evaluated'
        else 'fail'
    end as verdict
from judged
