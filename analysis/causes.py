"""What the changed cells mean together: one wrong cell, a lost row, shifted values, a whole table.

From a repair to drafts of findings, one a cause. Wording and rows are in `findings`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from analysis.blocks import Block
from analysis.ledger import ABSENT, CellKey, Equation, Ledger
from analysis.repair import Candidate, Explained, Repair

SEVERITIES = ("error", "warn", "info")


@dataclass(frozen=True, slots=True)
class Draft:
    """One finding to be: its cause, the cell it names, and what it rests on.

    `named` gives the wrong cells and what they would say; `candidates` are cells one of which is
    wrong, where it cannot be told which. `whole_form` names the table and no single cell.
    """

    cause: str
    anchor: CellKey
    equations: tuple[int, ...]
    severity: str
    named: Mapping[CellKey, int] = field(default_factory=dict)
    candidates: Mapping[CellKey, int] = field(default_factory=dict)
    hint: str | None = None
    whole_form: bool = False


def severity(ledger: Ledger, equations: Iterable[int]) -> str:
    """The gravest among the equations."""
    return min((ledger.equations[i].severity for i in equations), key=SEVERITIES.index)


def first(ledger: Ledger, equations: Iterable[int]) -> Equation:
    """The equation that says it best: the gravest, within a form, with the fewest terms."""

    def order(i: int) -> tuple[int, str, int, str]:
        e = ledger.equations[i]
        return SEVERITIES.index(e.severity), e.family, len(e.terms), e.equation_id

    return ledger.equations[min(equations, key=order)]


def of_block(ledger: Ledger, block: Block) -> Draft:
    """A whole table: it is named by its first cell in the equation that says it best."""
    equation = first(ledger, block.healed)
    here = [k for k in sorted(equation.terms) if (k.filing_id, k.form) == block.form]
    anchor = next(k for k in here if k.occurrence)
    named = {cell: micros for cell, (micros, _) in block.changes.items()}
    rivals = {
        cell: ledger.micros(cell)
        for i in block.healed
        for cell in ledger.equations[i].terms
        if (cell.filing_id, cell.form) in block.rivals
    }
    if rivals:
        return Draft(
            "one_of_several",
            anchor,
            _order(block.healed),
            severity(ledger, block.healed),
            candidates={anchor: named.get(anchor, ledger.micros(anchor)), **rivals},
            hint=block.cause,
        )
    return Draft(
        block.cause,
        anchor,
        _order(block.healed),
        severity(ledger, block.healed),
        named,
        whole_form=True,
    )


def of_repair(ledger: Ledger, repair: Repair) -> Iterator[Draft]:
    """The cells found, those of one cause together, and what stays unexplained."""
    for cluster in repair.unexplained:
        equation = first(ledger, cluster)
        yield Draft("unexplained", _claim(equation), _order(cluster), severity(ledger, cluster))
    sure = [e for e in repair.explained if len(e.best) == 1]
    for explained in repair.explained:
        if len(explained.best) > 1:
            yield _open(ledger, explained)
    lost = [e for e in sure if ledger.cells[_cell(e)].source == ABSENT]
    for row in _grouped(lost, lambda e: _cell(e)[:3]):
        yield _joint(ledger, "missing_row", row)
    yield from _printed(ledger, [e for e in sure if e not in lost])


def _printed(ledger: Ledger, explained: list[Explained]) -> Iterator[Draft]:
    """Cells that say something wrong: shifted ones a form, equal changes a row, else one by one."""
    in_rows, rest = _sifted(ledger, _grouped(explained, lambda e: _cell(e)[:3]))
    columns = _grouped(rest, lambda e: (*_cell(e)[:2], _cell(e).measure))
    in_columns, single = _sifted(ledger, columns)
    shifted = in_rows + in_columns
    for form in _grouped(shifted, lambda e: _cell(e)[:2]):
        yield _joint(ledger, "shifted", form)
    for equal in _grouped(single, lambda e: (*_cell(e)[:3], _delta(ledger, e))):
        if len(equal) > 1:
            yield _joint(ledger, "several_cells", equal)
        else:
            yield _single(ledger, equal[0])


def _single(ledger: Ledger, explained: Explained) -> Draft:
    best, *others = explained.candidates
    equations = explained.equations
    return Draft(
        "one_of_several" if others else "one_cell",
        best.cell,
        _order(equations),
        severity(ledger, equations),
        {best.cell: best.micros},
        {c.cell: c.micros for c in others},
        best.hint,
    )


def _open(ledger: Ledger, explained: Explained) -> Draft:
    """Several equally likely: the claim that fails is named, and no value proposed."""
    equation = first(ledger, explained.equations)
    return Draft(
        "one_of_several",
        _claim(equation),
        _order(explained.equations),
        severity(ledger, explained.equations),
        candidates={c.cell: c.micros for c in explained.candidates},
    )


def _joint(ledger: Ledger, cause: str, group: list[Explained]) -> Draft:
    equations = frozenset(i for e in group for i in e.equations)
    named = {_cell(e): e.candidates[0].micros for e in group}
    anchor = min(named, key=lambda k: (-abs(named[k] - ledger.micros(k)), k))
    return Draft(cause, anchor, _order(equations), severity(ledger, equations), named)


def _shifted(ledger: Ledger, group: list[Explained]) -> bool:
    """All amounts meant but one (that may have fallen off the edge) are printed in one another."""
    printed = [(_cell(e), ledger.micros(_cell(e))) for e in group]
    meant = [e.candidates[0] for e in group if e.candidates[0].micros]
    there = [c for c in meant if any(_is(c, key, micros) for key, micros in printed if micros)]
    return len(group) > 1 and bool(there) and len(there) >= len(meant) - 1


def _is(candidate: Candidate, key: CellKey, micros: int) -> bool:
    low, high = candidate.change.room
    return key != candidate.cell and low <= micros <= high


def _cell(explained: Explained) -> CellKey:
    return explained.candidates[0].cell


def _delta(ledger: Ledger, explained: Explained) -> int:
    return explained.candidates[0].micros - ledger.micros(_cell(explained))


def _claim(equation: Equation) -> CellKey:
    return (equation.left or equation.right)[0]


def _order(equations: Iterable[int]) -> tuple[int, ...]:
    return tuple(sorted(equations))


def _sifted(
    ledger: Ledger, groups: list[list[Explained]]
) -> tuple[list[Explained], list[Explained]]:
    """The groups that are shifted, and the others."""
    there: list[Explained] = []
    others: list[Explained] = []
    for group in groups:
        (there if _shifted(ledger, group) else others).extend(group)
    return there, others


def _grouped(group: list[Explained], key: Callable[[Explained], Hashable]) -> list[list[Explained]]:
    found: dict[Hashable, list[Explained]] = defaultdict(list)
    for explained in group:
        found[key(explained)].append(explained)
    return list(found.values())


def of_rounding(ledger: Ledger, groups: Iterable[Iterable[int]]) -> Iterator[Draft]:
    """Differences within rounding, no fault: those of one rule and as large are one finding."""
    found: dict[tuple[str, str, int], list[int]] = defaultdict(list)
    for group in groups:
        equation = first(ledger, group)
        key = (equation.filing_id, equation.rule_id, ledger.residual(equation))
        found[key] += group
    for together in found.values():
        yield Draft("rounding", _claim(first(ledger, together)), _order(together), "info")


def of_contradictions(ledger: Ledger, groups: Iterable[Iterable[int]]) -> Iterator[Draft]:
    """Equations that rounding cannot explain together."""
    for group in groups:
        yield Draft("rounding_infeasible", _claim(first(ledger, group)), _order(group), "warn")


def of_soft(ledger: Ledger, failed: Iterable[int]) -> Iterator[Draft]:
    """Relations that need not hold and do not, those of one rule and filing together."""
    found: dict[tuple[str, str], list[int]] = defaultdict(list)
    for i in failed:
        found[ledger.equations[i].filing_id, ledger.equations[i].rule_id].append(i)
    for group in found.values():
        yield Draft("soft", _claim(first(ledger, group)), _order(group), "info")
