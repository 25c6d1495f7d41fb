"""What a target or a value of an indicator says: operator, number, unit, or words alone.

Only a text that is plainly a quantity is parsed; a share above 100 is garbled, not a number.
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import NamedTuple

from ingest.evaluation.words import endings, narrow, plain, spellings
from ingest.values import read_value


class Quantity(NamedTuple):
    """`≤2.52万元` → `≤`, 2.52, `万元`. All null where the text is words."""

    operator: str | None = None
    value: Decimal | None = None
    unit: str | None = None


WORDS = Quantity()


@cache
def _pattern() -> re.Pattern[str]:
    before = "|".join(re.escape(word) for word, _ in spellings("operators"))
    units = sorted(endings("units"), key=lambda u: (-len(u), u))
    behind = "|".join(map(re.escape, units))
    return re.compile(rf"({before})?(-?\d[\d,]*(?:\.\d+)?)({behind})?")


def operator_of(text: str) -> str | None:
    """`≥` for `≥`, `>=`, `不低于`; None for anything else."""
    return dict(spellings("operators")).get(narrow(text))


def quantity(text: str | None) -> Quantity:
    """The quantity that a text is; nulls where it is anything more or else."""
    found = _pattern().fullmatch(narrow(text or ""))
    if found is None:
        return WORDS
    number = read_value(found[2]).number
    if number is None:
        return WORDS
    return Quantity(operator_of(found[1]) if found[1] else None, number, found[3])


def is_garbled(said: Quantity, labels: tuple[str | None, ...]) -> bool:
    """Whether a share of satisfied people, or a rate without its unit, is over 100."""
    if said.value is None or said.value <= 100 or said.unit not in (None, "%"):
        return False
    names = [plain(label) for label in labels if label]
    satisfaction = any(word in name for name in names for word in endings("shares"))
    rate = any(name.endswith(endings("share_endings")) for name in names)
    return satisfaction or (rate and said.unit is None)
