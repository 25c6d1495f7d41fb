-- The money that the text gives for the self-evaluated projects is the sum of their forms, of what was spent or of the
-- budget, where the forms are as many as the text says.
with said as (
    select *
    from {{ ref('int_text_fact') }}
    where
        is_current and is_money and number is not null
        and regexp_full_match(row_key, 'performance[.]self_evaluation[.](projects(_level_[0-9])?[.])?funds')
),

counted as (
    select filing_id, paragraph_no, sum(number) as n_said
    from {{ ref('int_text_fact') }}
    where is_current and regexp_full_match(row_key, 'performance[.]self_evaluation[.]projects(_level_[0-9])?')
    group by filing_id, paragraph_no
),

money as (
    select
        money.filing_id,
        count(*) as n,
        sum(money.executed * units.factor_cny) as executed,
        sum(money.budget * units.factor_cny) as budget,
        sum(money.initial_budget * units.factor_cny) as initial_budget,
        sum(money.step * cast(units.factor_cny as double)) as width,
        count(money.executed) as n_executed,
        count(money.budget) as n_budget,
        count(money.initial_budget) as n_initial
    from {{ ref('int_project_money') }} as money
    inner join {{ ref('units') }} as units on money.unit = units.unit and units.kind = 'money'
    where money.is_whole
    group by money.filing_id
),

total as (
    select
        said.*,
        sum(said.number) over (partition by said.filing_id) as claimed,
        sum(said.step) over (partition by said.filing_id) as claimed_step,
        counted.n_said,
        money.* exclude (filing_id)
    from said
    inner join money on said.filing_id = money.filing_id
    left join counted on said.filing_id = counted.filing_id and said.paragraph_no = counted.paragraph_no
    qualify row_number() over (partition by said.filing_id order by said.fact_no asc) = 1
)

select
    {{ of_fact('total', 'P-SUM') }},
    {{ plain('cast(executed / factor as decimal(24, 6))') }} || unit as expected,
    case
        when n_said is null or n_said <> n or n_executed < n then 'not_evaluated'
        when claimed = executed then 'exact'
        when abs(claimed - executed) * 2 < claimed_step + width then 'rounding'
        when n_budget = n and abs(claimed - budget) * 2 < claimed_step + width then 'rounding'
        when n_initial = n and abs(claimed - initial_budget) * 2 < claimed_step + width then 'rounding'
        else 'fail'
    end as verdict
from total
