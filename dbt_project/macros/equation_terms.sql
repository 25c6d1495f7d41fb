{#
  The terms of a rule's equations, by what kind of equation it is. Each gives rows of
  rule_id, filing_id, equation_key, relation, side, coefficient, cell_filing_id, form, row_key, measure.
#}

{#
  A form's rows against the rows below them. `parents` limits the rows (SQL on `parent_key`), `measures` the columns;
  `optional_parent` where a layout need not print the row above; `lost_rows` where rows that should be printed and
  are not count nothing in sums of their own.
#}
{% macro tree_sum(rule_id, form, parents=none, measures=none, optional_parent=false, lost_rows=false) -%}
with child as (
    select node.filing_id, tree.parent_key, node.row_key, node.measure
    from {{ ref('int_key') }} as node
    inner join {{ ref('int_parent') }} as tree
        on node.filing_id = tree.filing_id and node.form = tree.form and node.row_key = tree.row_key
    where
        node.form = '{{ form }}'
        {%- if parents %}
        and tree.parent_key {{ parents }}
        {%- endif %}
        {%- if measures %}
        and node.measure in ('{{ measures | join("', '") }}')
        {%- endif %}
        {%- if optional_parent %}
        and (tree.filing_id, tree.form, tree.parent_key) in (
            select (higher.filing_id, higher.form, higher.row_key) from {{ ref('int_key') }} as higher
        )
        {%- endif %}
    {%- if lost_rows %}
    union
    select lost.filing_id, lost.parent_key, lost.row_key, node.measure
    from {{ ref('int_lost_row') }} as lost
    inner join {{ ref('int_key') }} as node
        on lost.filing_id = node.filing_id and lost.form = node.form and node.row_key in (lost.parent_key, lost.row_key)
    where lost.form = '{{ form }}'
    {%- endif %}
)

{{ equation_terms(rule_id, form, "parent_key || '|' || measure", 'parent_key', 'measure', 'child') }}
{%- endmacro %}


{# Left and right terms of a relation `child` (filing_id, parent_key, row_key, measure): parents and their children. #}
{% macro equation_terms(rule_id, form, key, left_key, left_measure, child) -%}
select
    '{{ rule_id }}' as rule_id,
    filing_id,
    '{{ form }}|' || {{ key }} as equation_key,
    '=' as relation,
    'left' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    '{{ form }}' as form,
    {{ left_key }} as row_key,
    {{ left_measure }} as measure
from {{ child }}
group by all
union all
select
    '{{ rule_id }}' as rule_id,
    filing_id,
    '{{ form }}|' || {{ key }} as equation_key,
    '=' as relation,
    'right' as side,
    1 as coefficient,
    filing_id as cell_filing_id,
    '{{ form }}' as form,
    row_key,
    measure
from {{ child }}
{%- endmacro %}


{#
  Columns of a row against other columns of it, row by row. Only in layouts that print all of `required`,
  only the rows that print anything where `marked_only`, only the rows of `rows` (SQL on `row_key`).
#}
{% macro row_sum(rule_id, form, left, right, required=[], rows=none, marked_only=false) -%}
with cell as (
    select filing_id, row_key, measure, is_marked
    from {{ ref('int_key') }}
    where
        form = '{{ form }}' and measure in ('{{ (left + right) | join("', '") }}')
        {%- if rows %}
        and row_key {{ rows }}
        {%- endif %}
),

kept as (
    select filing_id, row_key
    from cell
    where
        true
        {%- for measure in required %}
        and filing_id in (select layout.filing_id from cell as layout where layout.measure = '{{ measure }}')
        {%- endfor %}
    group by filing_id, row_key
    having
        bool_or(measure in ('{{ right | join("', '") }}'))
        {%- if marked_only %}
        and bool_or(is_marked)
        {%- endif %}
),

term as (
    select filing_id, row_key, 'left' as side, unnest(['{{ left | join("', '") }}']) as measure
    from kept
    union all
    select kept.filing_id, kept.row_key, 'right' as side, cell.measure
    from kept
    inner join cell on kept.filing_id = cell.filing_id and kept.row_key = cell.row_key
    where cell.measure in ('{{ right | join("', '") }}')
)

select
    '{{ rule_id }}' as rule_id,
    filing_id,
    '{{ form }}|' || row_key as equation_key,
    '=' as relation,
    side,
    1 as coefficient,
    filing_id as cell_filing_id,
    '{{ form }}' as form,
    row_key,
    measure
from term
{%- endmacro %}


{#
  Named cells against named cells. Each equation: `key`, `left` and `right` (lists of [form, row_key, measure],
  or with a coefficient as fourth), `relation` ('=' unless said). Only in filings that have all its forms. A cell that
  the filing lacks is left out where the side has several, and the equation is left out where a side of several has
  none of them; a side of one cell keeps it. `marked_only`: only equations with anything printed. An equation with
  `with_row` is one of the filings that print this row, `without_row` of those that do not.
#}
{% macro cells_equal(rule_id, equations, marked_only=false) -%}
with given (equation_key, relation, side, coefficient, form, row_key, measure, is_optional, switch, is_on) as (
    values
    {%- for equation in equations %}
    {%- set outer = loop %}
    {%- for side in ['left', 'right'] %}
    {%- set cells = equation[side] %}
    {%- for cell in cells %}
    ('{{ equation.key }}', '{{ equation.relation | default("=") }}', '{{ side }}', {{ cell[3] | default(1) }}, '{{ cell[0] }}', '{{ cell[1] }}', '{{ cell[2] }}', {{ 'true' if cells | length > 1 else 'false' }}, '{{ equation.with_row or equation.without_row or "" }}', {{ 'true' if equation.with_row else 'false' }})
    {%- if not (outer.last and side == 'right' and loop.last) %},{% endif %}
    {%- endfor %}
    {%- endfor %}
    {%- endfor %}
),

usable as (
    select given.*, form.filing_id
    from given
    inner join {{ ref('int_form') }} as form on given.form = form.form and form.status <> 'unusable'
    where given.switch = '' or given.is_on = (form.filing_id, given.switch) in (
        select (node.filing_id, node.row_key) from {{ ref('int_key') }} as node
    )
),

term as (
    select
        usable.*,
        coalesce(node.is_marked, false) as is_marked
    from usable
    left join {{ ref('int_key') }} as node
        on usable.filing_id = node.filing_id and usable.form = node.form and usable.row_key = node.row_key
            and usable.measure = node.measure
    where node.filing_id is not null or not usable.is_optional
)

select
    '{{ rule_id }}' as rule_id,
    filing_id,
    equation_key,
    relation,
    side,
    coefficient,
    filing_id as cell_filing_id,
    form,
    row_key,
    measure
from term
window equation as (partition by filing_id, equation_key)
qualify
    count(*) filter (where side = 'left') over equation > 0
    and count(*) filter (where side = 'right') over equation > 0
    {%- if marked_only %}
    and bool_or(is_marked) over equation
    {%- endif %}
{%- endmacro %}


{#
  Function classes of one form against the same classes of another. A side is [form, prefix of the row key, measure].
  With '=' the classes of both sides, with '<=' those of the left; only classes with anything printed where
  `marked_only`.
#}
{% macro class_copy(rule_id, left, right, relation='=', marked_only=false) -%}
with side (side, form, prefix, measure) as (
    values
    ('left', '{{ left[0] }}', '{{ left[1] }}', '{{ left[2] }}'),
    ('right', '{{ right[0] }}', '{{ right[1] }}', '{{ right[2] }}')
),

with_both as (
    select form.filing_id
    from {{ ref('int_form') }} as form
    inner join side on form.form = side.form
    where form.status <> 'unusable'
    group by form.filing_id
    having count(*) = 2
),

class as (
    select node.filing_id, right(node.row_key, 3) as class_code
    from {{ ref('int_key') }} as node
    inner join side on node.form = side.form and node.measure = side.measure
    where
        regexp_full_match(node.row_key, replace(side.prefix, '.', '[.]') || '[0-9]{3}')
        {%- if relation == '<=' %}
        and side.side = 'left'
        {%- endif %}
    group by node.filing_id, class_code
    {%- if marked_only %}
    having bool_or(node.is_marked)
    {%- endif %}
)

select
    '{{ rule_id }}' as rule_id,
    class.filing_id,
    '{{ left[0] }}|' || class.class_code || '|{{ left[2] }}' as equation_key,
    '{{ relation }}' as relation,
    side.side,
    1 as coefficient,
    class.filing_id as cell_filing_id,
    side.form,
    side.prefix || class.class_code as row_key,
    side.measure
from class
inner join with_both on class.filing_id = with_both.filing_id
cross join side
{%- endmacro %}
