"""What calamine does not tell of an xlsx: number formats, errors, uncomputed formulas, hiding.

One quick pass over each sheet's XML. It decides nothing about values; `workbook.py` puts both
together. Errors and formulas without a value would else come out as blank cells, silently.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from ingest.document import UnreadableFile
from ingest.readers import bounds, xml
from ingest.readers.number_format import BUILTIN
from ingest.readers.xlsx_strings import raised_strings
from ingest.readers.zips import open_zip, part

_TOKEN = re.compile(
    rb"<(?:\w+:)?(?:row\b(?P<row>[^>]*)>"
    rb"|c\b(?P<cell>[^>]*?)(?:/>|>(?P<body>.*?)</(?:\w+:)?c>)"
    rb"|col\b(?P<col>[^>]*)>)",
    re.DOTALL,
)
_QUICK = re.compile(
    rb'<c r="([A-Z]{1,3})([1-9]\d{0,6})"(?: s="(\d{1,6})")?(?: t="([a-zA-Z]+)")?(/?)>'
)
_ODD = (b't="e"', b"hidden=", b":sheetData", b"<c>", b"<c\t", b"<c\n", b"<c\r")
_UNCOMPUTED = re.compile(rb"(?:</f>|<f[^>]*/>)\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")
"""What only the slow way understands: errors, hiding, formulas without a value, odd spelling."""
_NUMERIC = frozenset((b"", b"n"))
_ATTRIBUTE = re.compile(rb'(\w+)\s*=\s*["\']([^"\']*)["\']')
_FORMULA = re.compile(rb"<(?:\w+:)?f\b[^>]*?(?:/>|>([^<]*)</)", re.DOTALL)
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|t)\b[^>]*>([^<]+)<", re.DOTALL)
_MAX_AREA = 20_000_000


@dataclass(slots=True)
class SheetDetails:
    """Of one sheet, by (row, column) from 0."""

    formats: dict[tuple[int, int], str] = field(default_factory=dict)
    texts: dict[tuple[int, int], str] = field(default_factory=dict)
    """What a cell shows in place of its value: an error, its formula when it has no value, a text
    with raised characters."""
    hidden_rows: set[int] = field(default_factory=set)
    hidden_cols: set[int] = field(default_factory=set)


def details(data: bytes) -> dict[str, SheetDetails]:
    """The details of every sheet, by sheet name."""
    with open_zip(data) as archive:
        formats, strings = _styles(archive), raised_strings(archive)
        return {
            name: _scan(part(archive, path), formats, strings) for name, path in _parts(archive)
        }


def _parts(archive: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """Sheet name and the path of its part, in the order of the workbook."""
    book = xml.parse(part(archive, "xl/workbook.xml"), "xl/workbook.xml")
    rels = xml.parse(part(archive, "xl/_rels/workbook.xml.rels"), "workbook.xml.rels")
    targets = {str(rel.get("Id")): rel.get("Target") or "" for rel in rels}
    for sheet in book.iter("{*}sheet"):
        ids = [value for key, value in sheet.attrib.items() if str(key).endswith("}id")]
        target = targets.get(str(ids[0]), "") if ids else ""
        yield sheet.get("name") or "", posixpath.normpath(posixpath.join("/xl", target))[1:]


def _styles(archive: zipfile.ZipFile) -> list[str | None]:
    """The number format of each cell style, None for General."""
    if "xl/styles.xml" not in archive.namelist():
        return []
    root = xml.parse(part(archive, "xl/styles.xml"), "xl/styles.xml")
    codes = dict(BUILTIN)
    for fmt in root.iterfind("{*}numFmts/{*}numFmt"):
        codes[_number(fmt.get("numFmtId"))] = fmt.get("formatCode") or ""
    return [codes.get(_number(xf.get("numFmtId"))) for xf in root.iterfind("{*}cellXfs/{*}xf")]


def _number(text: str | None) -> int:
    return int(text) if text is not None and text.isascii() and text.isdigit() else 0


def _scan(data: bytes, formats: list[str | None], strings: dict[bytes, str]) -> SheetDetails:
    """The details of a sheet, the quick way where it is written as Excel writes it."""
    odd = any(mark in data for mark in _ODD) or (b"<f" in data and _UNCOMPUTED.search(data))
    cells = [] if odd else _QUICK.findall(data)
    if odd or strings or len(cells) != data.count(b"<c "):
        return _scan_any(data, formats, strings)
    found = SheetDetails()
    columns = {letters: _column(letters) for letters in {cell[0] for cell in cells}}
    full = [(int(r) - 1, columns[c], s, t) for c, r, s, t, empty in cells if not empty]
    for row, col, style, kind in full:
        code = formats[int(style)] if style and kind in _NUMERIC else None
        if code:
            found.formats[row, col] = code
    if full:
        rows, cols, _, _ = zip(*full, strict=True)
        _check_area(min(rows), min(cols), max(rows), max(cols))
    return found


def _check_area(top: int, left: int, bottom: int, right: int) -> None:
    """A sheet is held whole in memory: two cells far apart may not claim it all."""
    area = (bottom - top + 1) * (right - left + 1)
    bounds.check("area of a sheet in cells", area, _MAX_AREA)


def _scan_any(data: bytes, formats: list[str | None], strings: dict[bytes, str]) -> SheetDetails:
    found = SheetDetails()
    row, col = -1, -1
    extent = [2**31, 2**31, -1, -1]
    for token in _TOKEN.finditer(data):
        if token["row"] is not None:
            row, col = _row(token["row"], row, found), -1
        elif token["col"] is not None:
            _hide_columns(_attributes(token["col"]), found)
        else:
            attributes = _attributes(token["cell"])
            row, col = _position(attributes.get(b"r"), row, col)
            if token["body"]:
                _cell((row, col), attributes, token["body"], formats, found)
                if attributes.get(b"t") == b"s":
                    _string((row, col), token["body"], strings, found)
                extent = [
                    min(extent[0], row), min(extent[1], col),
                    max(extent[2], row), max(extent[3], col),
                ]  # fmt: skip
    if extent[2] >= 0:
        _check_area(extent[0], extent[1], extent[2], extent[3])
    return found


def _attributes(raw: bytes) -> dict[bytes, bytes]:
    return dict(_ATTRIBUTE.findall(raw))


def _row(raw: bytes, before: int, found: SheetDetails) -> int:
    attributes = _attributes(raw)
    number = attributes.get(b"r", b"")
    row = int(number) - 1 if number.isdigit() else before + 1
    if attributes.get(b"hidden") in {b"1", b"true"}:
        found.hidden_rows.add(row)
    return row


def _hide_columns(attributes: dict[bytes, bytes], found: SheetDetails) -> None:
    first, last = attributes.get(b"min", b""), attributes.get(b"max", b"")
    if attributes.get(b"hidden") in {b"1", b"true"} and first.isdigit() and last.isdigit():
        found.hidden_cols.update(range(int(first) - 1, min(int(last), 16_384)))


def _position(reference: bytes | None, row: int, col: int) -> tuple[int, int]:
    """The place that `B3` names; without a name, the one after the last."""
    if reference is None:
        return row, col + 1
    letters = reference.rstrip(b"0123456789")
    digits = reference[len(letters) :]
    if not letters.isalpha() or not digits or len(letters) > 3 or len(digits) > 7:
        raise UnreadableFile("damaged", f"a cell named {reference!r}; save the workbook again")
    return int(digits) - 1, _column(letters)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number - 1


def _cell(
    place: tuple[int, int],
    attributes: dict[bytes, bytes],
    body: bytes,
    formats: list[str | None],
    found: SheetDetails,
) -> None:
    kind = attributes.get(b"t", b"n")
    value = _VALUE.search(body)
    formula = _FORMULA.search(body)
    if kind == b"e":
        found.texts[place] = _decoded(value.group(1)) if value else "#ERROR"
    elif formula and not value and kind != b"str":
        found.texts[place] = "=" + _decoded(formula.group(1) or b"?")
    elif kind == b"n" and b"s" in attributes:
        style = int(attributes[b"s"]) if attributes[b"s"].isdigit() else 0
        code = formats[style] if style < len(formats) else None
        if code:
            found.formats[place] = code


def _string(
    place: tuple[int, int], body: bytes, strings: dict[bytes, str], found: SheetDetails
) -> None:
    value = _VALUE.search(body)
    text = strings.get(value.group(1).strip()) if value else None
    if text is not None:
        found.texts[place] = text.strip()


def _decoded(raw: bytes) -> str:
    try:
        return unescape(raw.decode("utf-8"))
    except UnicodeDecodeError as error:
        raise UnreadableFile("damaged", f"a cell is not in UTF-8 ({error})") from error
