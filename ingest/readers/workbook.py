"""Workbooks of today (xlsx and its kin): a grid a visible sheet, its numbers as they are shown.

Values and merged ranges are calamine's, the rest `xlsx_details`. A hidden sheet, row or column
is not published to a reader of the workbook: it is left out, and named in `unread_parts`.
"""

from __future__ import annotations

import datetime as dt
import io
from typing import TYPE_CHECKING

from ingest.document import Block, Document, UnreadableFile
from ingest.readers import bounds
from ingest.readers.number_format import plain, shown
from ingest.readers.sheet import Sheet, Spot, grid
from ingest.readers.xlsx_details import SheetDetails, details

if TYPE_CHECKING:
    from python_calamine import CalamineSheet, CalamineWorkbook

Value = int | float | str | bool | dt.date | dt.time | dt.datetime | dt.timedelta


def read(data: bytes, name: str) -> Document:
    """Reads an xlsx, whatever its name."""
    import python_calamine as calamine

    extra = details(data)
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
            found, hidden = grid(_sheet(book.get_sheet_by_name(meta.name), sheet_details))
            total += len(found.cells) if found else 0
            bounds.check("cells of the workbook", total, bounds.MAX_CELLS)
            blocks += [found] if found else []
            unread += [(meta.name, "hidden_rows")] if hidden else []
    return Document("xlsx", tuple(blocks), unread_parts=tuple(unread))


def _sheet(sheet: CalamineSheet, extra: SheetDetails) -> Sheet:
    merges = dict(sheet.merged_cell_ranges or ())
    return Sheet(sheet.name, _texts(sheet, extra), merges, extra.hidden_rows, extra.hidden_cols)


def _texts(sheet: CalamineSheet, extra: SheetDetails) -> dict[Spot, str]:
    """The text of every cell that shows something, by row and column of the sheet."""
    texts: dict[Spot, str] = {}
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
