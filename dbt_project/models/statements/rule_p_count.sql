-- The filing prints as many self-evaluation forms as the text says. More is a contradiction; fewer may be a choice.
with said as (
    select
        *,
        sum(number) over (partition by filing_id) as n_said,
        list(number) over (partition by filing_id) as each_said
    from {{ ref('int_text_fact') }}
    where is_current and regexp_full_match(row_key, 'performance[.]self_evaluation[.]projects(_level_[0-9])?')
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),

form as (
    select filing_id, count(*) as n from {{ ref('int_project') }} group by filing_id
)

select
    {{ of_fact('said', 'P-COUNT') }},
    cast(form.n as varchar) as expected,
    case
        when form.n = said.n_said or list_contains(said.each_said, form.n) then 'exact'
        else 'fail'
    end as verdict,
    case
        when form.n < said.n_said then 'info'
        -- Forms may be more than the projects of an evaluation by others.
        when not contains(said.sentence, '自评') then 'warn'
    end as severity
from said
inner join form on said.filing_id = form.filing_id
