"""What became of a planted fault: found, named, one of several, and what was accused beside it.

Which cells no other printed number tells apart is read off the equations of the clean filing:
a cell in no equation is *alone*; cells that stand in the same equations, with the same signs or
all opposite, are *twins*: each explains whatever the other does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import polars as pl

from corpus.faults import Change, Fault
from corpus.faults_drawn import OPENING
from corpus.figures import Key

Finding = Mapping[str, Any]
Marks = Mapping[Key, Mapping[str, int]]
"""Cell → the equations that it stands in, with its coefficient."""

TOLD = ("error", "warn")
ACCUSED = ("wrong", "missing_row", "candidate")


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdict on one fault.

    `large`: beyond any rounding. `named`: a finding calls its cells wrong and no others; `among`:
    one has them among its candidates; `beside`: errors that accuse other cells alone.
    """

    large: bool
    alone: bool
    twins: bool
    found: bool
    named: bool
    among: bool
    beside: int

    @property
    def good(self) -> bool:
        """Whether nothing better can be asked for."""
        told = self.named or (self.twins and self.among)
        return not self.large or self.alone or (told and self.found and not self.beside)


def redundancy(terms: pl.DataFrame, equations: pl.DataFrame) -> dict[str, Marks]:
    """Filing → its printed cells → the equations they are in, no bounds and soft ones."""
    firm = equations.filter(
        (pl.col("relation") == "=")
        & (pl.col("severity") != "info")
        & ~pl.col("verdict").is_in(["not_evaluated", "soft", "vacuous"])
    )
    sign = pl.when(pl.col("side") == "left").then(1).otherwise(-1)
    printed = (
        terms.filter(pl.col("state") == "printed")
        .join(firm.select("equation_id"), on="equation_id", how="semi")
        .group_by("cell_filing_id", "form", "row_key", "measure", "equation_id")
        .agg((sign * pl.col("coefficient")).sum().alias("k"))
    )
    found: dict[str, dict[Key, dict[str, int]]] = defaultdict(lambda: defaultdict(dict))
    for filing, form, row, measure, equation, k in printed.iter_rows():
        found[filing][Key(form, row, measure)][equation] = k
    return dict(found)


def judged(fault: Fault, findings: Iterable[Finding], marks: Marks, steps: int) -> Judged:
    """Compare the findings on the filings of a case with the fault that is in them.

    Args:
        fault: what was planted.
        findings: all findings on the filings.
        marks: the equations of the filing without the fault, see `redundancy`.
        steps: a difference of more printed steps is beyond rounding.
    """
    told = [f for f in findings if f["severity"] in TOLD]
    found = [f for f in told if fault.keys & (_places(f) | _lost(f, fault))]
    single = fault.changes[0].key if len(fault.changes) == 1 else None
    return Judged(
        large=any(_size(c) > steps for c in fault.changes),
        alone=_alone(fault, marks),
        twins=single is not None and _has_twin(single, marks),
        found=bool(found),
        named=any(_names(f, fault) for f in found),
        among=any(fault.keys & _places(f, "candidate") for f in found),
        beside=sum(f["severity"] == "error" and _beside(f, fault) for f in told),
    )


def _size(change: Change) -> Decimal:
    """How far the cell is off, in printed steps."""
    true, said = change.true or Decimal(0), change.printed or Decimal(0)
    exponent = int((true or said).as_tuple().exponent)
    return abs(true - said).scaleb(-exponent)


def _alone(fault: Fault, marks: Marks) -> bool:
    """Whether no equation can fail; that of a table in another unit must lead out of it."""
    told = {e for key in fault.keys for e in marks.get(key, {})}
    if fault.kind == "unit_slip":
        told &= {e for key, mine in marks.items() if key.form != fault.form for e in mine}
    return not told


def _has_twin(key: Key, marks: Marks) -> bool:
    mine = marks.get(key, {})
    return any(_proportional(mine, other) for k, other in marks.items() if k != key and mine)


def _proportional(one: Mapping[str, int], other: Mapping[str, int]) -> bool:
    return one.keys() == other.keys() and len({one[e] * other[e] for e in one}) == 1


def _places(finding: Finding, *roles: str) -> set[Key]:
    return {
        Key(p["form"], p["row_key"], p["measure"])
        for p in finding["places"]
        if not roles or p["role"] in roles
    }


def _names(finding: Finding, fault: Fault) -> bool:
    """Whether all cells that it calls wrong are cells of the fault.

    A lost row that nobody prints elsewhere has no key: it is named by the row that it is missing
    below. An opening balance is named by the claim that it is last year's closing balance.
    """
    wrong = _places(finding, "wrong")
    lost = _places(finding, "missing_row") if finding["cause"] == "missing_row" else set()
    if not wrong | lost:
        claim = Key(finding["form"], finding["row_key"], finding["measure"])
        return fault.kind == OPENING and finding["rule_id"] == "Y-OPEN" and claim in fault.keys
    return wrong | lost <= fault.keys | {k for k in lost if _rows_below(fault, k)}


def _lost(finding: Finding, fault: Fault) -> set[Key]:
    """The fault's cells that may be those of a row which the finding misses."""
    lost = _places(finding, "missing_row")
    return {key for above in lost for key in _rows_below(fault, above)}


def _rows_below(fault: Fault, above: Key) -> set[Key]:
    return {key for key in fault.keys if fault.kind == "dropped_row" and _is_below(key, above)}


def _is_below(key: Key, above: Key) -> bool:
    same = (key.form, key.measure) == (above.form, above.measure)
    return same and (above.row_key == "total" or key.row_key.startswith(above.row_key))


def _beside(finding: Finding, fault: Fault) -> bool:
    accused = _places(finding, *ACCUSED)
    if accused and _names(finding, fault):
        return False
    return not fault.keys & (accused or _places(finding))
