-- Which equations each finding of the rules explains.
select finding_id, unnest(equations) as equation_id from {{ ref('int_localised') }}
