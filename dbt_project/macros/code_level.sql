{# The level of a function or economic code (类, 款, 项), by its length. #}
{% macro code_level(code) -%}
    case
        when not regexp_full_match({{ code }}, '[0-9]+') then 'other'
        when length({{ code }}) = 3 then 'class'
        when length({{ code }}) = 5 then 'group'
        when length({{ code }}) = 7 then 'item'
        else 'other'
    end
{%- endmacro %}
