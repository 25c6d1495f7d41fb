{# A department's name as it is compared: without spaces, brackets of one width. Nothing else is taken for the same. #}
{% macro department_key(name) -%}
    translate({{ without_spaces(name) }}, '（）〔〕［］', '()()()')
{%- endmacro %}
