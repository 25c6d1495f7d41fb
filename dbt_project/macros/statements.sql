{#
  The statements of all rules that speak of text and evaluation forms, one model a row of seeds/rules.csv. Each gives
  those of these columns that it knows. They are named here, because dbt wants to know what a model refers to.
#}
{% macro all_statements() -%}
    {%- set rules = [
        'rule_n_t', 'rule_n_share', 'rule_n_sharesum', 'rule_n_budrate', 'rule_n_sum_budget', 'rule_n_yoy_pct',
        'rule_n_delta', 'rule_n_sum_delta', 'rule_n_priorord', 'rule_n_list', 'rule_n_unit', 'rule_n_zero_base',
        'rule_n_level_mix', 'rule_n_dir', 'rule_n_perf', 'rule_n_cars', 'rule_n_name', 'rule_n_year',
        'rule_p_rate', 'rule_p_bal', 'rule_p_score', 'rule_p_weight', 'rule_p_sum', 'rule_p_count',
        'rule_p_act_target', 'rule_p_text_rate', 'rule_p_text_satisf', 'rule_p_garble', 'rule_p_dept_code',
        'rule_p_copied_text', 'rule_p_anachronism', 'rule_p_act_operator', 'rule_p_person_month',
        'rule_p_phantom_row',
        'rule_d_name', 'rule_d_kind_mix',
        'rule_t_template', 'rule_t_missing', 'rule_t_heading', 'rule_t_double', 'rule_t_label', 'rule_t_typo',
        'rule_y_prior', 'rule_y_pct', 'rule_y_scope', 'rule_y_stock',
    ] -%}
    select
        cast(null as varchar) as rule_id,
        cast(null as varchar) as filing_id,
        cast(null as varchar) as statement_key,
        cast(null as varchar) as cluster,
        cast(null as varchar) as verdict,
        cast(null as varchar) as severity,
        cast(null as varchar) as printed,
        cast(null as varchar) as expected,
        cast(null as double) as printed_value,
        cast(null as double) as expected_low,
        cast(null as double) as expected_high,
        cast(null as varchar) as unit,
        cast(null as varchar) as form,
        cast(null as varchar) as row_key,
        cast(null as varchar) as measure,
        cast(null as varchar) as name,
        cast(null as varchar) as sentence,
        cast(null as bigint) as page,
        cast(null as varchar) as sheet,
        cast(null as bigint) as table_no,
        cast(null as bigint) as row_no,
        cast(null as bigint) as col_no,
        cast(null as bigint) as line_no,
        [{{ place() }}] as operands
    where false
    {%- for rule in rules %}
    union all by name
    select * from {{ ref(rule) }}
    {%- endfor %}
{%- endmacro %}


{# One place of a finding, with the columns of `audit.finding_place`; what is not given is null. #}
{% macro place(
    role='null', filing_id='null', form='null', row_key='null', measure='null', label='null', printed='null',
    cny='null', page='null', sheet='null', table_no='null', row_no='null', col_no='null', line_no='null'
) -%}
    struct_pack(
        role := cast({{ role }} as varchar), filing_id := cast({{ filing_id }} as varchar),
        form := cast({{ form }} as varchar), row_key := cast({{ row_key }} as varchar),
        measure := cast({{ measure }} as varchar), row_label := cast({{ label }} as varchar),
        printed := cast({{ printed }} as varchar), printed_cny := cast({{ cny }} as decimal(20, 2)),
        proposal_cny := cast(null as decimal(20, 2)), page := cast({{ page }} as bigint),
        sheet := cast({{ sheet }} as varchar), table_no := cast({{ table_no }} as bigint),
        row_no := cast({{ row_no }} as bigint), col_no := cast({{ col_no }} as bigint),
        line_no := cast({{ line_no }} as bigint)
    )
{%- endmacro %}


{# The place of an amount: a row of `int_text_amount`, from the text or from a table. #}
{% macro amount_place(a) -%}
    {{ place(
        "'operand'", a ~ '.filing_id', a ~ '.form', a ~ '.row_key', a ~ '.measure', a ~ '.name', a ~ '.shown',
        a ~ '.amount_cny', a ~ '.page', a ~ '.sheet', a ~ '.table_no', a ~ '.row_no', a ~ '.col_no', a ~ '.line_no'
    ) }}
{%- endmacro %}


{# What a statement takes from the fact (`int_text_fact`) that it judges. #}
{% macro of_fact(f, rule_id, printed=none) -%}
    '{{ rule_id }}' as rule_id,
    {{ f }}.filing_id,
    'fact|' || {{ f }}.fact_no as statement_key,
    {{ printed or f ~ '.shown' }} as printed,
    cast({{ f }}.value as double) as printed_value,
    {{ f }}.unit,
    {{ f }}.form,
    {{ f }}.row_key,
    {{ f }}.measure,
    {{ f }}.spoken as name,
    {{ f }}.sentence,
    {{ f }}.page,
    {{ f }}.line_no
{%- endmacro %}


{# What a statement takes from the paragraph (`int_text`) that it judges. #}
{% macro of_paragraph(p, rule_id) -%}
    '{{ rule_id }}' as rule_id,
    {{ p }}.filing_id,
    left({{ p }}.text, 200) as sentence,
    {{ p }}.page,
    {{ p }}.sheet,
    {{ p }}.line_no
{%- endmacro %}


{# What a statement takes from a row of an evaluation form: a project, an indicator or a text of it. #}
{% macro of_row(r, rule_id, row_no=none, line_no=none) -%}
    '{{ rule_id }}' as rule_id,
    {{ r }}.filing_id,
    'project_evaluation' as form,
    {{ r }}.page,
    {{ r }}.sheet,
    {{ r }}.table_no,
    {{ row_no or r ~ '.row_no' }} as row_no,
    {{ line_no or r ~ '.line_no' }} as line_no
{%- endmacro %}


{# A rule that looks for something in the text holds, once a filing, where none is found: `hit` is the CTE of hits. #}
{% macro none_found(rule_id, hit='hit', within=none) -%}
union all by name
select distinct '{{ rule_id }}' as rule_id, looked.filing_id, 'whole' as statement_key, 'exact' as verdict
from {{ within or ref('int_text') }} as looked
anti join {{ hit }} on looked.filing_id = {{ hit }}.filing_id
{%- endmacro %}


{# The half-open interval of a printed value is written as two numbers; of a quotient of two intervals, in percent. #}
{% macro percent_low(low, high, base_low, base_high) -%}
    100 * cast({{ low }} as double)
    / cast(case when {{ low }} >= 0 then {{ base_high }} else {{ base_low }} end as double)
{%- endmacro %}


{% macro percent_high(low, high, base_low, base_high) -%}
    100 * cast({{ high }} as double)
    / cast(case when {{ high }} >= 0 then {{ base_low }} else {{ base_high }} end as double)
{%- endmacro %}


{# How many decimals a number is printed with, and a decimal without its trailing zeros. #}
{% macro decimals_of(text) -%}
    length(regexp_extract({{ text }}, '[0-9][.]([0-9]+)', 1))
{%- endmacro %}


{% macro own_scale(value) -%}
    length(rtrim(split_part(cast({{ value }} as varchar), '.', 2), '0'))
{%- endmacro %}


{% macro plain(value) -%}
    regexp_replace(regexp_replace(cast({{ value }} as varchar), '([.][0-9]*?)0+$', '\1'), '[.]$', '')
{%- endmacro %}


{# A list in one text, a dash for none. #}
{% macro listed(texts) -%}
    coalesce(nullif(array_to_string({{ texts }}, '、'), ''), '—')
{%- endmacro %}


{# A label without spaces, brackets' width and enumerator: what two printings of one label share. #}
{% macro folded(text) -%}
    regexp_replace(
        translate(regexp_replace({{ text }}, '\s', '', 'g'), '（），：；', '(),:;'),
        '^([一二三四五六七八九十]+、|[(][一二三四五六七八九十]+[)]|[0-9]+[.、])', ''
    )
{%- endmacro %}


{# A rate of the text is that of its amounts: the readings of `int_text_ratio` with this aspect. #}
{% macro rate_statements(rule_id, aspect) -%}
select
    {{ of_fact('fact', rule_id) }},
    ratio.expected,
    ratio.verdict,
    ratio.ratio_low as expected_low,
    ratio.ratio_high as expected_high,
    ratio.operands
from {{ ref('int_text_ratio') }} as ratio
inner join {{ ref('int_text_fact') }} as fact on ratio.filing_id = fact.filing_id and ratio.fact_no = fact.fact_no
where ratio.aspect = '{{ aspect }}'
{%- endmacro %}


{#
  The amounts of one aspect (`budget`, `delta`) that the text gives for the rows of the general budget add up to that
  of the total, where what it lists is the whole: the final amounts of the same rows make the total of the form.
  A row below another that is listed too is not counted.
#}
{% macro sum_of_listed(rule_id, aspect) -%}
with named as (
    select *
    from {{ ref('int_text_fact') }}
    where is_current and form = 'general_budget_by_function' and measure = 'total' and number is not null
),

told as (
    select distinct filing_id, paragraph_no from named where aspect = '{{ aspect }}' and coalesce(row_key, '') <> 'total'
),

spent as (
    select named.*
    from named
    inner join told on named.filing_id = told.filing_id and named.paragraph_no = told.paragraph_no
    where named.aspect = 'final' and coalesce(named.row_key, '') <> 'total'
    qualify row_number() over (partition by named.filing_id, named.subject order by named.fact_no asc) = 1
),

listed as (
    select spent.*
    from spent
    anti join spent as higher
        on spent.filing_id = higher.filing_id and starts_with(spent.row_key, higher.row_key)
            and spent.row_key <> higher.row_key
),

claim as (
    select *
    from named
    where row_key = 'total' and aspect = '{{ aspect }}'
    qualify row_number() over (partition by filing_id order by fact_no asc) = 1
),

total as (
    select filing_id, low, high
    from {{ ref('int_text_amount') }}
    where subject = 'general_budget_by_function|total|total' and aspect = 'final'
    qualify row_number() over (partition by filing_id order by source asc, number asc, low asc) = 1
),

part as (
    select *
    from named
    where aspect = '{{ aspect }}'
    qualify row_number() over (partition by filing_id, subject order by fact_no asc) = 1
),

added as (
    select
        listed.filing_id,
        count(*) as n,
        count(part.number) as n_parts,
        sum(listed.low) as spent_low,
        sum(listed.high) as spent_high,
        sum(part.number) as parts,
        sum(part.high - part.low) as parts_width,
        list({{ place(
            "'operand'", 'part.filing_id', 'part.form', 'part.row_key', 'part.measure', 'part.spoken', 'part.shown',
            'part.amount_cny', 'part.page', line_no='part.line_no'
        ) }} order by part.fact_no) filter (where part.number is not null) as operands
    from listed
    left join part on listed.filing_id = part.filing_id and listed.subject = part.subject
    group by listed.filing_id
)

select
    {{ of_fact('claim', rule_id) }},
    {{ plain('cast(added.parts / claim.factor as decimal(24, 6))') }} || coalesce(claim.unit, '') as expected,
    case
        when added.n < 2 or added.n_parts < added.n then 'not_evaluated'
        when added.spent_low >= total.high or added.spent_high <= total.low then 'not_evaluated'
        when added.parts = claim.number then 'exact'
        when abs(added.parts - claim.number) * 2 < added.parts_width + claim.high - claim.low then 'rounding'
        else 'fail'
    end as verdict,
    cast((added.parts - added.parts_width / 2) / claim.factor as double) as expected_low,
    cast((added.parts + added.parts_width / 2) / claim.factor as double) as expected_high,
    added.operands
from claim
inner join added on claim.filing_id = added.filing_id
inner join total on claim.filing_id = total.filing_id
{%- endmacro %}


{# What a statement takes from a row of money (`int_project_money`); an `unread` row is not evaluated. #}
{% macro of_money(m, rule_id) -%}
    {{ of_row(m, rule_id) }},
    'money|' || {{ m }}.project_no || '|' || {{ m }}.source || '|' || coalesce({{ m }}.row_no, {{ m }}.line_no, 0)
        as statement_key,
    {{ m }}.source as row_key,
    {{ m }}.project as name,
    {{ m }}.col_no,
    {{ m }}.raw_text as sentence
{%- endmacro %}


{# What a statement takes from an indicator (`int_indicator`). #}
{% macro of_indicator(i, rule_id, measure='actual') -%}
    {{ of_row(i, rule_id) }},
    'indicator|' || {{ i }}.project_no || '|' || {{ i }}.indicator_no as statement_key,
    '{{ measure }}' as measure,
    concat_ws('：', {{ i }}.project, {{ i }}.name) as name
{%- endmacro %}


{# What a statement takes from a text of a project (`int_project_words`). #}
{% macro of_words(w, rule_id) -%}
    {{ of_row(w, rule_id) }},
    'words|' || {{ w }}.project_no || '|' || {{ w }}.text_no as statement_key,
    concat_ws('：', {{ w }}.project, {{ w }}.label) as name,
    {{ w }}.text as sentence
{%- endmacro %}


{# A message of the registry with the words of the finding in its places. #}
{% macro worded(template) -%}
    replace(replace(replace(replace(
        worded.{{ template }}, '{name}', coalesce(worded.name, '')), '{printed}', coalesce(worded.printed, '')),
    '{expected}', coalesce(worded.expected, '')), '{sentence}', coalesce(left(worded.sentence, 80), ''))
{%- endmacro %}
