"""Explains to a person what each table of a file was taken for, and what a new layout needs."""

from __future__ import annotations

from collections.abc import Iterator

from ingest.heads import Heads
from ingest.match import Match, match
from ingest.nearest import nearest
from ingest.printed import PrintedTable
from ingest.units import unit_of


def explain(table: PrintedTable) -> Iterator[str]:
    """Lines that say what a table is, column by column, and what to add where it is unknown."""
    found = match(table)
    place = table.place
    where = next(
        (f"{name} {at}" for name, at in
         (("page", place.page), ("sheet", place.sheet), ("line", place.line)) if at is not None),
        "",
    )  # fmt: skip
    yield f"table {table.no} ({where}): {found.title or 'without a title'}"
    yield f"  rows {len(table.rows)}, columns {table.n_cols}, unit {unit_of(table) or 'not named'}"
    if found.status == "read" and found.form and found.heads:
        yield f"  is {found.form.form}, layout {found.heads.layout.name}"
        yield from _columns(found.heads)
        return
    yield f"  is {found.status.replace('_', ' ')}"
    yield from _proposal(table, found)


def _columns(heads: Heads) -> Iterator[str]:
    for known in heads.known:
        column = known.column
        what = " ".join(filter(None, (column.row_key, known.measure, column.rows)))
        yield f"    column {known.col + 1}: {known.label!r} is {column.role} {what}".rstrip()
    for col, label in heads.unknown:
        yield f"    column {col + 1}: {label!r} is not known"


def _proposal(table: PrintedTable, found: Match) -> Iterator[str]:
    """The description to add, as far as it can be told."""
    near = nearest(table)
    if near is None:
        yield "  no head of it is a word of any form: it stays in the raw layer as it is"
        return
    yield f"  nearest form: {near.form.form}, layout {near.heads.layout.name}"
    yield f"    labels that match:  {', '.join(near.matched) or 'none'}"
    yield f"    labels that do not: {', '.join(near.unmatched) or 'none'}"
    yield f"    labels not found:   {', '.join(near.missing) or 'none'}"
    yield f"  if it is that form, add to ingest/layouts/{near.form.form}.yml:"
    if found.form is None and found.title:
        yield "    titles:"
        yield f"      - {found.title}"
    for label in near.unmatched:
        above, _, leaf = label.rpartition("/")
        under = f", under: [{above.rpartition('/')[2]}]" if above else ""
        yield "    columns:"
        yield f"      - {{role: value, measure: …, labels: [{leaf}]{under}}}"
