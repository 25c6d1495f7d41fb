"""Faults of a whole printed table: printed in another unit, or its columns shifted.

Each is one hypothesis about all cells of a form; it counts only if it heals most of the failed
equations of the form (for another unit: of those that lead out of it), and breaks none. Single
cells are searched in `repair`.
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
"""Fewer equations that shifted columns would heal may as well come from cells of other forms."""

FEWEST_TOLD = 2
"""Equations that shifted columns must heal beyond those that say what was lost at their edge."""

READDED = 20
"""Steps that a sum of rounded parts may be off: a wrong table hides how it was rounded."""

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
        for form, failed in _failed_of(trial).items()
        for block in _fitting(trial, form, failed)
    ]
    if not fitting:
        return None
    fitting.sort(key=lambda b: (-len(b.healed), b.cause != "unit_slip", len(b.changes), b.form))
    best = fitting[0]
    rivals = {b.form for b in fitting if len(b.healed) == len(best.healed)} | set(best.rivals)
    rest = tuple(sorted(rivals - {best.form}))
    return Block(best.cause, best.form, best.changes, best.healed, rest)


@dataclass(frozen=True, slots=True)
class Failed:
    """The failed equations of a form, and those of them in which another form takes part."""

    all: frozenset[int]
    leading_out: frozenset[int]


def _failed_of(trial: Trial) -> dict[Form, Failed]:
    found: dict[Form, set[int]] = defaultdict(set)
    out: dict[Form, set[int]] = defaultdict(set)
    for i in sorted(trial.failed):
        forms = {(key.filing_id, key.form) for key in trial.ledger.equations[i].terms}
        for form in forms:
            found[form].add(i)
            if len(forms) > 1:
                out[form].add(i)
    return {form: Failed(frozenset(found[form]), frozenset(out[form])) for form in sorted(found)}


def _fitting(trial: Trial, form: Form, failed: Failed) -> Iterator[Block]:
    cells = [c for key, c in trial.ledger.cells.items() if (key.filing_id, key.form) == form]
    for changes in _other_units(cells) if failed.leading_out else ():
        attempt = _after(trial, changes)
        if _heals_most(trial, attempt, failed.leading_out):
            healed = frozenset(trial.failed - attempt.failed)
            if _worth(trial, changes, healed):
                yield Block("unit_slip", form, changes, healed)
    for moves in _moves(_columns(cells)) if len(failed.all) >= FEWEST_TOLD else ():
        changes = _moved(cells, moves)
        if not any(micros for micros, _ in changes.values()):
            continue
        attempt = _after(trial, changes)
        filled = {
            k: new for k, new in _filled(attempt, cells, moves).items() if _new(trial, k, new)
        }
        healed = frozenset(trial.failed - attempt.failed)
        if not _heals_most(trial, attempt, failed.all) or len(healed) - len(filled) < FEWEST_TOLD:
            continue
        if not _one_cell(trial, healed):
            few = len(healed) < FEWEST_SHIFTED
            rivals = _others(trial.ledger, form, healed) if few else ()
            back = {k: (attempt.micros(k), step) for k, (_, step) in changes.items()} | filled
            meant = {k: new for k, new in back.items() if _new(trial, k, new)}
            # What only a wider rounding heals is no shift, and would be found again for ever.
            after = _after(trial, meant)
            if after.failed < trial.failed:
                yield Block("shifted", form, meant, frozenset(trial.failed - after.failed), rivals)


def _new(trial: Trial, key: CellKey, meant: tuple[int, int]) -> bool:
    return meant[0] != trial.micros(key)


def _others(ledger: Ledger, form: Form, healed: frozenset[int]) -> tuple[Form, ...]:
    """The other forms in all of these equations: cells of theirs may be exchanged as well."""
    forms = ({(k.filing_id, k.form) for k in ledger.equations[i].terms} for i in healed)
    return tuple(sorted(set.intersection(*forms) - {form}))


def _after(trial: Trial, changes: Changes) -> Trial:
    attempt = trial.copy()
    for cell, (micros, step) in changes.items():
        attempt.apply(cell, micros, step)
    return attempt


def _one_cell(trial: Trial, healed: frozenset[int]) -> bool:
    """Whether one cell alone would heal as much: then it is that."""
    common = set.intersection(*(set(trial.ledger.equations[i].terms) for i in healed))
    found = (trial.best_change(cell) for cell in common)
    return any(change is not None and healed <= change.healed for change in found)


def _heals_most(trial: Trial, attempt: Trial, failed: frozenset[int]) -> bool:
    """Whether most of these equations hold now, and none fails that held."""
    return 2 * len(failed - attempt.failed) > len(failed) and attempt.failed < trial.failed


def _filled(attempt: Trial, cells: list[Cell], moves: Mapping[str, str | None]) -> Changes:
    """The column that was lost at the edge: each of its cells as the sum across its row asks.

    What that is shows once all other columns are back in their places.
    """
    changes: Changes = {}
    for cell in cells:
        if moves.get(cell.key.measure, "") is None:
            for i in _across(attempt, cell.key):
                k = attempt.ledger.equations[i].terms[cell.key]
                micros = attempt.micros(cell.key) - attempt.residual(i) // k
                attempt.apply(cell.key, micros, cell.step * READDED)
                changes[cell.key] = (micros, cell.step * READDED)
    return changes


def _across(attempt: Trial, key: CellKey) -> list[int]:
    """The sum across the row that fails, if any."""
    equations = attempt.ledger.equations
    return [
        i
        for i in attempt.ledger.of_cell[key]
        if i in attempt.failed
        and not equations[i].bound
        and {(k.form, k.row_key) for k in equations[i].terms} == {(key.form, key.row_key)}
    ][:1]


def _worth(trial: Trial, changes: Changes, healed: frozenset[int]) -> bool:
    """Whether one cell could not have healed as much as another unit does.

    The sum of several cells in another unit is told by the factor alone.
    """
    if len(healed) == 1:
        return all(
            sum(key in changes for key in trial.ledger.equations[i].terms) > 1 for i in healed
        )
    return not _one_cell(trial, healed)


def _other_units(cells: list[Cell]) -> Iterator[Changes]:
    money = [c for c in cells if c.micros and "元" in (c.place.get("unit") or "")]
    yield {c.key: (_micros(c) * UNIT, c.step * UNIT * READDED) for c in money}
    if all(_micros(c) % UNIT == 0 for c in money):
        meant = {c.key: _micros(c) // UNIT for c in money}
        yield {c.key: (meant[c.key], _step(c, meant.values()) * READDED) for c in money}


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
                changes[cell.key] = (micros, cell.step * READDED)
    return changes


def _micros(cell: Cell) -> int:
    return cell.micros or 0
