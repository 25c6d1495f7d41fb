"""Faults of a whole printed table: printed in another unit, or its columns shifted.

Each is one hypothesis about all cells of a form; it counts only if it heals most of the failed
equations that lead out of the form, and breaks none. Single cells are searched in `repair`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from analysis.hints import UNIT
from analysis.ledger import Cell, CellKey
from analysis.trial import Trial

FEWEST_HEALED = {"unit_slip": 2, "shifted": 4}
"""Fewer equations are better explained by single cells."""

Form = tuple[str, str]


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
    if len(failed) < min(FEWEST_HEALED.values()):
        return
    cells = [c for key, c in trial.ledger.cells.items() if (key.filing_id, key.form) == form]
    for cause, changes in _hypotheses(cells):
        attempt = trial.copy()
        for cell, (micros, step) in changes.items():
            attempt.apply(cell, micros, step)
        healed = trial.failed - attempt.failed
        won = len(failed & healed)
        if won >= FEWEST_HEALED[cause] and 2 * won > len(failed) and attempt.failed < trial.failed:
            yield Block(cause, form, changes, frozenset(healed))


Changes = dict[CellKey, tuple[int, int]]


def _hypotheses(cells: list[Cell]) -> Iterator[tuple[str, Changes]]:
    money = [c for c in cells if c.micros and "元" in (c.place.get("unit") or "")]
    yield "unit_slip", {c.key: (_micros(c) * UNIT, c.step * UNIT) for c in money}
    if all(_micros(c) % UNIT == 0 for c in money):
        yield "unit_slip", {c.key: (_micros(c) // UNIT, max(c.step // UNIT, 1)) for c in money}
    columns = _columns(cells)
    for moves in _moves(columns):
        changes = _moved(cells, moves)
        if changes:
            yield "shifted", changes


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
