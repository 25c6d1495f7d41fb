"""Draws faults, seeded: for each kind, one that the filing could have, told by its figures.

Planting them is in `faults`. A fault is drawn from what is printed, in any layout; the wrong
opening balance alone from the accounts, since all of a filing agrees with it but the year before.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from corpus.accounts import Account
from corpus.faults import OTHER_UNIT, Change, Fault, figures_of
from corpus.figures import COUNTS, Key
from corpus.forms.by_function import COLUMNS
from corpus.layout import FORMS
from corpus.money import CENT, YUAN_IN
from corpus.publication import Publication

SUMMARIES = ("income_expenditure_summary", "appropriation_summary")
SUMS = ("total", "vehicle", "personnel_total", "office_total")
"""Last parts of the row keys that are sums, where a form has no codes."""

Figures = dict[Key, Decimal]
Slip = Callable[[Decimal, Random], Decimal | None]
Draw = Callable[[Publication, Random], Fault | None]


def printed(publication: Publication) -> Figures:
    """The figures of the ten forms that say anything, in reading order."""
    return {
        cell.key: cell.value
        for table, _, cell in figures_of(publication)
        if table.form in FORMS and cell.key is not None and cell.value
    }


def is_leaf(key: Key) -> bool:
    """Whether the figure is no sum of other rows or columns of its form, nor a line of 01 or 04."""
    form, row, measure = key
    if form in COLUMNS:
        return len(row) == 7 and measure != "total"
    if row.isdigit():
        return len(row) == 5
    return form not in SUMMARIES and row.rsplit(".", 1)[-1] not in SUMS


def is_copy(key: Key) -> bool:
    """Whether it is a line of 01 or 04 that adds up nothing of its own form."""
    last = key.row_key.split(".", 1)[-1]
    return key.form in SUMMARIES and last not in ("grand_total", "income_total", "total")


def is_subtotal(key: Key) -> bool:
    """All others."""
    return not is_leaf(key) and not is_copy(key)


def _one_cell(kind: str, wanted: Callable[[Key], bool], slip: Slip) -> Draw:
    """Draws one of the wanted cells and lets it slip."""

    def draw(publication: Publication, rng: Random) -> Fault | None:
        found = printed(publication)
        keys = [key for key in found if wanted(key)]
        for key in rng.sample(keys, len(keys)):
            wrong = slip(found[key], rng)
            if wrong is not None:
                return Fault(kind, (Change(key, found[key], wrong),))
        return None

    return draw


def _step(value: Decimal) -> Decimal:
    """The worth of the last digit."""
    return Decimal(1).scaleb(int(value.as_tuple().exponent))


def another(value: Decimal, rng: Random) -> Decimal:
    """Another amount, 2 to 90 % away, with as many decimals."""
    step = _step(value)
    off = (value * rng.randint(20, 900) / 1000).quantize(step, rounding=ROUND_HALF_UP)
    return value + rng.choice((1, -1)) * max(off, step)


def transposed(value: Decimal, rng: Random) -> Decimal | None:
    """Two neighbouring digits exchanged; None where all are equal."""
    sign, digits, _ = value.as_tuple()
    able = [i for i in range(len(digits) - 1) if digits[i] != digits[i + 1]]
    if not able:
        return None
    i = rng.choice(able)
    swapped = (*digits[:i], digits[i + 1], digits[i], *digits[i + 2 :])
    return Decimal((sign, swapped, 0)) * _step(value)


def pointless(value: Decimal, _rng: Random) -> Decimal | None:
    """All digits without the decimal point; None where there is none."""
    sign, digits, _ = value.as_tuple()
    return Decimal((sign, digits, 0)) if _step(value) < 1 else None


def _is_coded(key: Key) -> bool:
    return key.form in COLUMNS and key.row_key.isdigit()


def _dropped_row(publication: Publication, rng: Random) -> Fault | None:
    found = printed(publication)
    rows = sorted({key[:2] for key in found if _is_coded(key)})
    if not rows:
        return None
    row = rng.choice(rows)
    lost = (Change(key, value, None) for key, value in found.items() if key[:2] == row)
    return Fault("dropped_row", tuple(lost))


def _tables(publication: Publication) -> dict[str, list[list[Key]]]:
    """The forms by function: their rows, each the keys of its figures from left to right."""
    rows: dict[str, list[list[Key]]] = {}
    for table, cells, _ in figures_of(publication):
        keys = [cell.key for cell in cells if cell is not None and cell.key is not None]
        mine = rows.setdefault(table.form or "", [])
        if table.form in COLUMNS and keys not in mine:
            mine.append(keys)
    return {form: lines for form, lines in rows.items() if lines}


def _shifted(kind: str, *, whole: bool) -> Draw:
    """Two columns or more moved by one to the right, the last of them lost: in all rows, or one."""

    def draw(publication: Publication, rng: Random) -> Fault | None:
        found, tables = printed(publication), _tables(publication)
        for form in rng.sample(sorted(tables), len(tables)):
            lines = tables[form]
            first = rng.randrange(len(lines[0]) - 1)
            last = rng.randrange(first + 1, len(lines[0]))
            moved = lines if whole else [rng.choice(lines)]
            changes = [c for line in moved for c in _moved(line[first : last + 1], found)]
            if len(changes) > 1:
                return Fault(kind, tuple(changes))
        return None

    return draw


def _moved(keys: list[Key], found: Figures) -> list[Change]:
    said = [None, *(found.get(key) for key in keys[:-1])]
    pairs = zip(keys, said, strict=True)
    return [Change(k, found.get(k), is_) for k, is_ in pairs if is_ != found.get(k)]


def _unit_slip(publication: Publication, rng: Random) -> Fault | None:
    layout = publication.layout
    money = {k: v for k, v in printed(publication).items() if not k.row_key.startswith(COUNTS)}
    forms = sorted({key.form for key in money})
    if not forms:
        return None
    form = rng.choice(forms)
    unit = layout.unit_of(form).name
    factor = YUAN_IN[OTHER_UNIT[unit]] / YUAN_IN[unit]
    mine = {key: value for key, value in money.items() if key.form == form}
    return Fault("unit_slip", tuple(Change(k, v, v * factor) for k, v in mine.items()))


DRAWS: Mapping[str, Draw] = {
    "wrong_leaf": _one_cell("wrong_leaf", is_leaf, another),
    "wrong_subtotal": _one_cell("wrong_subtotal", is_subtotal, another),
    "wrong_copy": _one_cell("wrong_copy", is_copy, another),
    "transposed_digits": _one_cell("transposed_digits", lambda _: True, transposed),
    "lost_point": _one_cell("lost_point", lambda _: True, pointless),
    "shifted_columns": _shifted("shifted_columns", whole=True),
    "shifted_row": _shifted("shifted_row", whole=False),
    "dropped_row": _dropped_row,
    "unit_slip": _unit_slip,
}
"""Kind → how one is drawn from a filing; None where the filing has nothing of the kind."""

OPENING = "wrong_opening"
"""The kind that is drawn from accounts: see `misopened`."""

KINDS = (*DRAWS, OPENING)


def misopened(account: Account, rng: Random) -> Account | None:
    """The account with another opening balance, balanced by the income of the year.

    None where nothing was carried over.
    """
    able = [n for n, flow in enumerate(account.flows) if flow.opening and flow.income]
    if not able:
        return None
    n = rng.choice(able)
    flow = account.flows[n]
    more = (flow.opening * rng.randint(100, 900) / 1000).quantize(CENT, rounding=ROUND_HALF_UP)
    source, income = next(iter(flow.income.items()))
    wrong = replace(
        flow, opening=flow.opening + more, income={**flow.income, source: income - more}
    )
    return replace(account, flows=(*account.flows[:n], wrong, *account.flows[n + 1 :]))


def opening_fault(true: Publication, wrong: Publication) -> Fault:
    """What `misopened` changed on paper: the opening balances that say something else."""
    was, is_ = printed(true), printed(wrong)
    keys = [k for k in was if "opening_balance" in (k.measure, *k.row_key.split("."))]
    return Fault(
        OPENING, tuple(Change(k, was[k], is_.get(k)) for k in keys if was[k] != is_.get(k))
    )
