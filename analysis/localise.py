"""From failed equations to findings that name the cell: the audit's last step, frames in and out.

Here: what goes in, and which filings are looked at together. The search is in `repair` and
`blocks`, rounding in `feasible`, what it means in `causes`, rows in `findings`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

import polars as pl

from analysis import causes
from analysis.audit_input import checked
from analysis.blocks import blocks
from analysis.causes import Draft
from analysis.feasible import contradictions, rounding_causes
from analysis.findings import ORDER, SCHEMA, rows
from analysis.ledger import Ledger, UnusableEquations, ledger
from analysis.lost_rows import admit_lost_rows
from analysis.phrase import Phrasebook
from analysis.repair import repair
from analysis.trial import Trial

SPEAKING = ["rounding", "fail", "soft"]
"""Verdicts that lead to a finding."""


def localise(
    terms: pl.DataFrame,
    equations: pl.DataFrame,
    rules: pl.DataFrame | None = None,
    names: pl.DataFrame | None = None,
) -> pl.DataFrame:
    """Find the smallest set of cells that explains the failed equations of each filing.

    Args:
        terms: one row a term of an equation, see `audit_input`; a cell that is not printed at all
            has no `value_source`.
        equations: one row an equation, see `audit_input`.
        rules: the registry: `rule_id`, `name_zh`, `name_en`, `message_zh`, `message_en` (with
            name, left, right, difference, sign, place in braces); without it, a plain sentence.
        names: what forms and measures are called: `form`, `measure` (null for the form itself),
            `name_zh`, `name_en`; without them, their keys.

    Returns:
        One row a finding; columns as in `analysis.COLUMNS["finding"]`, sorted.

    Raises:
        UnusableEquations: see `audit_input.checked`; or a verdict contradicts its terms.
    """
    terms, equations = checked(terms, equations, rules)
    book = _phrasebook(rules, names)
    found = [
        row
        for its_terms, its_equations in _together(terms, equations)
        for row in _localised(ledger(its_terms, its_equations), book)
    ]
    return pl.DataFrame(found, schema=SCHEMA).sort(ORDER)


def _localised(known: Ledger, book: Phrasebook) -> Iterator[dict[str, Any]]:
    yield from rows(known, list(_drafts(known)), book)


def _drafts(known: Ledger) -> Iterator[Draft]:
    failed = {i for i, e in enumerate(known.equations) if e.verdict == "fail" and not e.soft}
    admit_lost_rows(known, failed)
    trial = Trial(known)
    _agree(known, failed, trial.failed)
    told: set[int] = set()
    for block in blocks(trial):
        draft = causes.of_block(known, block)
        told.update(draft.equations)
        yield draft
    done = repair(trial)
    done.unexplained += [frozenset({i}) for i in sorted(failed - Trial(known).failed)]
    # What a block heals and a later one breaks again is told once, with the block.
    done.unexplained = [rest for group in done.unexplained if (rest := group - told)]
    yield from causes.of_repair(known, done)
    soft = [
        i
        for i, e in enumerate(known.equations)
        if e.soft and e.verdict in ("soft", "fail") and not trial.holds(i)
    ]
    yield from causes.of_soft(known, soft)
    yield from causes.of_rounding(known, rounding_causes(known))
    yield from causes.of_contradictions(known, contradictions(known))


def _agree(known: Ledger, failed: set[int], computed: set[int]) -> None:
    """An equation that passed must hold on its terms; one may fail for a blank alone."""
    for i in sorted(computed - failed):
        equation = known.equations[i]
        raise UnusableEquations(
            f"{equation.equation_id} is {equation.verdict}, but its sides differ by "
            f"{known.residual(equation)} millionths of a yuan"
        )


def _together(
    terms: pl.DataFrame, equations: pl.DataFrame
) -> Iterator[tuple[list[dict[str, Any]], list[dict[str, Any]]]]:
    """The filings that say something, those that a failed equation connects together.

    Each group comes with every equation in which one of its cells takes part.
    """
    member = terms.select("equation_id", filing="cell_filing_id").unique()
    group = _groups(equations.filter(pl.col("verdict").is_in(SPEAKING)).join(member, "equation_id"))
    grouped = pl.DataFrame(
        {"filing": list(group), "group": list(group.values())},
        schema={"filing": pl.String, "group": pl.String},
    )
    wanted = member.join(grouped, on="filing").select("equation_id", "group").unique()
    its_terms = _split(terms.join(wanted, on="equation_id"))
    its_equations = _split(equations.join(wanted, on="equation_id"))
    for name in sorted(its_equations):
        yield its_terms[name].rows(named=True), its_equations[name].rows(named=True)


def _split(frame: pl.DataFrame) -> dict[str, pl.DataFrame]:
    parts = frame.partition_by("group", as_dict=True, include_key=False)
    return {str(key[0]): part for key, part in parts.items()}


def _groups(speaking: pl.DataFrame) -> dict[str, str]:
    """Each filing → the first of those that a failed equation connects it with."""
    group = {filing: filing for filing in speaking["filing"].to_list()}
    members: dict[str, set[str]] = defaultdict(set)
    for filing in group:
        members[filing].add(filing)
    crossing = speaking.filter(pl.col("filing").n_unique().over("equation_id") > 1)
    linked: dict[str, list[str]] = defaultdict(list)
    for equation, filing in crossing.select("equation_id", "filing").iter_rows():
        linked[equation].append(filing)
    for filings in linked.values():
        roots = {group[filing] for filing in filings}
        root = min(roots)
        for other in roots - {root}:
            for filing in members.pop(other):
                group[filing] = root
                members[root].add(filing)
    return group


def _phrasebook(rules: pl.DataFrame | None, names: pl.DataFrame | None) -> Phrasebook:
    return Phrasebook(
        {} if rules is None else {row["rule_id"]: row for row in rules.iter_rows(named=True)},
        {}
        if names is None
        else {(row["form"], row["measure"]): row for row in names.iter_rows(named=True)},
    )
