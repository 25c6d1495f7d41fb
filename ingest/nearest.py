"""For a table that is no known form: which description came nearest, and by which labels.

A hint for a person who adds a layout. It never decides what a table is.
"""

from __future__ import annotations

from dataclasses import dataclass

from ingest.heads import Heads, read_heads
from ingest.layouts import Column, Form, forms
from ingest.printed import PrintedTable


@dataclass(frozen=True, slots=True)
class Nearest:
    """The form whose heads fit best. `missing` are the labels of required columns not there."""

    form: Form
    heads: Heads
    matched: tuple[str, ...]
    unmatched: tuple[str, ...]
    missing: tuple[str, ...]


def nearest(table: PrintedTable) -> Nearest | None:
    """The nearest description; None where no head of the table is a word of any form."""
    tried = [
        (heads, form)
        for form in forms()
        for layout in form.layouts
        if (heads := read_heads(table, layout)) is not None and _values(heads)
    ]
    if not tried:
        return None
    heads, form = max(tried, key=lambda pair: (_score(pair[0]), pair[1].form))
    return Nearest(
        form,
        heads,
        tuple(known.label for known in heads.known),
        tuple(label for _, label in heads.unknown),
        tuple(wanted(column) for column in heads.missing),
    )


def wanted(column: Column) -> str:
    """The labels by which a column may be known, as one text."""
    above = f"{'|'.join(column.under)}/" if column.under else ""
    return above + "|".join(column.labels)


def _values(heads: Heads) -> int:
    return sum(1 for known in heads.known if known.column.role == "value")


def _score(heads: Heads) -> int:
    return len(heads.known) + _values(heads) - 2 * len(heads.unknown) - 2 * len(heads.missing)
