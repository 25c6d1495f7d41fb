"""Mutations of what a filing prints: rows and tables lost, doubled, moved, garbled.

They work on the filing before it is printed, so that the truth of the mutated filing is known.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from random import Random

from corpus.publication import Publication
from corpus.table import Cell, FormTable, Row

GARBLED = {"0": "O", "1": "l", "5": "S", ".": ":"}
LABEL_NOISE = "口口"


def shaken(publication: Publication, rng: Random) -> tuple[str, Publication]:
    """The filing with one to three mutations of its tables, and their names."""
    names = []
    for _ in range(rng.randint(1, 3)):
        name = rng.choice(sorted(SHAPES))
        publication = SHAPES[name](publication, rng)
        names.append(name)
    return "+".join(names), publication


def _one_table(change: Callable[[FormTable, Random], FormTable]) -> Shape:
    """A mutation of a filing that changes one of its tables."""

    def mutation(publication: Publication, rng: Random) -> Publication:
        at = rng.choice([i for i, b in enumerate(publication.blocks) if isinstance(b, FormTable)])
        blocks = list(publication.blocks)
        table = blocks[at]
        assert isinstance(table, FormTable)  # noqa: S101 - for the types
        blocks[at] = change(table, rng)
        return replace(publication, blocks=tuple(blocks))

    return mutation


def _row_at(table: FormTable, rng: Random) -> int:
    return rng.randrange(max(len(table.body), 1))


def _row_lost(table: FormTable, rng: Random) -> FormTable:
    at = _row_at(table, rng)
    return replace(table, body=table.body[:at] + table.body[at + 1 :])


def _row_doubled(table: FormTable, rng: Random) -> FormTable:
    at = _row_at(table, rng)
    return replace(table, body=table.body[: at + 1] + table.body[at:])


def _row_moved(table: FormTable, rng: Random) -> FormTable:
    rows = list(table.body)
    if rows:
        rows.insert(rng.randrange(len(rows)), rows.pop(_row_at(table, rng)))
    return replace(table, body=tuple(rows))


def _row_blank(table: FormTable, rng: Random) -> FormTable:
    at, blank = _row_at(table, rng), tuple(Cell() for _ in range(table.width))
    return replace(table, body=(*table.body[:at], blank, *table.body[at:]))


def _head_row_lost(table: FormTable, rng: Random) -> FormTable:
    at = rng.randrange(max(len(table.head), 1))
    lost = table.head[at : at + 1]
    if len(table.head) < 2 or any(c is None or c.row_span > 1 for row in lost for c in row):
        return table
    return replace(table, head=table.head[:at] + table.head[at + 1 :])


def _cell(
    table: FormTable, rng: Random, wanted: Callable[[Cell], bool], change: Callable[[Cell], Cell]
) -> FormTable:
    """The table with one of the wanted cells of its body changed."""
    spots = [
        (r, c) for r, row in enumerate(table.body) for c, cell in enumerate(row)
        if cell is not None and wanted(cell)
    ]  # fmt: skip
    if not spots:
        return table
    r, c = rng.choice(spots)

    def changed(row: Row) -> Row:
        return tuple(change(x) if x is not None and i == c else x for i, x in enumerate(row))

    return replace(table, body=(*table.body[:r], changed(table.body[r]), *table.body[r + 1 :]))


def _number_garbled(table: FormTable, rng: Random) -> FormTable:
    """A digit read as a letter: no number any more."""

    def change(cell: Cell) -> Cell:
        at = next((i for i, c in enumerate(cell.text) if c in GARBLED), None)
        text = "?" if at is None else cell.text[:at] + GARBLED[cell.text[at]] + cell.text[at + 1 :]
        return Cell(text, cell.row_span, cell.col_span, cell.key)

    return _cell(table, rng, lambda cell: cell.value is not None, change)


def _label_garbled(table: FormTable, rng: Random) -> FormTable:
    return _cell(
        table,
        rng,
        lambda cell: cell.key is None and bool(cell.text),
        lambda cell: replace(cell, text=cell.text[:-1] + LABEL_NOISE, is_code=False),
    )


def _title_garbled(table: FormTable, _rng: Random) -> FormTable:
    return replace(table, title=table.title[:2] + LABEL_NOISE + table.title[3:])


def _captions_lost(table: FormTable, _rng: Random) -> FormTable:
    return replace(table, captions=())


def _table_lost(publication: Publication, rng: Random) -> Publication:
    at = rng.choice([i for i, b in enumerate(publication.blocks) if isinstance(b, FormTable)])
    return replace(publication, blocks=publication.blocks[:at] + publication.blocks[at + 1 :])


def _table_doubled(publication: Publication, rng: Random) -> Publication:
    at = rng.choice([i for i, b in enumerate(publication.blocks) if isinstance(b, FormTable)])
    return replace(publication, blocks=publication.blocks[: at + 1] + publication.blocks[at:])


def _order_shuffled(publication: Publication, rng: Random) -> Publication:
    """The tables in another order, in the places of the tables."""
    tables = list(publication.tables)
    rng.shuffle(tables)
    rest = iter(tables)
    blocks = tuple(next(rest) if isinstance(b, FormTable) else b for b in publication.blocks)
    return replace(publication, blocks=blocks)


Shape = Callable[[Publication, Random], Publication]
SHAPES: dict[str, Shape] = {
    "row_lost": _one_table(_row_lost),
    "row_doubled": _one_table(_row_doubled),
    "row_moved": _one_table(_row_moved),
    "row_blank": _one_table(_row_blank),
    "head_row_lost": _one_table(_head_row_lost),
    "number_garbled": _one_table(_number_garbled),
    "label_garbled": _one_table(_label_garbled),
    "title_garbled": _one_table(_title_garbled),
    "captions_lost": _one_table(_captions_lost),
    "table_lost": _table_lost,
    "table_doubled": _table_doubled,
    "order_shuffled": _order_shuffled,
}
