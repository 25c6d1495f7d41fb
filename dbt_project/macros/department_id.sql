{#
  The id of whoever files: of region and name, or of the filing alone where one of them is not known,
  so that two unknown departments are never taken for one.
#}
{% macro department_id(region_code, filer, filing_id) -%}
    substr(md5(case
        when {{ region_code }} is not null and {{ filer }} is not null
            then {{ region_code }} || '|' || {{ filer }}
        else 'filing|' || {{ filing_id }}
    end), 1, 16)
{%- endmacro %}
