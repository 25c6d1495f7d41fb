{# A text without the spaces and line breaks in it, of any width. #}
{% macro without_spaces(text) -%}
    regexp_replace({{ text }}, '[\s\p{Z}]+', '', 'g')
{%- endmacro %}
