{#
  The one rule of rounding in sums. Every printed value stands for half a step on either side, so a printed
  total T and its n printed parts agree when |T - sum| < (n + 1) * u / 2. With a step of each value's own that
  is half of the steps of all n + 1 values, compared doubled so that no decimal is divided.
  Counts have step 0 and must agree exactly.
#}
{% macro sum_verdict(gap, total_step, parts_step) -%}
    case
        when {{ gap }} = 0 then 'exact'
        when abs({{ gap }}) * 2 < {{ total_step }} + {{ parts_step }} then 'rounding'
        else 'residual'
    end
{%- endmacro %}
