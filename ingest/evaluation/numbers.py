"""Numbers of a form's cells (`86.86%` is 86.86), and whether those of one row of money agree.

The arithmetic of the form: balance = budget - executed, rate = executed / budget, score = rate of
the weight. All within what rounding, or cutting off, of the printed values allows.
"""

from __future__ import annotations

import re
from decimal import Decimal

from ingest.text import fold
from ingest.values import NOT_APPLICABLE, PRINTED, read_value

Money = dict[str, Decimal | None]
"""Field (`budget`, `executed` …) → number; None where nothing is printed."""

_MARK = re.compile(r"[%分]$")
USUAL_WEIGHT = Decimal(10)
"""The points of execution where a form prints no weight: by the form's own rule."""
HUNDRED = Decimal(100)


def number(text: str) -> Decimal | None:
    """The number that a cell is, without its percent sign or 分; None for anything else."""
    return read_value(_MARK.sub("", fold(text))).number


def is_number(text: str) -> bool:
    """Whether a cell is a number."""
    return number(text) is not None


def is_void(text: str) -> bool:
    """Whether a cell says that it has no value (`——`)."""
    return read_value(fold(text)).source == NOT_APPLICABLE


def is_bare(text: str) -> bool:
    """Whether a cell is a number and no more, without a sign."""
    return read_value(fold(text)).source == PRINTED


def checks(money: Money) -> dict[str, bool]:
    """Which laws of the form can be tried on a row, and whether they hold."""
    tried = {
        "balance": _balance(money),
        "execution_rate": _rate(money),
        "score": _score(money),
    }
    return {law: holds for law, holds in tried.items() if holds is not None}


def _places(*numbers: Decimal) -> int:
    return max(max(0, -int(n.as_tuple().exponent)) for n in numbers)


def _unit(*numbers: Decimal) -> Decimal:
    return Decimal(1).scaleb(-_places(*numbers))


def _balance(money: Money) -> bool | None:
    budget, executed, balance = (money.get(k) for k in ("budget", "executed", "balance"))
    if budget is None or executed is None or balance is None:
        return None
    unit = _unit(budget, executed, balance)
    return abs(balance - (budget - executed)) <= unit * 3 / 2


def _rate(money: Money) -> bool | None:
    budget, executed, rate = (money.get(k) for k in ("budget", "executed", "execution_rate"))
    if budget is None or executed is None or rate is None or budget <= 0:
        return None
    half = _unit(budget, executed) / 2
    low = (executed - half) / (budget + half) * HUNDRED
    high = (executed + half) / (budget - half) * HUNDRED if budget > half else Decimal("Infinity")
    return low - _unit(rate) <= rate <= high + _unit(rate)


def _score(money: Money) -> bool | None:
    rate, score = money.get("execution_rate"), money.get("score")
    if rate is None or score is None:
        return None
    weight = money.get("weight") or USUAL_WEIGHT
    return abs(score - weight * rate / HUNDRED) <= _unit(score)
