"""From drafts to rows: the schema of `finding`, its numbers, its places and its stable id."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import polars as pl

from analysis.causes import Draft, first
from analysis.ledger import YUAN, CellKey, Equation, Ledger
from analysis.phrase import Phrasebook, message, number, parent, unit

AMOUNT = pl.Decimal(20, 2)
CENT = Decimal("0.01")

PLACE = pl.Struct(
    {
        "role": pl.String(),
        "filing_id": pl.String(),
        "form": pl.String(),
        "row_key": pl.String(),
        "measure": pl.String(),
        "row_label": pl.String(),
        "printed": pl.String(),
        "printed_cny": AMOUNT,
        "proposal_cny": AMOUNT,
        "page": pl.Int64(),
        "sheet": pl.String(),
        "table_no": pl.Int64(),
        "row_no": pl.Int64(),
        "col_no": pl.Int64(),
        "line_no": pl.Int64(),
    }
)

SCHEMA = pl.Schema(
    {
        "finding_id": pl.String(),
        "filing_id": pl.String(),
        "rule_id": pl.String(),
        "severity": pl.String(),
        "cause": pl.String(),
        "hint": pl.String(),
        "form": pl.String(),
        "row_key": pl.String(),
        "measure": pl.String(),
        "message_zh": pl.String(),
        "message_en": pl.String(),
        "printed": pl.String(),
        "expected": pl.String(),
        "difference": pl.String(),
        "unit": pl.String(),
        "printed_cny": AMOUNT,
        "expected_cny": AMOUNT,
        "difference_cny": AMOUNT,
        "proposal_cny": AMOUNT,
        "n_equations": pl.Int64(),
        "equations": pl.List(pl.String()),
        "places": pl.List(PLACE),
    }
)

ORDER = ["filing_id", "severity", "rule_id", "form", "row_key", "measure", "finding_id"]


def rows(ledger: Ledger, drafts: Iterable[Draft], book: Phrasebook) -> Iterator[dict[str, Any]]:
    """One row a draft, with the columns of `SCHEMA`."""
    for draft in drafts:
        yield _row(ledger, draft, book)


def _row(ledger: Ledger, draft: Draft, book: Phrasebook) -> dict[str, Any]:
    touching = [i for i in draft.equations if draft.anchor in ledger.equations[i].terms]
    equation = first(ledger, touching or draft.equations)
    cell = parent(ledger, draft.anchor, equation)
    expected = _expected(ledger, draft, equation)
    places = list(_places(ledger, draft))
    lost_row = draft.anchor.occurrence == 0
    known = not draft.whole_form
    difference = (cell.micros or 0) - expected
    return {
        "finding_id": _id(draft, equation, places),
        "filing_id": cell.key.filing_id,
        "rule_id": equation.rule_id,
        "severity": draft.severity,
        "cause": draft.cause,
        "hint": draft.hint,
        "form": cell.key.form,
        "row_key": cell.key.row_key if known else None,
        "measure": cell.key.measure if known else None,
        "message_zh": message(book, ledger, draft, equation, expected, "zh"),
        "message_en": message(book, ledger, draft, equation, expected, "en"),
        "printed": cell.place.get("raw_text"),
        "expected": f"{number(expected, cell):f}",
        "difference": f"{number(difference, cell):f}",
        "unit": unit(cell),
        "printed_cny": _yuan(cell.micros),
        "expected_cny": _yuan(expected),
        "difference_cny": _yuan(difference),
        "proposal_cny": None if lost_row else _yuan(_proposal(ledger, draft)),
        "n_equations": len(draft.equations),
        "equations": [ledger.equations[i].equation_id for i in draft.equations],
        "places": places,
    }


def _expected(ledger: Ledger, draft: Draft, equation: Equation) -> int:
    """What the named cell would say; for a lost row, what its sum would be without it."""
    if draft.anchor.occurrence == 0:
        return ledger.micros(equation.left[0]) - draft.named[draft.anchor]
    if draft.anchor in draft.named:
        return draft.named[draft.anchor]
    if draft.anchor in draft.candidates:
        return draft.candidates[draft.anchor]
    k = equation.terms.get(draft.anchor, 1)
    return ledger.micros(draft.anchor) - ledger.residual(equation) // k


def _proposal(ledger: Ledger, draft: Draft) -> int | None:
    """A value is proposed only where equalities, not mere bounds, ask for it."""
    exact = any(
        draft.anchor in ledger.equations[i].terms and not ledger.equations[i].bound
        for i in draft.equations
    )
    return draft.named.get(draft.anchor) if exact else None


def _places(ledger: Ledger, draft: Draft) -> Iterator[dict[str, Any]]:
    roles: dict[CellKey, str] = {}
    for i in draft.equations:
        for key in ledger.equations[i].terms:
            roles.setdefault(key, "left" if key in ledger.equations[i].left else "right")
    lost = "missing_row" if draft.cause == "missing_row" else "wrong"
    for key in draft.candidates:
        roles[key] = "missing_row" if key.occurrence == 0 else "candidate"
    roles.update(dict.fromkeys(draft.named, lost))
    ranks = {"wrong": 0, "missing_row": 0, "candidate": 1, "left": 2, "right": 3}
    for key in sorted(roles, key=lambda k: (k != draft.anchor, ranks[roles[k]], k)):
        cell = ledger.cells[key]
        if key.occurrence == 0 and roles[key] in ("left", "right"):
            continue
        yield {
            "role": roles[key],
            "filing_id": key.filing_id,
            "form": key.form,
            "row_key": key.row_key,
            "measure": key.measure,
            "printed": cell.place.get("raw_text"),
            "printed_cny": _yuan(cell.micros),
            "proposal_cny": _yuan({**draft.candidates, **draft.named}.get(key)),
            **{name: cell.place.get(name) for name in ("row_label", *_WHERE)},
        }


_WHERE = ("page", "sheet", "table_no", "row_no", "col_no", "line_no")


def _id(draft: Draft, equation: Equation, places: Sequence[Mapping[str, Any]]) -> str:
    """Of the filing, the rule, the cause and the cells: the same fault keeps its id."""
    cells = sorted(
        "|".join((p["role"], p["filing_id"], p["form"], p["row_key"], p["measure"])) for p in places
    )
    text = "\n".join([draft.anchor.filing_id, equation.rule_id, draft.cause, *cells])
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def _yuan(micros: int | None) -> Decimal | None:
    return None if micros is None else (Decimal(micros) / YUAN).quantize(CENT, ROUND_HALF_UP)
