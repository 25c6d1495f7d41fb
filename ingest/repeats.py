"""What a file prints more than once: other filings in it, forms, rows. The first one counts.

Each second print is named; none is added to the first.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from ingest.compilation import of_others
from ingest.line_items import Reading
from ingest.records import LineItem, Signal
from ingest.seen import REPEATED, Seen
from ingest.signals import signal


def settle_compilation(filing_id: str, seen: list[Seen], signals: list[Signal]) -> None:
    """Where a file holds several filings the tables of all but the first are set aside."""
    printed = [(s, s.reading) for s in seen if s.reading]
    others, names = of_others([(s.table, reading) for s, reading in printed])
    for at in others:
        printed[at][0].status, printed[at][0].is_other_s = REPEATED, True
    if others:
        first = printed[others[0]][0].table
        found = "、".join(names) or "-"
        said = str(len(others))
        signals.append(
            signal(
                filing_id, "compilation", first.place, table_no=first.no, found=found, expected=said
            )
        )


def settle_repeats(filing_id: str, seen: list[Seen], signals: list[Signal]) -> None:
    """Of a form printed more than once the first with values counts; the others are named."""
    for form in dict.fromkeys(s.reading.form for s in seen if s.reading):
        same = [s for s in seen if s.reading and s.reading.form == form and s.status != REPEATED]
        kept = next((s for s in same if s.status == "read"), same[0] if same else None)
        for s in same:
            if s is kept or s.reading is None or kept is None or kept.reading is None:
                continue
            s.status = REPEATED
            signals.append(_repeat(filing_id, s, s.reading, kept.reading))


def _repeat(filing_id: str, s: Seen, again: Reading, kept: Reading) -> Signal:
    """The signal for a second print; one without a row of the first may be the rest of it."""
    if again.keys.isdisjoint(kept.keys) and again.keys and kept.keys:
        return signal(filing_id, "cut_table", s.table.place, again.form, s.table.no)
    found = "agrees" if _agree(again, kept) else "differs"
    return signal(filing_id, "repeated_form", s.table.place, again.form, s.table.no, found=found)


def _agree(one: Reading, other: Reading) -> bool:
    """Whether two prints of a form agree in the measures that both have."""
    shared = {i.measure for i in one.items} & {i.measure for i in other.items}
    return _values(one, shared) == _values(other, shared)


def _values(reading: Reading, measures: set[str]) -> dict[tuple[str, str], list[Decimal]]:
    values: dict[tuple[str, str], list[Decimal]] = {}
    for item in reading.items:
        if item.value is not None and item.measure in measures:
            values.setdefault((item.row_key, item.measure), []).append(item.value)
    return values


def duplicates(reading: Reading) -> Iterator[Signal]:
    """Say which keys are printed more than once."""
    again: dict[str, LineItem] = {}
    for item in reading.items:
        if item.occurrence > 1:
            again.setdefault(item.row_key, item)
    return map(_duplicate, again.values())


def _duplicate(item: LineItem) -> Signal:
    made = signal(
        item.filing_id,
        "duplicate_key",
        form=item.form,
        table_no=item.table_no,
        row_key=item.row_key,
        found=item.row_key,
    )
    return replace(made, page=item.page, sheet=item.sheet, row_no=item.row_no, line_no=item.line_no)
