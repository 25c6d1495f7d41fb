"""The one intermediate form between readers and meaning: ordered paragraphs and grids.

Every reader yields a `Document`; everything after the readers takes one. Nothing here knows
of money, forms or departments, and nothing here reads a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple


class Box(NamedTuple):
    """A rectangle on a page, in points, from the top left corner of the page as it is shown."""

    x0: float
    y0: float
    x1: float
    y1: float


class Place(NamedTuple):
    """Where something is printed, so that a person can go and look. All numbers from 1.

    `page` for paged formats, `sheet` for workbooks, `line` for text files. `row` and `col` are
    those of the sheet in a workbook, of the table everywhere else; `box` in PDF only.
    """

    page: int | None = None
    sheet: str | None = None
    line: int | None = None
    row: int | None = None
    col: int | None = None
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A run of text outside tables; inner line breaks are kept as printed."""

    text: str
    place: Place = Place()


@dataclass(slots=True)
class Cell:
    r"""One printed cell, at its top left position in the grid, counted from 0.

    `text` is as printed (line breaks as `\n`), numbers of a workbook as the workbook shows
    them: no binary float ever leaves a reader. Positions that no cell covers are blank;
    readers that know no more of a blank place than that leave its cell out.
    Never changed once made; not frozen only because frozen ones take thrice as long to make.
    """

    row: int
    col: int
    text: str
    row_span: int = 1
    col_span: int = 1
    place: Place = Place()


@dataclass(frozen=True, slots=True)
class Grid:
    """A table, or a whole sheet, as cells in reading order (by row, then column).

    `by_words`: no rules are drawn, so that its columns are only where its words leave white.
    """

    cells: tuple[Cell, ...]
    n_rows: int
    n_cols: int
    place: Place = Place()
    by_words: bool = False


Block = Paragraph | Grid


@dataclass(frozen=True, slots=True)
class Document:
    """What a file shows, in reading order. `format` is what its content is, not its extension."""

    format: str
    blocks: tuple[Block, ...]
    n_pages: int | None = None
    unread_pages: tuple[tuple[int, str], ...] = ()
    """Pages that could not be read: `no_text_layer`, `broken_text`, `damaged` (nothing of the page
    is among the blocks); or not wholly: `lost_text`, `too_many_rules` (its tables are not)."""
    unread_parts: tuple[tuple[str, str], ...] = ()
    """Parts of the file that are not among the blocks, each with the reason: a hidden sheet
    (`hidden_sheet`), a chart (`no_worksheet`), hidden rows, columns or cells (`hidden_rows`,
    `hidden_cells`), a broken part of a PDF (`damaged_stream`), a member of an archive
    (its `UnreadableFile`'s reason)."""

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def grids(self) -> Iterator[Grid]:
        """The grids, in order."""
        return (block for block in self.blocks if isinstance(block, Grid))


class UnreadableFile(Exception):
    """A file that cannot become a `Document`. `reason` is a stable key, the message is for people.

    Reasons: `empty_file`, `unknown_format`, `encrypted`, `damaged`, `too_large`, `unsupported`,
    `outside_archive`.
    """

    def __init__(self, reason: str, message: str) -> None:
        super().__init__(message)
        self.reason = reason
