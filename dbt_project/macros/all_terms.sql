{#
  The terms of all rules, one model a row of seeds/rules.csv. They are named here, because dbt wants to know what a
  model refers to while it reads the project.
#}
{% macro all_terms() -%}
    {%- set rules = [
        'rule_a_01_inc', 'rule_a_01_exp', 'rule_a_01_toti', 'rule_a_01_tote', 'rule_a_01_bal',
        'rule_a_02_v', 'rule_a_02_h', 'rule_a_03_v', 'rule_a_03_h',
        'rule_a_04_inc', 'rule_a_04_exp', 'rule_a_04_h', 'rule_a_04_open', 'rule_a_04_toti', 'rule_a_04_tote',
        'rule_a_04_bal', 'rule_a_04_totf', 'rule_a_04_balf',
        'rule_a_05_v', 'rule_a_05_h', 'rule_a_05_row',
        'rule_a_06_sum', 'rule_a_06_pers', 'rule_a_06_pub', 'rule_a_06_tot',
        'rule_a_07_v', 'rule_a_07_h', 'rule_a_07_row', 'rule_a_08_v', 'rule_a_08_h', 'rule_a_08_row',
        'rule_a_09', 'rule_a_10_proc', 'rule_a_10_cars',
        'rule_b_01_02', 'rule_b_01_02f', 'rule_b_01_02c', 'rule_b_01_03', 'rule_b_01_03l',
        'rule_b_01_04', 'rule_b_01_04l', 'rule_b_01_04s', 'rule_b_02_03', 'rule_b_02_04', 'rule_b_03_05',
        'rule_b_04_05', 'rule_b_04_05l', 'rule_b_04_07', 'rule_b_04_07l', 'rule_b_04_08', 'rule_b_04_08l',
        'rule_b_05_06', 'rule_b_06_09', 'rule_b_06_10', 'rule_b_06_f', 'rule_b_06_f2', 'rule_b_06_f3',
        'rule_s_run', 'rule_s_annuity', 'rule_y_open', 'rule_u_sum',
    ] -%}
    {%- for rule in rules %}
    select * from {{ ref(rule) }}
    {%- if not loop.last %}
    union all by name
    {%- endif %}
    {%- endfor %}
{%- endmacro %}
