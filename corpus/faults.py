"""Faults of a filer: what is printed wrongly, as data, and how a filing prints it so.

A fault is a list of cells with what they should say and what they say. Which faults there are is
drawn in `faults_drawn`; nothing here is random.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.figures import Key
from corpus.forms import Values
from corpus.layout import Layout
from corpus.publication import Publication
from corpus.table import Cell, FormTable, Row


@dataclass(frozen=True, slots=True)
class Change:
    """One cell: what it should say and what it says, both in the unit that its table should bear.

    None is a cell where nothing stands.
    """

    key: Key
    true: Decimal | None
    printed: Decimal | None


@dataclass(frozen=True, slots=True)
class Fault:
    """One slip of the filer: its kind (a key of `faults_drawn.KINDS`) and every cell it touches."""

    kind: str
    changes: tuple[Change, ...]

    @property
    def keys(self) -> frozenset[Key]:
        """The cells that say something wrong."""
        return frozenset(change.key for change in self.changes)

    @property
    def form(self) -> str:
        """The form of the first cell; a fault of accounts may show in several."""
        return self.changes[0].key.form


def figures_of(publication: Publication) -> Iterator[tuple[FormTable, Row, Cell]]:
    """Each cell of a figure (printed or blank) with its row and table, in reading order."""
    for table in publication.tables:
        for cells in table.body:
            for cell in cells:
                if cell is not None and cell.key is not None:
                    yield table, cells, cell


def planted(publication: Publication, fault: Fault) -> Publication:
    """The filing with the fault in it.

    Raises:
        ValueError: the fault speaks of a cell that the filing does not have.
    """
    there = {cell.key for _, _, cell in figures_of(publication)}
    if not fault.keys <= there:
        raise ValueError(f"not in the filing: {sorted(fault.keys - there)}")
    plant = _PLANTS.get(fault.kind, _reprinted)
    blocks = tuple(
        plant(block, fault, publication.layout)
        if isinstance(block, FormTable) and block.form == fault.form
        else block
        for block in publication.blocks
    )
    return replace(publication, blocks=blocks)


def _reprinted(table: FormTable, fault: Fault, layout: Layout) -> FormTable:
    """The table with other numbers in the cells of the fault."""
    values = Values({}, layout, 0, "")
    wrong = {change.key: change.printed for change in fault.changes}

    def cell(was: Cell | None) -> Cell | None:
        if was is None or was.key not in wrong:
            return was
        value = wrong[was.key]
        if value is None:
            return replace(was, text="", value=None, stored=None)
        unit = values.unit(was.key)
        return replace(was, text=values.text(value), value=value, stored=value, unit=unit)

    body = tuple(tuple(cell(one) for one in cells) for cells in table.body)
    return replace(table, body=body)


def _without_row(table: FormTable, fault: Fault, _layout: Layout) -> FormTable:
    """The table without the rows of the fault."""

    def lost(cells: Row) -> bool:
        return any(cell is not None and cell.key in fault.keys for cell in cells)

    return replace(table, body=tuple(cells for cells in table.body if not lost(cells)))


OTHER_UNIT: Mapping[str, str] = {"万元": "元", "元": "万元"}


def _other_unit(table: FormTable, _fault: Fault, layout: Layout) -> FormTable:
    """The same numbers below a caption that says 元 for 万元, or 万元 for 元."""
    unit = layout.unit_of(table.form or "").name

    def caption(text: str) -> str:
        said, colon, name = text.rpartition("：")
        return said + colon + OTHER_UNIT[unit] if colon and name == unit else text

    captions = tuple(caption(text) for text in table.captions)
    if captions == table.captions:
        raise ValueError(f"no unit in the captions of {table.form}: {table.captions}")
    return replace(table, captions=captions)


_PLANTS: Mapping[str, Callable[[FormTable, Fault, Layout], FormTable]] = {
    "dropped_row": _without_row,
    "unit_slip": _other_unit,
}
