"""The line items of one table of a known form: every value cell, with its row, column and place.

What is printed and finds no row, no column or no number is signalled; nothing is dropped.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from ingest.document import Cell, Place
from ingest.heads import Band, Heads, Known, is_head_row
from ingest.layouts import Form
from ingest.printed import PrintedTable, Row
from ingest.records import LineItem, Signal
from ingest.rows import RowName, RowNamer
from ingest.signals import signal
from ingest.text import fold
from ingest.values import (
    NOT_APPLICABLE,
    PRINTED,
    UNREAD,
    YUAN,
    common_decimals,
    read_value,
    to_yuan,
)
from ingest.wrapped import WrappedNamer


@dataclass(slots=True)
class Reading:
    """What one table gives. `decimals` is the most that a value is printed with, if any is.

    `printed_with` is the number of decimals that all its whole values share, None if they differ.
    """

    filing_id: str
    form: str
    table_no: int
    unit: str | None
    printed_with: int | None
    decimals: int | None = None
    items: list[LineItem] = field(default_factory=list)
    signals: list[Signal] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)

    @property
    def empty(self) -> bool:
        """Whether the form is printed without a single number or unreadable cell."""
        return not any(i.value_source in (PRINTED, UNREAD) for i in self.items)

    @property
    def keys(self) -> set[str]:
        """The rows that have a number."""
        return {i.row_key for i in self.items if i.value is not None}

    def warn(self, code: str, cell: Cell, **words: str | None) -> None:
        """Signal something about a printed cell."""
        self.signals.append(
            signal(self.filing_id, code, cell.place, self.form, self.table_no, cell.text, **words)
        )


def read_table(
    filing_id: str, table: PrintedTable, form: Form, heads: Heads, unit: str | None
) -> Reading:
    """Read a table with the heads that fit it. `unit` is the money unit of its caption."""
    printed_with = _decimals(table.rows[heads.first_data :], heads)
    reading = Reading(filing_id, form.form, table.no, unit, printed_with)
    bands = [(band, _namer(table, form, band, heads)) for band in heads.bands()]
    _read_captions(table, bands)
    for row in table.rows[: heads.first_head]:
        _read_preface(row, bands, reading)
    for row in table.rows[heads.first_data :]:
        if is_head_row(row, heads.layout):
            continue
        _read_row(row, bands, reading)
    body = table.rows[heads.first_data :]
    for col, label in heads.unknown:
        first = next((row.cells[col] for row in body if col in row.texts), None)
        if first is not None:
            reading.warn("unknown_column", first, found=label)
    return reading


def _namer(table: PrintedTable, form: Form, band: Band, heads: Heads) -> RowNamer:
    if table.by_words:
        return WrappedNamer(form, band, table.rows[heads.first_data :])
    return RowNamer(form, band)


def _decimals(rows: list[Row], heads: Heads) -> int | None:
    """The decimals that every amount of the table is printed with."""
    cols = [known.col for known in heads.known if known.column.role == "value"]
    return common_decimals(text for row in rows for col in cols if (text := row.text(col)))


def _read_captions(table: PrintedTable, bands: list[tuple[Band, RowNamer]]) -> None:
    """A section's name may stand above the table: alone on the page before, it is no row."""
    for line in reversed(list(table.caption_lines())):
        for band, namer in bands:
            if band.keys and namer.has_sections:
                namer.name(Row({band.keys[0].col: Cell(0, band.keys[0].col, line)}))


def _read_preface(row: Row, bands: list[tuple[Band, RowNamer]], reading: Reading) -> None:
    """A row above the heads may open a section; a number in it belongs to no column."""
    for _, namer in bands:
        namer.name(row)
    for cell in row.filled.values():
        if read_value(cell.text).source == PRINTED:
            reading.warn("value_without_label", cell)


def _read_row(row: Row, bands: list[tuple[Band, RowNamer]], reading: Reading) -> None:
    """Read one row band by band; a total that spans groups takes the last value of the row."""
    spanning: RowName | None = None
    for band, namer in bands:
        if not band.keys:
            _read_values(row, band, None, reading)
            continue
        _doubt_labels(row, band, reading)
        name = namer.name(row)
        if name is None and spanning is not None:
            name = spanning
        elif name is not None:
            spanning = name if name.row is not None and name.row.spans_groups else None
        if name is not None and name.row is not None and name.row.heading:
            continue
        if spanning is not None and not _is_last(row, band, bands, namer):
            continue
        _read_values(row, band, name, reading)
        spanning = None


