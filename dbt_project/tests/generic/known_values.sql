{# Every combination of these columns that occurs is one of the other relation; nulls match nulls. #}
{% test known_values(model, columns, to) %}
select distinct {{ columns | join(', ') }} from {{ model }}
except
select {{ columns | join(', ') }} from {{ to }}
{% endtest %}
