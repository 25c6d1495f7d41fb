"""What may have happened to a number, told from its digits: hints, never proofs.

`HINTS` is in the order of trust: the first that leads into the room of allowed amounts wins.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from analysis.trial import Interval

UNIT = 10_000
"""元 in a table of 万元."""

FEWEST_STEPS = 10
"""A number of fewer printed steps has too few digits to tell anything."""


def hint(micros: int, step: int, room: Interval) -> tuple[str, int] | None:
    """The slip that turns an amount of `room` into the printed one, and that amount.

    Args:
        micros: what is printed.
        step: its printed step in micros.
        room: the amounts that would satisfy the equations. A wide one proves nothing.

    Returns:
        The hint's name and the amount meant; None where no slip fits.
    """
    low, high = room
    if abs(micros) < FEWEST_STEPS * step or high - low > max(8 * step, abs(micros) // 1000):
        return None
    for name, meant in HINTS.items():
        for amount in meant(micros, step):
            if low <= amount <= high and amount != micros:
                return name, amount
    return None


def _unit_slips(micros: int, step: int) -> Iterator[int]:
    yield from _rounded(micros, UNIT, step)
    yield micros * UNIT


def _points(micros: int, step: int) -> Iterator[int]:
    for factor in (100, 10, 1000):
        yield from _rounded(micros, factor, step)
        yield micros * factor


def _rounded(micros: int, divisor: int, step: int) -> Iterator[int]:
    """The quotient where it keeps enough digits, half up on the printed step."""
    step = max(step, 1)
    if abs(micros) >= FEWEST_STEPS * step * divisor:
        sign = 1 if micros >= 0 else -1
        yield sign * ((2 * abs(micros) + divisor * step) // (2 * divisor * step)) * step


def _signs(micros: int, _step: int) -> Iterator[int]:
    yield -micros


def _transpositions(micros: int, step: int) -> Iterator[int]:
    """Two neighbouring digits exchanged, of the digits that are printed."""
    step = max(step, 1)
    if micros % step or micros < 0:
        return
    digits = str(micros // step)
    for i, (a, b) in enumerate(pairwise(digits)):
        if a != b:
            yield int(digits[:i] + b + a + digits[i + 2 :]) * step


HINTS: dict[str, Callable[[int, int], Iterable[int]]] = {
    "unit_slip": _unit_slips,
    "decimal_point": _points,
    "digits_transposed": _transpositions,
    "sign": _signs,
}
