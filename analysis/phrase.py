"""Messages of findings in Chinese and English: amounts as the table prints them, places in words.

The words themselves are in `wording`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from analysis import wording
from analysis.causes import Draft
from analysis.ledger import FEN, YUAN, Cell, CellKey, Equation, Ledger, UnusableEquations

UNITS = {"元": 1, "百元": 100, "千元": 1_000, "万元": 10_000, "亿元": 100_000_000}
"""Yuan in a printed unit. Amounts of other units are counts and are shown as they are."""

MOST_OTHERS = 8
"""Cells that a message lists; `places` has them all."""

Names = Mapping[tuple[str, str | None], Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Phrasebook:
    """What rules, forms and measures are called: rule_id → row, (form, measure) → names."""

    rules: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    names: Names = field(default_factory=dict)


def message(
    book: Phrasebook, ledger: Ledger, draft: Draft, equation: Equation, expected: int, lang: str
) -> str:
    """The relation that fails, what was expected, where, and what to do."""
    cell = ledger.cells[draft.anchor]
    place = _form(book, cell, lang) if draft.whole_form else _place(book, cell, lang)
    cause = wording.CAUSES[_sentence(draft)][lang].format(
        place=place,
        printed=_printed(cell, lang),
        expected=amount(expected, cell),
        n=len(draft.equations),
        others=_others(book, ledger, draft, lang),
    )
    hint = wording.HINTS[draft.hint][lang] if draft.hint else ""
    return _relation(book, ledger, equation, place, lang) + cause + hint


def _sentence(draft: Draft) -> str:
    """Which sentence: where the named cell is only the sum that does not add up, another one."""
    known = draft.anchor in draft.named or draft.anchor in draft.candidates
    return "one_of_parts" if draft.cause == "one_of_several" and not known else draft.cause


def amount(micros: int, like: Cell) -> str:
    """The amount in the unit and with the decimals of a cell's table, for a sentence."""
    return f"{number(micros, like):,f}{unit(like)}"


def number(micros: int, like: Cell) -> Decimal:
    """The amount in the unit and with the decimals of a cell's table."""
    size = Decimal(YUAN * UNITS.get(unit(like), 1))
    digits = Decimal(like.step or FEN) / size
    return (Decimal(micros) / size).quantize(digits.normalize(), ROUND_HALF_UP)


def unit(like: Cell) -> str:
    """The unit of a cell's table; yuan where a form has no cell that says one."""
    return str(like.place.get("unit") or "元")


def _relation(book: Phrasebook, ledger: Ledger, equation: Equation, place: str, lang: str) -> str:
    rule = book.rules.get(equation.rule_id, {})
    like = ledger.cells[(equation.left or equation.right)[0]]
    left, right = sides(ledger, equation)
    words = {
        "name": rule.get(f"name_{lang}") or equation.rule_id,
        "left": amount(left, like),
        "right": amount(right, like),
        "difference": amount(abs(left - right), like),
        "sign": ">" if equation.bound else "≠" if left != right else "=",
        "place": place,
    }
    template = rule.get(f"message_{lang}") or wording.EQUATION[lang]
    try:
        text = str(template).format_map(words)
    except (KeyError, ValueError, IndexError) as error:
        raise UnusableEquations(f"message_{lang} of {equation.rule_id}: {error!r}") from error
    return text if lang == "zh" else text.rstrip() + " "


def sides(ledger: Ledger, equation: Equation) -> tuple[int, int]:
    """What the two sides come to, in micros."""
    left = sum(equation.terms.get(k, 0) * ledger.micros(k) for k in equation.left)
    return left, left - ledger.residual(equation)


def _others(book: Phrasebook, ledger: Ledger, draft: Draft, lang: str) -> str:
    cells = {**draft.named, **draft.candidates}
    if draft.cause != "missing_row":
        cells.pop(draft.anchor, None)
    listed = [
        f"{_place(book, ledger.cells[key], lang)} {amount(micros, ledger.cells[key])}"
        for key, micros in list(cells.items())[:MOST_OTHERS]
    ]
    if len(cells) > MOST_OTHERS:
        listed.append(wording.MORE[lang].format(len(cells)))
    return wording.BRACKETS[lang][3].join(listed)


def _place(book: Phrasebook, cell: Cell, lang: str) -> str:
    key, label = cell.key, cell.place.get("row_label") or ""
    row = f"{key.row_key} {label}".strip() if key.row_key.isdigit() else label or key.row_key
    if key.occurrence == 0:
        row = wording.LOST_ROW[lang].format(row)
    return wording.PLACE[lang].format(
        form=_form(book, cell, lang),
        row=row,
        measure=_name(book, (key.form, key.measure), key.measure, lang),
        where=_where(cell, lang),
    )


def _form(book: Phrasebook, cell: Cell, lang: str) -> str:
    name = _name(book, (cell.key.form, None), cell.key.form, lang)
    return f"《{name}》" if lang == "zh" else name


def _name(book: Phrasebook, key: tuple[str, str | None], otherwise: str, lang: str) -> str:
    return book.names.get(key, {}).get(f"name_{lang}") or otherwise


def _where(cell: Cell, lang: str) -> str:
    """Page or sheet, row and column; of a text, the line."""
    names = ("line_no",) if cell.place.get("line_no") is not None else wording.WHERE
    known = (
        wording.WHERE[name][lang].format(cell.place[name])
        for name in names
        if cell.place.get(name) is not None
    )
    start, comma, end, _ = wording.BRACKETS[lang]
    text = comma.join(known)
    return f"{start}{text}{end}" if text else ""


def _printed(cell: Cell, lang: str) -> str:
    if cell.micros is None:
        return wording.BLANK[lang]
    return amount(cell.micros, cell)


def parent(ledger: Ledger, key: CellKey, equation: Equation) -> Cell:
    """The cell that a finding compares: for a row nobody knows of, the sum that falls short."""
    return ledger.cells[equation.left[0] if key.occurrence == 0 else key]
