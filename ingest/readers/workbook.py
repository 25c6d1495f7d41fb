"""Workbooks of today (xlsx and its kin): a grid a visible sheet, its numbers as they are shown.

Values and merged ranges are calamine's, the rest `xlsx_details`. A hidden sheet, row or column
is not published to a reader of the workbook: it is left out, and named in `unread_parts`.
"""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from typing import TYPE_CHECKING

from ingest.document import Block, Cell, Document, Grid, Place, UnreadableFile
from ingest.readers import bounds
from ingest.readers.number_format import plain, shown
from ingest.readers.xlsx_details import SheetDetails, details

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = int | float | str | bool | dt.date | dt.time | dt.datetime | dt.timedelta
Span = tuple[int, int]


def read(data: bytes, name: str) -> Document:
    """Reads an xlsx, whatever its name."""
    import python_calamine as calamine

    try:
        extra = details(data)
    except (zipfile.BadZipFile, ValueError) as error:
        raise _damaged(name, error) from error
    try:
        book = calamine.CalamineWorkbook.from_filelike(io.BytesIO(data))
        return _document(book, extra)
    except calamine.PasswordError as error:
        raise UnreadableFile("encrypted", f"{name} needs a password; remove it") from error
    except (calamine.CalamineError, OSError, ValueError) as error:
        raise _damaged(name, error) from error


def _damaged(name: str, error: Exception) -> UnreadableFile:
    return UnreadableFile(
        "damaged", f"{name or 'workbook'}: {error}; open it and save it again as .xlsx"
    )


def _document(book: CalamineWorkbook, extra: dict[str, SheetDetails]) -> Document:
    from python_calamine import SheetTypeEnum, SheetVisibleEnum

    blocks: list[Block] = []
    unread: list[tuple[str, str]] = []
    total = 0
    for meta in book.sheets_metadata:
        if meta.typ != SheetTypeEnum.WorkSheet:
            unread.append((meta.name, "no_worksheet"))
        elif meta.visible != SheetVisibleEnum.Visible:
            unread.append((meta.name, "hidden_sheet"))
        else:
            sheet_details = extra.get(meta.name, SheetDetails())
            grid, hidden = _grid(book.get_sheet_by_name(meta.name), sheet_details)
            total += len(grid.cells) if grid else 0
            bounds.check("cells of the workbook", total, bounds.MAX_CELLS)
            blocks += [grid] if grid else []
            unread += [(meta.name, "hidden_rows")] if hidden else []
    return Document("xlsx", tuple(blocks), unread_parts=tuple(unread))


def _grid(sheet: CalamineSheet, extra: SheetDetails) -> tuple[Grid | None, bool]:
    """The grid of a sheet from its first used cell, and whether something in it is hidden."""
    texts = _texts(sheet, extra)
    merges = dict(sheet.merged_cell_ranges or ())
    if not texts:
        return None, False
    top, left = min(r for r, _ in texts), min(c for _, c in texts)
    bottom, right = max(r for r, _ in texts), max(c for _, c in texts)
    covered = _covered(merges, (bottom, right))
    cells: list[Cell] = []
    hidden = False
    for (r, c), text in sorted(texts.items()):
        if (r, c) in covered:
            continue
        last = merges.get((r, c), (r, c))
        if not _visible(range(r, last[0] + 1), extra.hidden_rows) or not _visible(
            range(c, last[1] + 1), extra.hidden_cols
        ):
            hidden = True
            continue
        spans = min(last[0], bottom) - r + 1, min(last[1], right) - c + 1
        place = Place(sheet=sheet.name, row=r + 1, col=c + 1)
        cells.append(Cell(r - top, c - left, text, *spans, place))
    shape = bottom - top + 1, right - left + 1
    return Grid(tuple(cells), *shape, Place(sheet=sheet.name, row=top + 1, col=left + 1)), hidden


def _visible(places: range, hidden: set[int]) -> bool:
    return not hidden or any(place not in hidden for place in places)


def _covered(merges: dict[Span, Span], last: Span) -> set[Span]:
    """The positions under merged cells, but for their top left ones."""
    covered: set[Span] = set()
    for (r0, c0), (r1, c1) in merges.items():
        rows, cols = range(r0, min(r1, last[0]) + 1), range(c0, min(c1, last[1]) + 1)
        bounds.check("merged cells", len(covered) + len(rows) * len(cols), bounds.MAX_CELLS)
        covered.update((r, c) for r in rows for c in cols if (r, c) != (r0, c0))
    return covered


def _texts(sheet: CalamineSheet, extra: SheetDetails) -> dict[Span, str]:
    """The text of every cell that shows something, by row and column of the sheet."""
    texts: dict[Span, str] = {}
    if sheet.start is not None:
        top, left = sheet.start
        for r, row in enumerate(sheet.to_python(skip_empty_area=True), start=top):
            for c, value in enumerate(row, start=left):
                if value != "":
                    text = _text(value, extra.formats.get((r, c)))
                    if text:
                        texts[r, c] = text
    return texts | extra.texts


def _text(value: Value, code: str | None) -> str:
    """What a cell shows: text trimmed, numbers by their format, dates as ISO."""
    if isinstance(value, str):
        return value.strip().replace("\r\n", "\n")
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return shown(float(value), code) if code else plain(float(value))
    if isinstance(value, dt.timedelta):
        return str(value)
    return value.isoformat()
