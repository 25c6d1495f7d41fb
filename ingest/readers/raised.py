"""Characters set small above the line: marks of notes, never digits of the number before them."""

from __future__ import annotations

_RAISED = str.maketrans("0123456789+-()", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾")


def raised(text: str) -> str:
    """The text in raised characters where there are such: `1` after `525.00` stays apart."""
    return text.translate(_RAISED)
