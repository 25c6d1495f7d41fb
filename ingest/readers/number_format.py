"""How a workbook shows a number: its number format applied to its value, in decimals.

A workbook keeps 188.00499999 and shows 188.00: what is shown is what was published. A value is
first cut to 15 significant digits, as spreadsheets do before they round, then rounded half up.
No binary noise survives that (0.1 + 0.2 shows 0.3), and no halfpenny is made either, as rounding
188.00499999 to six decimals first and two then would. A format that is not understood (dates,
fractions, conditions) leaves the number as it is, in full.
"""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import NamedTuple

BUILTIN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%",
    37: "#,##0;-#,##0", 38: "#,##0;-#,##0", 39: "#,##0.00;-#,##0.00", 40: "#,##0.00;-#,##0.00",
    41: '_ * #,##0_ ;_ * -#,##0_ ;_ * "-"_ ;_ @_ ',
    43: '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ ',
}  # fmt: skip
"""The numbered formats that files need not spell out, as Chinese Excel has them (dates left)."""

_COLOURS = r"\[(?:Red|Blue|Black|Green|Cyan|Magenta|Yellow|White|[红蓝黑]色|Color ?\d+)\]"
_COLOUR = re.compile(_COLOURS, re.I)
_TOKEN = re.compile(rf'"([^"]*)"|[\\!](.)|_.|\*.|{_COLOURS}|\[\$[^\]]*\]|(.)', re.I)
_USUAL = re.compile("\0*(?P<number>(?:#,##|#)?0(?:\\.0+)?)(?P<percent>%?)\0*")
_DIGITS = frozenset("0#?")
_KNOWN = re.compile(r"^[0#?.,%\-+() ￥¥$：:（）]*$")


class _Plain(NamedTuple):
    """A section of the usual kind: a number between two literals."""

    before: str
    grouped: bool
    step: Decimal
    percent: bool
    after: str


class _Section(NamedTuple):
    """One of the up to four parts of a format: characters, each a placeholder or a literal."""

    tokens: tuple[tuple[str, bool], ...]
    understood: bool
    usual: _Plain | None
    only_coloured: bool
    """A colour is the only sign: no minus and no brackets. A text has none, so a minus is set."""


def plain(value: float) -> str:
    """A number in full, without exponent and without more than 15 significant digits."""
    number = Decimal(f"{value:.15g}")
    return f"{number.normalize():f}" if number else "0"


def shown(value: float, code: str) -> str:
    """A number as the format `code` shows it.

    A format that would show nothing of a number that is not zero shows it in full instead:
    a figure is not lost because someone hid it.
    """
    section, signed = _choose(value, code)
    if section is None or not section.understood:
        return plain(value)
    number = Decimal(f"{value:.15g}")
    if section.usual is not None:
        return _print(number, section.usual, signed=signed)
    text = _fill(number, section, signed=signed)
    return text if text or not value else plain(value)


def _choose(value: float, code: str) -> tuple[_Section | None, bool]:
    """The section for the sign of the value, and whether the sign is still to be written."""
    sections = _sections(code)
    if not sections:
        return None, False
    if value < 0 and len(sections) > 1:
        return sections[1], sections[1].only_coloured
    if value == 0 and len(sections) > 2:
        return sections[2], False
    return sections[0], value < 0


@lru_cache(maxsize=1024)
def _sections(code: str) -> tuple[_Section, ...]:
    if code.lower() in {"general", "@", ""} or "General" in code:
        return ()
    return tuple(_section(part) for part in _split(code))


def _split(code: str) -> list[str]:
    return re.findall(r'((?:"[^"]*"|[\\!_*].|[^;])*)(?:;|$)', code)[: code.count(";") + 1]


