"""Who is spoken of one after the other: named subjects, rows of the general budget, economic items.

Each comes with the words that name it. What is said of them is in `narrative`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from corpus.figures import Key
from corpus.forms.values import Values
from corpus.labels import economic_lines, function_name
from corpus.narrative_drawn import GENERAL
from corpus.wording import Named, Subject, subjects

ECONOMIC = "basic_expenditure_by_economic"
LEVELS = {"classes": 3, "items": 7}


@dataclass(frozen=True, slots=True)
class Here:
    """The subject at hand, with the words that name it."""

    subject: Subject | None = None
    words: Mapping[str, str] = field(default_factory=dict)


def named_by(each: str | tuple[str, ...], values: Values) -> Iterator[Here]:
    """The subjects that `each` of a template means."""
    if isinstance(each, tuple):
        yield from (_named(subjects()[name]) for name in each)
    elif each in LEVELS:
        yield from (_coded(code, values.fiscal_year) for code in _codes(LEVELS[each], values))
    else:
        yield from (_named(subject) for subject in economic(each, values))


def economic(side: str, values: Values) -> list[Subject]:
    """The economic items of `personnel` or `office` cost that have money."""
    return [
        Subject(cells=((ECONOMIC, line.code, "amount"),), label=line.name)
        for line in economic_lines()
        if len(line.code) == 5
        and (line.side == "personnel") == (side == "personnel")
        and values.figures.get(Key(ECONOMIC, line.code, "amount"))
    ]


def _named(subject: Subject) -> Here:
    return Here(subject, {"name": subject.label})


def _codes(length: int, values: Values) -> list[str]:
    keys = (k for k, value in values.figures.items() if value)
    mine = (k.row_key for k in keys if k.form == GENERAL and k.measure == "total")
    return sorted(code for code in mine if code.isdigit() and len(code) == length)


def _coded(code: str, year: int) -> Here:
    top = function_name(code[:3], year)
    words = {"name": top}
    if len(code) == LEVELS["items"]:
        below = f"{function_name(code[:5], year)}（款）{function_name(code, year)}（项）"
        words = {
            "path": f"{top}（类）{below}",
            "short_path": f"{top.removesuffix('支出')}（类）{below}",
        }
    cell: Named = (GENERAL, code, "total")
    return Here(Subject(cells=(cell,), whole="general", label=top), words)
