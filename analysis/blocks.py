"""Faults of a whole printed table: printed in another unit, or its columns shifted.

Each is one hypothesis about all cells of a form; it counts only if it heals most of the failed
equations that lead out of the form, and breaks none. Single cells are searched in `repair`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from analysis.hints import UNIT
from analysis.ledger import Cell, CellKey, Ledger
from analysis.trial import Trial

FEWEST_SHIFTED = 4
"""Fewer equations that shifted columns would heal are better explained by single cells."""

Form = tuple[str, str]
Changes = dict[CellKey, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class Block:
    """A form that went wrong as a whole: what its cells would say, and the equations it heals.

    `rivals` are the other forms that explain as much.
    """

    cause: str
    form: Form
    changes: Mapping[CellKey, tuple[int, int]]
    healed: frozenset[int]
    rivals: tuple[Form, ...] = ()


def blocks(trial: Trial) -> list[Block]:
    """The tables that are wrong as a whole; the trial is left with them put right."""
    found = []
    while block := _best(trial):
        for cell, (micros, step) in block.changes.items():
            trial.apply(cell, micros, step)
        found.append(block)
    return found


def _best(trial: Trial) -> Block | None:
    fitting = [
        block
        for form, failed in _leading_out(trial).items()
        for block in _fitting(trial, form, failed)
    ]
    if not fitting:
        return None
    fitting.sort(key=lambda b: (-len(b.healed), b.cause != "unit_slip", len(b.changes), b.form))
    best = fitting[0]
    rivals = sorted({b.form for b in fitting if len(b.healed) == len(best.healed)} - {best.form})
    return Block(best.cause, best.form, best.changes, best.healed, tuple(rivals))


def _leading_out(trial: Trial) -> dict[Form, frozenset[int]]:
    """Of each form, the failed equations in which another form takes part."""
    found: dict[Form, set[int]] = defaultdict(set)
    for i in sorted(trial.failed):
        forms = {(key.filing_id, key.form) for key in trial.ledger.equations[i].terms}
        for form in forms if len(forms) > 1 else ():
            found[form].add(i)
    return {form: frozenset(found[form]) for form in sorted(found)}


def _fitting(trial: Trial, form: Form, failed: frozenset[int]) -> Iterator[Block]:
    cells = [c for key, c in trial.ledger.cells.items() if (key.filing_id, key.form) == form]
    for cause, changes in _hypotheses(cells, shifted=len(failed) >= FEWEST_SHIFTED):
        attempt = trial.copy()
        for cell, (micros, step) in changes.items():
            attempt.apply(cell, micros, step)
        healed = trial.failed - attempt.failed
        most = 2 * len(failed & healed) > len(failed) and attempt.failed < trial.failed
        if most and _worth(trial.ledger, cause, changes, failed & healed):
            yield Block(cause, form, changes, frozenset(healed))


def _worth(ledger: Ledger, cause: str, changes: Changes, healed: frozenset[int]) -> bool:
    """Whether single cells could not have healed as much."""
    if cause == "shifted":
        return len(healed) >= FEWEST_SHIFTED
    return len(healed) > 1 or any(
        sum(key in changes for key in ledger.equations[i].terms) > 1 for i in healed
    )


def _hypotheses(cells: list[Cell], *, shifted: bool) -> Iterator[tuple[str, Changes]]:
    money = [c for c in cells if c.micros and "元" in (c.place.get("unit") or "")]
    yield "unit_slip", {c.key: (_micros(c) * UNIT, c.step * UNIT) for c in money}
    if all(_micros(c) % UNIT == 0 for c in money):
        meant = {c.key: _micros(c) // UNIT for c in money}
        yield "unit_slip", {c.key: (meant[c.key], _step(c, meant.values())) for c in money}
    for moves in _moves(_columns(cells)) if shifted else ():
        changes = _moved(cells, moves)
        if changes:
            yield "shifted", changes


def _step(cell: Cell, meant: Iterable[int]) -> int:
    """How the smaller amounts were rounded: as they show together, at most as the table's own."""
    step = max(cell.step // UNIT, 1)
    while step < cell.step and all(micros % (10 * step) == 0 for micros in meant):
        step *= 10
    return step


def _columns(cells: list[Cell]) -> list[str]:
    """The measures in the order in which they are printed; none where that is not known."""
    first: dict[str, int] = {}
    for cell in cells:
        column = cell.place.get("col_no")
        if column is not None:
            first[cell.key.measure] = min(column, first.get(cell.key.measure, column))
    return sorted(first, key=lambda m: (first[m], m))


def _moves(columns: list[str]) -> Iterator[dict[str, str | None]]:
    """Which column each one's values really stand in: two exchanged, or a group moved by one."""
    n = len(columns)
    for i in range(n):
        for j in range(i + 1, n):
            part = columns[i : j + 1]
            yield {part[0]: part[-1], part[-1]: part[0]}
            yield {**dict(pairwise(part)), part[-1]: None}
            yield {**{b: a for a, b in pairwise(part)}, part[0]: None}


def _moved(cells: list[Cell], moves: Mapping[str, str | None]) -> Changes:
    at = {(c.key.row_key, c.key.occurrence, c.key.measure): c for c in cells}
    changes: Changes = {}
    for (row, occurrence, measure), cell in at.items():
        if measure in moves:
            source = at.get((row, occurrence, moves[measure] or ""))
            micros = _micros(source) if source else 0
            if micros != _micros(cell):
                changes[cell.key] = (micros, cell.step)
    return changes


def _micros(cell: Cell) -> int:
    return cell.micros or 0
