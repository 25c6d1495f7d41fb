{# Whether a code is the listed one, or fits it where its class is left open (xxx98). #}
{% macro code_matches(code, listed) -%}
    ({{ listed }} = {{ code }} or (
        starts_with({{ listed }}, 'xxx') and length({{ listed }}) = length({{ code }})
        and substr({{ listed }}, 4) = substr({{ code }}, 4)
    ))
{%- endmacro %}