def _doubt_labels(row: Row, band: Band, reading: Reading) -> None:
    """An amount where a label belongs shows that the row's cells stand in other columns."""
    for known in band.keys:
        text = row.texts.get(known.col)
        if text and known.column.role in ("name", "key") and _is_amount(row.cells[known.col]):
            reading.warn("number_in_label", row.cells[known.col], found=known.label)


def _is_amount(cell: Cell) -> bool:
    return read_value(cell.text).decimals > 0


def _is_last(row: Row, band: Band, bands: list[tuple[Band, RowNamer]], namer: RowNamer) -> bool:
    """Whether the value of a spanning total stands in this band: printed here, or nowhere later."""
    if any(k.col in row.texts for k in band.values):
        return True
    rest = bands[[n for _, n in bands].index(namer) + 1 :]
    for later, _ in rest:
        if any(k.col in row.texts for k in later.keys):
            return True
        if any(k.col in row.texts for k in later.values):
            return False
    return True


def _read_values(row: Row, band: Band, name: RowName | None, reading: Reading) -> None:
    for known in band.values:
        cell = row.cells.get(known.col)
        key, measure = _said(known, name, keyed=bool(band.keys))
        if key is None or measure is None:
            _unnamed(cell, name, reading)
        elif cell is not None or known.col not in row.cover:
            reading.items.append(_item(row, known, cell, key, measure, name, reading))


def _said(known: Known, name: RowName | None, *, keyed: bool) -> tuple[str | None, str | None]:
    """Row key and measure of a value: where the column gives the key, a row gives the measure."""
    row = name.key if name else None
    if known.column.row_key is None:
        return (row if keyed else None), known.measure
    return known.column.row_key, known.measure or (row if keyed else None)


def _unnamed(cell: Cell | None, name: RowName | None, reading: Reading) -> None:
    """A value cell whose row or measure is not known: signalled if anything stands in it.

    A zero or a dash beside no label fills a blank place of the form and says nothing.
    """
    if cell is None or not fold(cell.text) or (name is None and _says_nothing(cell)):
        return
    if name is None:
        reading.warn("value_without_label", cell)
    else:
        reading.warn("unknown_label", cell, found=name.label)


def _says_nothing(cell: Cell) -> bool:
    value = read_value(cell.text)
    return value.source == NOT_APPLICABLE or value.number == 0


def _item(
    row: Row,
    known: Known,
    cell: Cell | None,
    key: str,
    measure: str,
    name: RowName | None,
    reading: Reading,
) -> LineItem:
    text = cell.text if cell else ""
    value = read_value(text, reading.printed_with)
    if value.source == UNREAD and cell is not None:
        reading.warn("unread_value", cell, row_key=key, measure=measure)
    if value.number is not None:
        reading.decimals = max(reading.decimals or 0, value.decimals)
    reading.counts[key, measure] += 1
    unit = name.row.unit if name and name.row and name.row.unit else reading.unit
    place = cell.place if cell else _beside(row)
    in_yuan = to_yuan(value.number, unit) if value.number is not None and unit in YUAN else None
    return LineItem(
        reading.filing_id, reading.form, key, measure, reading.counts[key, measure],
        name.label if name else "", known.label, text,
        value.number, unit, in_yuan, value.source,
        place.page, place.sheet, reading.table_no,
        place.row, place.col if cell else known.col + 1, place.line, box_text(place),
    )  # fmt: skip


def box_text(place: Place) -> str | None:
    """`x0,y0,x1,y1` in points from the top left of the page; None outside PDF."""
    return ",".join(f"{x:.1f}" for x in place.box) if place.box else None


def _beside(row: Row) -> Place:
    """The place of a row, for a value cell that a ragged row does not even have."""
    place = next(iter(row.cells.values())).place if row.cells else Place()
    return place._replace(box=None) if place.box else place