def _section(part: str) -> _Section:
    tokens: list[tuple[str, bool]] = []
    for match in _TOKEN.finditer(part):
        quoted, escaped, bare = match.groups()
        if quoted is not None or escaped is not None:
            tokens.extend((char, False) for char in quoted or escaped or "")
        elif bare is not None:
            tokens.append((bare, bare in "0#?.,%"))
    bare_text = "".join(match.group(3) or "" for match in _TOKEN.finditer(part))
    signs = any(char in "-−(（△▲" for char, _ in tokens)
    coloured = _COLOUR.match(part.strip()) is not None and not signs
    return _Section(tuple(tokens), _KNOWN.match(bare_text) is not None, _usual(tokens), coloured)


def _usual(tokens: list[tuple[str, bool]]) -> _Plain | None:
    """The section as a number between literals, None for anything else."""
    live = "".join(char if on else "\0" for char, on in tokens)
    found = _USUAL.fullmatch(live)
    if found is None:
        return None
    start, end = found.span("number")
    chars = [char for char, _ in tokens]
    whole, _, fraction = found["number"].partition(".")
    return _Plain(
        "".join(chars[:start]).lstrip(), "," in whole, Decimal(1).scaleb(-len(fraction)),
        bool(found["percent"]), "".join(chars[end:]).rstrip(),
    )  # fmt: skip


def _print(number: Decimal, usual: _Plain, *, signed: bool) -> str:
    exact = abs(number * 100 if usual.percent else number).quantize(usual.step, ROUND_HALF_UP)
    digits = f"{exact:,f}" if usual.grouped else f"{exact:f}"
    return ("-" if signed and exact else "") + usual.before + digits + usual.after


def _fill(number: Decimal, section: _Section, *, signed: bool) -> str:
    tokens = section.tokens
    places = [i for i, (char, live) in enumerate(tokens) if live and char in _DIGITS]
    if not places:
        return "".join(char for char, live in tokens if not live or char == "%").strip()
    point = next((i for i, t in enumerate(tokens) if t == (".", True)), None)
    whole = [i for i in places if point is None or i < point]
    fraction = [i for i in places if point is not None and i > point]
    scale = 2 * tokens.count(("%", True)) - 3 * _trailing_commas(tokens, places)
    exact = abs(number).scaleb(scale).quantize(Decimal(1).scaleb(-len(fraction)), ROUND_HALF_UP)
    left, _, right = f"{exact:f}".partition(".")
    keep = sum(tokens[i][0] == "0" for i in whole)
    left = left.lstrip("0").rjust(keep, "0")
    grouped = any(tokens[i] == (",", True) for i in range(places[0], places[-1]))
    out = dict(_whole_digits(left, whole, grouped=grouped))
    out.update(_fraction_digits(right, fraction, [tokens[i][0] for i in fraction]))
    sign = "-" if signed and exact else ""
    return sign + "".join(
        out.get(i, "") if i in out or (live and char in "0#?,") else char
        for i, (char, live) in enumerate(tokens)
    ).strip().rstrip(".")


def _trailing_commas(tokens: tuple[tuple[str, bool], ...], places: list[int]) -> int:
    """Commas right after the last digit: each divides by a thousand."""
    count = 0
    while tokens[places[-1] + 1 + count : places[-1] + 2 + count] == ((",", True),):
        count += 1
    return count


def _whole_digits(left: str, whole: list[int], *, grouped: bool) -> list[tuple[int, str]]:
    """The digits before the point on their places, the rest of them on the first place."""
    if not whole:
        return []
    if grouped:
        left = f"{int(left):,}" if left else ""
        return [(whole[0], left)]
    cut = len(left) - len(whole) + 1
    first = left[:cut] if cut > 0 else ""
    rest = left[max(cut, 0) :].rjust(len(whole) - 1, "\0") if len(whole) > 1 else ""
    return [(whole[0], first), *((i, d.strip("\0")) for i, d in zip(whole[1:], rest, strict=True))]


def _fraction_digits(right: str, places: list[int], chars: list[str]) -> list[tuple[int, str]]:
    """The digits after the point; `#` and `?` leave trailing zeros out."""
    out: list[tuple[int, str]] = []
    tail = True
    for i, digit, char in reversed(list(zip(places, right, chars, strict=True))):
        tail = tail and digit == "0" and char != "0"
        out.append((i, "" if tail else digit))
    return out
