"""Units and rounding: from yuan and cents to what a table prints. Decimals only, half-up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

ZERO = Decimal(0)
CENT = Decimal("0.01")
YUAN_IN = {"元": Decimal(1), "万元": Decimal(10_000)}


@dataclass(frozen=True, slots=True)
class Unit:
    """A money unit as a table prints it: its name and how many decimals."""

    name: str = "万元"
    places: int = 2

    def rounded(self, yuan: Decimal) -> Decimal:
        """The amount in this unit, rounded half-up (away from zero at the half).

        Args:
            yuan: An exact amount in yuan.
        """
        return (yuan / YUAN_IN[self.name]).quantize(
            Decimal(1).scaleb(-self.places), rounding=ROUND_HALF_UP
        )
