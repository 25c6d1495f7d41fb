"""How far the rounding of what is printed reaches: the slack of each rate of the text.

A rate that is further off than this cannot be explained by the numbers beside it. Where the text
and the forms do not give the numbers, nobody could tell, and there is no slack to speak of.
"""

from __future__ import annotations

from decimal import ROUND_FLOOR, Decimal

from corpus.narrative import Said
from corpus.publication import Publication

HALF = Decimal("0.005")
"""Half the last digit of an amount in 万元."""
RATE_OF = {
    "growth": ("delta",),
    "budget_growth": ("budget_delta",),
    "completion": ("budget", "adjusted_budget"),
    "share": ("final",),
}
"""Rate → what must be told beside it, of the same subject."""


def told_beside(publication: Publication, said: Said, aspects: tuple[str, ...]) -> Said | None:
    """What the same paragraph tells of the same subject: the nearest before it or after."""
    key = said.cell[:2]
    found = [
        one
        for one in publication.said
        if one.paragraph == said.paragraph and one.cell[:2] == key and one.aspect in aspects
    ]
    return min(found, key=lambda one: abs(one.start - said.start), default=None)


def rate_slack(publication: Publication, said: Said) -> Decimal | None:
    """The percent by which a rate may be off; None where nothing printed gives it."""
    bounds = _bounds(publication, said)
    return None if bounds is None else bounds[1] - bounds[0] + HALF


def _bounds(publication: Publication, said: Said) -> tuple[Decimal, Decimal] | None:
    """The least and the most that the numbers beside a rate allow, in percent."""
    part = told_beside(publication, said, RATE_OF[said.aspect])
    now = _now(publication, said)
    if part is None or now is None or (said.cell[1] or "").startswith("performance"):
        return None
    if said.aspect == "completion":
        return _quotient(now, part.value, HALF)
    if said.aspect == "share":
        return _quotient(now, 100 * now / said.value, HALF) if said.value else None
    return _quotient(part.value, now - part.value, 2 * HALF)


def _quotient(part: Decimal, base: Decimal, slack: Decimal) -> tuple[Decimal, Decimal] | None:
    if base <= 10 * slack:
        return None
    part = abs(part)
    return 100 * (part - HALF) / (base + slack), 100 * (part + HALF) / (base - slack)


def _now(publication: Publication, said: Said) -> Decimal | None:
    near = told_beside(publication, said, ("final",))
    key = said.cell[:2]
    told = near or next(
        (s for s in publication.said if s.cell[:2] == key and s.aspect == "final"), None
    )
    return None if told is None else told.value


def truncated_share(publication: Publication, said: Said) -> Decimal | None:
    """A share cut off instead of rounded, where no rounding of its amounts allows that."""
    if said.aspect != "share" or said.cell[0] is None:
        return None
    whole = _whole(publication, said)
    part = told_beside(publication, said, ("final",))
    if whole is None or part is None or whole <= 1:
        return None
    # The total of another form may miss this one by some cents.
    least = 100 * (part.value - HALF) / (whole + 5 * HALF)
    cut = (100 * part.value / whole).quantize(said.value, rounding=ROUND_FLOOR)
    half = Decimal(1).scaleb(int(said.value.as_tuple().exponent)) / 2
    return cut if cut + half < least else None


def _whole(publication: Publication, said: Said) -> Decimal | None:
    """The total of the form that a row of the text is a share of."""
    form, row, _ = said.cell
    if form not in ("general_budget_by_function", "three_public") or row == "total":
        return None
    return next(
        (
            one.value
            for one in publication.said
            if one.cell[:2] == (form, "total") and one.aspect == "final" and one.unit
        ),
        None,
    )
