"""What a subject of the text is worth: now, the year before, in the budget, as a rate.

Amounts in yuan; how they are printed (unit, decimals) is asked of the wording here too, since a
change that rounds to nothing is none.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from corpus.figures import Figures, Key
from corpus.money import ZERO, Unit
from corpus.wording import Subject, Wording

WAN = Unit()
RATES = ("growth", "share", "completion", "budget_growth")
BUDGETS = ("budget", "adjusted_budget", "unnamed_budget")


@dataclass(frozen=True, slots=True)
class Ledger:
    """The figures of two years and the budgets of this one, in yuan and counts."""

    now: Figures
    before: Figures
    budgets: Figures

    def amount(self, subject: Subject) -> Decimal:
        """What it is this year."""
        return sum((self.now.get(key, ZERO) for key in subject.keys), ZERO)

    def prior(self, subject: Subject) -> Decimal:
        """What it was the year before."""
        return sum((self.before.get(key, ZERO) for key in subject.keys), ZERO)

    def budget(self, subject: Subject) -> Decimal:
        """What was planned."""
        [key] = subject.keys
        if key.form == "three_public":
            return self.now.get(Key(key.form, key.row_key, "budget"), ZERO)
        return self.budgets.get(key, ZERO)

    def value(self, subject: Subject, aspect: str, whole: Subject | None) -> Decimal:
        """A number as it may be printed: signed, in yuan, counts or percent, not rounded."""
        now = self.amount(subject)
        if aspect in BUDGETS:
            return self.budget(subject)
        if aspect in ("delta", "growth"):
            return _against(now, self.prior(subject), aspect)
        if aspect in ("budget_delta", "budget_growth"):
            return _against(now, self.budget(subject), aspect)
        if aspect == "completion":
            return 100 * now / self.budget(subject)
        if aspect == "share":
            if whole is None:
                raise ValueError(f"share of what: {subject}")
            return 100 * now / self.amount(whole)
        return now

    def variant(self, subject: Subject, by: str, whole: Subject | None) -> str:
        """Which variant of a phrase fits the numbers, as they are printed."""
        now = self.amount(subject)
        if by == "whole":
            return "some" if whole is not None and WAN.rounded(self.amount(whole)) else "none"
        base = self.prior(subject) if by == "prior" else self.budget(subject)
        change = WAN.rounded(now - base)
        if by == "budget" and not WAN.rounded(base):
            return "new" if change else "none"
        if not change:
            return "same"
        return ("up" if change > 0 else "down") if WAN.rounded(base) else "new"


def _against(now: Decimal, base: Decimal, aspect: str) -> Decimal:
    change = now - base
    return 100 * change / base if aspect.endswith("growth") else change


def rounded(value: Decimal, aspect: str, subject: Subject, places: int) -> Decimal:
    """A value in the unit in which the text prints it."""
    if aspect in RATES:
        return value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)
    return value if subject.unit else WAN.rounded(value)


def unit_of(aspect: str, subject: Subject) -> str:
    """The unit that the text prints."""
    return "%" if aspect in RATES else subject.unit or WAN.name


def number(value: Decimal, words: Wording) -> str:
    """A number without its sign: the words beside it give the direction."""
    if not value and words.zero:
        return words.zero
    text = f"{abs(value):,f}" if words.thousands else f"{abs(value):f}"
    return text.rstrip("0").rstrip(".") if words.plain and "." in text else text
