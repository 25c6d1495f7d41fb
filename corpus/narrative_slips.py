"""Slips of a filer in the text, planted one at a time: an edit of one paragraph, and what it broke.

Drawn from what the text states (`Publication.said`); only slips that no rounding can explain.
How far rounding reaches is in `narrative_rounding`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from corpus.faults_drawn import another, printed
from corpus.figures import Key
from corpus.labels import function_name
from corpus.narrative import Said
from corpus.narrative_rounding import RATE_OF, rate_slack, told_beside, truncated_share
from corpus.publication import Publication

BOTH_WAYS = {"增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长"}
GENERAL = "general_budget_by_function"
COUNTED = ("辆", "台(套)")


@dataclass(frozen=True, slots=True)
class Slip:
    """One slip: its kind, the paragraph that it is in, and the paragraph as it is printed."""

    kind: str
    paragraph: str
    printed: str


Draw = Callable[[Publication, Random], Slip | None]
Change = Callable[[Publication, Said, Random], str | None]
"""A paragraph with a fact of it changed; None where that fact cannot slip so."""


def slipped(publication: Publication, slip: Slip) -> Publication:
    """The filing with the slip in it.

    Raises:
        ValueError: the filing has no such paragraph.
    """
    if slip.paragraph not in publication.blocks:
        raise ValueError(f"not in the filing: {slip.paragraph}")
    blocks = tuple(slip.printed if b == slip.paragraph else b for b in publication.blocks)
    return replace(publication, blocks=blocks)


def _of_a_fact(kind: str, change: Change) -> Draw:
    def draw(publication: Publication, rng: Random) -> Slip | None:
        for said in rng.sample(publication.said, len(publication.said)):
            printed = change(publication, said, rng)
            if printed is not None and printed != said.paragraph:
                return Slip(kind, said.paragraph, printed)
        return None

    return draw


def _reprinted(said: Said, text: str) -> str:
    return said.paragraph[: said.start] + text + said.paragraph[said.end :]


def _restated(said: Said, value: Decimal) -> str:
    return _reprinted(said, f"{abs(value):f}{said.unit}")


def _is_money_of_a_form(said: Said) -> bool:
    return said.aspect == "final" and said.cell[0] is not None and said.unit == "万元"


def _is_in_a_form(publication: Publication, said: Said) -> bool:
    """Whether the filing prints the form with this figure."""
    return Key(*(part or "" for part in said.cell)) in printed(publication)


def _rate(publication: Publication, said: Said, rng: Random) -> str | None:
    slack = rate_slack(publication, said) if said.aspect in RATE_OF else None
    if slack is None or not said.value:
        return None
    off = max(Decimal("0.6"), 4 * slack) * rng.choice((1, 2, 5))
    return _restated(said, (abs(said.value) + off).quantize(said.value))


def _direction(publication: Publication, said: Said, rng: Random) -> str | None:
    """The rate goes the other way than the amount beside it."""
    able = said.aspect in ("growth", "budget_growth") and said.value and rng.randint(0, 1)
    if not able or rate_slack(publication, said) is None:
        return None
    return _turned(said.paragraph, said.start)


def _turned(paragraph: str, start: int) -> str | None:
    word = paragraph[start - 2 : start]
    if word not in BOTH_WAYS:
        return None
    return paragraph[: start - 2] + BOTH_WAYS[word] + paragraph[start:]


def _both_ways(publication: Publication, said: Said, _rng: Random) -> str | None:
    """Amount and rate go the other way than they should: the base no longer fits."""
    slack = rate_slack(publication, said) if said.aspect == "growth" else None
    if slack is None or said.value <= -50:
        return None
    share = said.value / 100
    moved = abs(abs(share / (1 + 2 * share)) - abs(share)) * 100
    delta = told_beside(publication, said, ("delta",))
    if moved < 4 * slack or delta is None:
        return None
    turned = _turned(said.paragraph, said.start)
    return _turned(turned, delta.start) if turned else None


def _unit(_publication: Publication, said: Said, _rng: Random) -> str | None:
    if not _is_money_of_a_form(said) or not said.value:
        return None
    return _reprinted(said, said.paragraph[said.start : said.end - len("万元")] + "元")


def _amount(_publication: Publication, said: Said, rng: Random) -> str | None:
    if not _is_money_of_a_form(said) or said.value < Decimal("0.1"):
        return None
    return _restated(said, another(said.value, rng))


def _count(publication: Publication, said: Said, rng: Random) -> str | None:
    """Kinds of vehicles and their total are told together; other counts need the form."""
    told_together = (said.cell[1] or "").startswith("vehicles.")
    if said.unit not in COUNTED or not (told_together or _is_in_a_form(publication, said)):
        return None
    return _restated(said, said.value + rng.randint(1, 3))


def _year(publication: Publication, said: Said, _rng: Random) -> str | None:
    """A sentence that speaks of the year before and says the amounts of this one."""
    year = publication.fiscal_year
    start = said.paragraph.find(f"{year}年")
    if not _is_money_of_a_form(said) or not 0 <= start < said.start:
        return None
    if not said.value or not _is_in_a_form(publication, said):
        return None
    between = said.paragraph[start : said.start]
    if any(mark in between for mark in "。；"):
        return None
    return said.paragraph.replace(f"{year}年", f"{year - 1}年")


def _base_year(publication: Publication, said: Said, _rng: Random) -> str | None:
    last = f"{publication.fiscal_year - 1}年"
    if said.aspect != "delta" or last not in said.paragraph:
        return None
    return said.paragraph.replace(last, f"{publication.fiscal_year - 2}年")


def _template(publication: Publication, said: Said, rng: Random) -> str | None:
    """What the template leaves to choose or to fill in."""
    word = said.paragraph[said.start - 2 : said.start]
    if word in BOTH_WAYS and rng.randint(0, 1):
        choice = f"（{BOTH_WAYS[word]}）"
        return said.paragraph[: said.start] + choice + said.paragraph[said.start :]
    if publication.subject in said.paragraph and rng.randint(0, 1):
        return said.paragraph.replace(publication.subject, "XX局")
    return _reprinted(said, "XX万元") if _is_money_of_a_form(said) else None


def _item_name(publication: Publication, said: Said, rng: Random) -> str | None:
    """The amount of one 项 under the name of another."""
    form, code, _ = said.cell
    if form != GENERAL or code is None or len(code) != 7 or not _is_money_of_a_form(said):
        return None
    names = {s.cell[1] or "" for s in publication.said if s.cell[0] == GENERAL}
    others = sorted(c for c in names if len(c) == 7 and c[:5] != code[:5])
    year = publication.fiscal_year
    own = f"{function_name(code, year)}（项）"
    if not others or own not in said.paragraph or not said.value:
        return None
    return said.paragraph.replace(own, f"{function_name(rng.choice(others), year)}（项）")


def _planned(publication: Publication, said: Said, rng: Random) -> str | None:
    """A budget of one row that the total budget does not have; its rate of completion fits it."""
    form, code, _ = said.cell
    if (form, said.aspect) != (GENERAL, "budget") or not code or code == "total" or not said.value:
        return None
    wrong = said.value + Decimal(rng.randint(40, 900)) / 100
    done = told_beside(publication, said, ("completion",))
    spent = told_beside(publication, said, ("final",))
    if done is None or spent is None:
        return None
    rate = (100 * spent.value / wrong).quantize(done.value)
    paragraph = _restated(done, rate)
    if said.start > done.start:
        return None
    return paragraph[: said.start] + f"{wrong:f}万元" + paragraph[said.end :]


def _truncated(publication: Publication, said: Said, _rng: Random) -> str | None:
    value = truncated_share(publication, said)
    return None if value is None else _restated(said, value)


DRAWS: Mapping[str, Draw] = {
    "rate": _of_a_fact("rate", _rate),
    "direction": _of_a_fact("direction", _direction),
    "both_ways": _of_a_fact("both_ways", _both_ways),
    "unit": _of_a_fact("unit", _unit),
    "amount": _of_a_fact("amount", _amount),
    "count": _of_a_fact("count", _count),
    "year": _of_a_fact("year", _year),
    "base_year": _of_a_fact("base_year", _base_year),
    "template": _of_a_fact("template", _template),
    "item_name": _of_a_fact("item_name", _item_name),
    "budget_sum": _of_a_fact("budget_sum", _planned),
    "truncated": _of_a_fact("truncated", _truncated),
}
"""Kind → how one is drawn from a filing; None where its text has nothing of the kind."""
