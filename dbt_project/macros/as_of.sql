{#- What counted on a day, as macros of the database itself: `from marts.filing_as_of(date '2024-09-30')`. -#}

{% macro filing_as_of() %}
    create or replace macro marts.filing_as_of(day) as table
    select * exclude (is_current, superseded_by)
    from marts.dim_filing
    where
        coalesce(published_on <= strftime(cast(day as date), '%Y-%m-%d'), true)
        and coalesce(withdrawn_on > strftime(cast(day as date), '%Y-%m-%d'), true)
    qualify row_number() over (partition by department_id, scope, fiscal_year order by version_no desc) = 1
{% endmacro %}

{% macro line_item_as_of() %}
    create or replace macro marts.line_item_as_of(day) as table
    select item.*
    from raw.line_item as item
    where item.filing_id in (select filing.filing_id from marts.filing_as_of(day) as filing)
{% endmacro %}
