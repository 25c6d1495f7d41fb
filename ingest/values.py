"""What a printed value cell says: a decimal, nothing, `——`, or something that cannot be read.

Also the units that money is printed in. No tables and no labels here.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache

PRINTED, BLANK, NOT_APPLICABLE, UNREAD = "printed", "blank", "not_applicable", "unread"

YUAN = {"元": Decimal(1), "千元": Decimal(1000), "万元": Decimal(10_000), "亿元": Decimal(10) ** 8}
"""Money units as printed → yuan."""

_NUMBER = re.compile(r"(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d+)?")
_ZERO_FIRST = re.compile(r"0[\d,]")
"""No amount begins like this: two numbers in one cell may."""
_DASH = re.compile(r"[—–―_/\\-]+|无")
_MARK = re.compile(r"(?<=[\d)）])\s*[*＊※†‡⁽⁾\u00b2\u00b3\u00b9\u2070-\u2079\u2460-\u2487]+\s*$")
"""What refers to a note below the table."""
_SIGN = re.compile(r"^[¥￥]\s*(?=\d)")
"""What stands before an amount and changes nothing."""
_LIMIT = Decimal(10) ** 17
_FEN = Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Value:
    """`number` is exact as printed (`188.00` keeps its zeros); null unless `source` is printed."""

    number: Decimal | None
    source: str
    decimals: int = 0
    """How many decimals are printed."""


@lru_cache(maxsize=65536)
def read_value(text: str, decimals: int | None = None) -> Value:
    """Read a value cell. Anything but one plain number, dashes, `无` or nothing is `unread`.

    The mark of a note behind it is no part of it. Signs may be a minus of any width or brackets;
    thousands separators must stand in groups of three. A number broken over lines by a narrow
    cell is joined only where some line is visibly cut: `97,645,` / `756.51`, or `125` / `2.26`
    where `decimals` says that every value of the table is printed with that many (so neither line
    is whole). Two numbers are never glued.
    """
    lines = [line for line in map(_plain, text.splitlines()) if line]
    if not lines:
        return Value(None, BLANK)
    joined = "".join(lines)
    if _DASH.fullmatch(joined):
        return Value(None, NOT_APPLICABLE)
    if len(lines) > 1 and not _one_number(lines, joined, decimals):
        return Value(None, UNREAD)
    number = _number(joined)
    if number is None:
        return Value(None, UNREAD)
    return Value(number, PRINTED, max(0, -int(number.as_tuple().exponent)))


def _plain(line: str) -> str:
    """A line without width, marks of notes and signs that say nothing.

    One that holds raised, circled or bracketed digits otherwise stays as it is, and is no number.
    """
    line = _MARK.sub("", line)
    odd = any(unicodedata.category(char) == "No" for char in line)
    return _SIGN.sub("", (line if odd else unicodedata.normalize("NFKC", line)).strip())


def _one_number(lines: list[str], joined: str, decimals: int | None) -> bool:
    """Whether lines of one cell can only be one number that a narrow cell broke."""
    if decimals:
        places = [len(line.partition(".")[2]) if "." in line else 0 for line in lines]
        return len(joined.partition(".")[2]) == decimals and decimals not in places[:-1]
    return "." in joined and not all(_NUMBER.fullmatch(line) for line in lines)


def common_decimals(texts: Iterable[str]) -> int | None:
    """The decimals that all of a table's amounts are printed with; None where they differ.

    Those on a single line show it, three of them at least; where narrow cells break nearly all
    of them, so do the broken ones, each put together; where there are none, so do zeros.
    """
    values = [_together(text) for text in texts]
    amounts = [(count, value.decimals) for count, value in values if value.number]
    single = [decimals for count, decimals in amounts if count == 1]
    broken = [decimals for _, decimals in amounts]
    zeros = [value.decimals for count, value in values if count == 1 and value.decimals]
    shown = next((found for found in (single, broken, zeros) if len(found) > 2), [])
    return shown[0] if len(set(shown)) == 1 else None


@lru_cache(maxsize=65536)
def _together(text: str) -> tuple[int, Value]:
    """On how many lines a value is printed, and what they are put together."""
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    return len(lines), read_value("".join(lines))


def _number(text: str) -> Decimal | None:
    negative = False
    if text.startswith("(") and text.endswith(")"):
        text, negative = text[1:-1], True
    elif text[0] in "-−﹣—–":
        text, negative = text[1:], True
    if not _NUMBER.fullmatch(text) or _ZERO_FIRST.match(text):
        return None
    number = Decimal(text.replace(",", ""))
    if number >= _LIMIT:
        return None
    return -number if negative else number


def to_yuan(number: Decimal, unit: str) -> Decimal:
    """The number in yuan and fen, half-up. `unit` is a key of `YUAN`."""
    return (number * YUAN[unit]).quantize(_FEN, rounding=ROUND_HALF_UP)
