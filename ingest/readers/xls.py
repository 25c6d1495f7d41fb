"""Workbooks of before 2007 (xls, and WPS's et): a grid a visible sheet, as `workbook.py` has it.

By xlrd and not by calamine: this one hands on number formats, error cells and hidden rows, which
are blank or lost otherwise. What a cell shows is decided by the same rules as for xlsx.
"""

from __future__ import annotations

import io
import struct
from typing import Any

from ingest.document import Block, Document, UnreadableFile
from ingest.readers import bounds
from ingest.readers.number_format import plain, shown
from ingest.readers.sheet import Sheet, grid

_BROKEN = (
    struct.error, IndexError, KeyError, ValueError, AssertionError, OverflowError, TypeError,
    AttributeError, EOFError, OSError, NotImplementedError, ZeroDivisionError, RecursionError,
)  # fmt: skip
"""What xlrd raises on broken input besides its own errors."""


def read(data: bytes, name: str) -> Document:
    """Reads an xls.

    Raises:
        UnreadableFile: `damaged`, `encrypted`, `too_large`.
    """
    import xlrd  # type: ignore[import-untyped]
    from xlrd.compdoc import CompDocError  # type: ignore[import-untyped]

    try:
        remarks = io.StringIO()
        book = xlrd.open_workbook(file_contents=data, formatting_info=True, logfile=remarks)
        return _document(book)
    except xlrd.XLRDError as error:
        locked = "encrypted" in str(error).lower()
        raise UnreadableFile(
            "encrypted" if locked else "damaged",
            f"{name or 'xls'}: {error}; open it and save it again without a password",
        ) from error
    except (CompDocError, *_BROKEN) as error:
        raise UnreadableFile(
            "damaged", f"{name or 'xls'} is broken ({error!r}); open it and save it again as .xlsx"
        ) from error


def _document(book: Any) -> Document:
    blocks: list[Block] = []
    unread: list[tuple[str, str]] = []
    total = 0
    for sheet in book.sheets():
        if sheet.visibility:
            unread.append((sheet.name, "hidden_sheet"))
            continue
        found, hidden = grid(_sheet(book, sheet))
        total += len(found.cells) if found else 0
        bounds.check("cells of the workbook", total, bounds.MAX_CELLS)
        blocks += [found] if found else []
        unread += [(sheet.name, "hidden_rows")] if hidden else []
    return Document("xls", tuple(blocks), unread_parts=tuple(unread))


def _sheet(book: Any, sheet: Any) -> Sheet:
    texts = {}
    for r in range(sheet.nrows):
        for c, cell in enumerate(sheet.row(r)):
            text = _text(book, cell)
            if text:
                texts[r, c] = text
    merges = {(r0, c0): (r1 - 1, c1 - 1) for r0, r1, c0, c1 in sheet.merged_cells}
    rows = {r for r, info in sheet.rowinfo_map.items() if info.hidden}
    cols = {c for c, info in sheet.colinfo_map.items() if info.hidden}
    return Sheet(sheet.name, texts, merges, rows, cols)


def _text(book: Any, cell: Any) -> str:
    """What a cell shows."""
    import xlrd

    if cell.ctype == xlrd.XL_CELL_TEXT:
        return str(cell.value).strip().replace("\r\n", "\n")
    if cell.ctype == xlrd.XL_CELL_BOOLEAN:
        return "TRUE" if cell.value else "FALSE"
    if cell.ctype == xlrd.XL_CELL_ERROR:
        return str(xlrd.error_text_from_code.get(cell.value, "#ERROR"))
    if cell.ctype == xlrd.XL_CELL_DATE:
        return _date(float(cell.value), book.datemode)
    if cell.ctype == xlrd.XL_CELL_NUMBER:
        code = _code(book, cell)
        return shown(float(cell.value), code) if code else plain(float(cell.value))
    return ""


def _code(book: Any, cell: Any) -> str:
    key = book.xf_list[cell.xf_index].format_key
    found = book.format_map.get(key)
    return str(found.format_str) if found is not None else ""


def _date(value: float, mode: int) -> str:
    """A date as ISO; a number that no date can be, as a number."""
    import xlrd

    try:
        moment = xlrd.xldate.xldate_as_datetime(value, mode)
    except (xlrd.xldate.XLDateError, OverflowError, ValueError):
        return plain(value)
    return str(moment.date().isoformat() if value == int(value) else moment.isoformat())
