-- One row an equation: its two sides as printed, what rounding allows between them, and the verdict.
-- A blank counts nothing, and is named in `n_blank`: an equation that does not hold is a `fail` whether a cell says
-- something else or nothing. What the filing does not have (`missing`) or what was not read decides nothing:
-- such an equation is `not_evaluated`, unless the cells that are printed on both sides agree without it.
with weighted as (
    select
        term.*,
        -- In R2 a subtotal carries the rounding of all its leaves, outside the sums that re-added it.
        rules.half_steps * case
            when coalesce(regime.regime, 'R1') = 'R1' or rules.shows = 'sum' then 1
            when regime.rows_readded then greatest(leaves.n_leaves, leaves.n_parts, 1)
            else greatest(leaves.n_leaves, 1)
        end as half_steps
    from {{ ref('int_term') }} as term
    inner join {{ ref('rules') }} as rules on term.rule_id = rules.rule_id
    left join {{ ref('int_rounding_regime') }} as regime on term.cell_filing_id = regime.filing_id
    left join {{ ref('int_leaf_count') }} as leaves
        on term.cell_filing_id = leaves.filing_id and term.form = leaves.form and term.row_key = leaves.row_key
            and term.measure = leaves.measure
),

total as (
    select
        equation_id,
        rule_id,
        filing_id,
        equation_key,
        relation,
        coalesce(sum(coefficient * amount_cny) filter (where state = 'printed' and side = 'left'), 0) as left_cny,
        coalesce(sum(coefficient * amount_cny) filter (where state = 'printed' and side = 'right'), 0) as right_cny,
        -- Doubled, so that no decimal is divided. Counts must agree exactly, and so must what is printed to the fen.
        coalesce(
            sum(abs(coefficient) * half_steps * step_cny) filter (
                where state = 'printed' and not is_count and step_cny > 0.01
            ), 0
        ) as allowed,
        count(*) as n_terms,
        count(*) filter (where state = 'printed') as n_printed,
        count(*) filter (where state = 'blank') as n_blank,
        count(*) filter (where state = 'unread') as n_unread,
        count(*) filter (where state = 'unlisted') as n_unlisted,
        count(*) filter (where state = 'missing') as n_missing,
        count(*) filter (where side = 'left') = 0 or bool_or(state <> 'missing') filter (where side = 'left')
            as has_left,
        count(*) filter (where side = 'right') = 0 or bool_or(state <> 'missing') filter (where side = 'right')
            as has_right
    from weighted
    group by equation_id, rule_id, filing_id, equation_key, relation
),

compared as (
    select
        total.*,
        total.left_cny - total.right_cny as gap,
        rules.family,
        rules.severity,
        rules.soft,
        case when total.relation = '<=' then greatest(gap, 0) else abs(gap) end as excess
    from total
    inner join {{ ref('rules') }} as rules on total.rule_id = rules.rule_id
)

select
    equation_id,
    rule_id,
    family,
    severity,
    filing_id,
    equation_key,
    relation,
    left_cny,
    right_cny,
    cast(gap as decimal(24, 6)) as difference_cny,
    cast(allowed / 2 as decimal(24, 6)) as tolerance_cny,
    n_terms,
    n_printed,
    n_blank,
    n_unread,
    n_unlisted,
    n_missing,
    case
        when n_unread > 0 then 'not_evaluated'
        when n_printed = 0 then 'vacuous'
        when n_missing > 0 and not (has_left and has_right) then 'not_evaluated'
        when excess = 0 then 'exact'
        when excess * 2 < allowed then 'rounding'
        -- A soft rule is no identity, and a difference as large as rounding allows is nothing to look at.
        when soft and excess * 2 = allowed then 'rounding'
        when n_missing > 0 then 'not_evaluated'
        when soft then 'soft'
        else 'fail'
    end as verdict
from compared
