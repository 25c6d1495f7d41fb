-- How each filing was rounded, with the evidence. R1: every cell from yuan; sums may miss by cents, copies agree.
-- R2: the subtotals of the function tables are re-added from rounded leaves; their sums are exact, and what is
-- rounded from yuan elsewhere may miss them by (n + 1) half steps, n the leaves re-added. Where the total columns
-- are exact sums too, they may have been re-added as well (`rows_readded`). Columns of balances, which 05 prints in
-- some years, are rounded from yuan in both and show nothing.
with side as (
    select
        term.rule_id,
        term.filing_id,
        term.equation_key,
        sum(case when term.side = 'left' then 1 else -1 end * term.coefficient * term.amount_cny) as gap,
        sum(abs(term.coefficient) * term.step_cny) as steps,
        sum(abs(term.coefficient) * term.step_cny * greatest(leaves.n_leaves, leaves.n_parts, 1)) as leaf_steps,
        count(*) filter (where term.side = 'right') as n_right
    from {{ ref('int_term') }} as term
    left join {{ ref('int_leaf_count') }} as leaves
        on term.filing_id = leaves.filing_id and term.form = leaves.form and term.row_key = leaves.row_key
            and term.measure = leaves.measure
    where
        term.state = 'printed' and term.cell_filing_id = term.filing_id
        and (term.rule_id not like 'A-%-V' or term.measure not in ('opening_balance', 'income', 'closing_balance'))
    group by term.rule_id, term.filing_id, term.equation_key
),

evidence as (
    select
        side.filing_id,
        count(*) filter (where rules.shows = 'sum' and side.n_right > 1) as n_sums,
        count(*) filter (
            where rules.shows = 'sum' and side.gap <> 0 and abs(side.gap) * 2 < side.steps
        ) as n_sums_off,
        count(*) filter (
            where rules.shows = 'row' and side.gap <> 0 and abs(side.gap) * 2 < side.leaf_steps
        ) as n_rows_off,
        count(*) filter (where rules.shows = 'copy') as n_copies,
        count(*) filter (
            where rules.shows = 'copy' and abs(side.gap) * 2 >= side.steps and abs(side.gap) * 2 < side.leaf_steps
        ) as n_copies_off
    from side
    inner join {{ ref('rules') }} as rules on side.rule_id = rules.rule_id
    group by side.filing_id
)

select
    filing_id,
    case when n_sums > 0 and n_sums_off = 0 and n_copies_off > 0 then 'R2' else 'R1' end as regime,
    regime = 'R2' and n_rows_off = 0 as rows_readded,
    n_sums,
    n_sums_off,
    n_rows_off,
    n_copies,
    n_copies_off
from evidence
