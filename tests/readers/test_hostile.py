"""Broken and hostile files: each ends as a `Document` or an `UnreadableFile`, and soon."""

from __future__ import annotations

import io
import random
import time
import zipfile
from collections.abc import Callable

import pytest
import xlsxwriter
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document, UnreadableFile
from ingest.readers import read

TABLE = "决算表\n项目\t金额\n合计\t233.67\n"
PAGE = "<html><body><p>决算</p><table><tr><td>合计</td><td>233.67</td></tr></table></body></html>"
REASONS = {
    "empty_file", "unknown_format", "encrypted", "damaged", "too_large", "unsupported",
    "outside_archive",
}  # fmt: skip


def xlsx() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as book:
        sheet = book.add_worksheet("表")
        sheet.write_row(0, 0, ["合计", 233.67])
        sheet.merge_range(1, 0, 1, 1, "注")
    return out.getvalue()


def xls() -> bytes:
    import xlwt

    book = xlwt.Workbook()
    sheet = book.add_sheet("表")
    sheet.write(0, 0, "合计")
    sheet.write(0, 1, 233.67)
    sheet.write_merge(1, 1, 0, 1, "注")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def docx() -> bytes:
    out = io.BytesIO()
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    cell = (
        "<w:tc><w:tcPr><w:gridSpan w:val='2'/></w:tcPr><w:p><w:r><w:t>合计</w:t></w:r></w:p></w:tc>"
    )
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "word/document.xml",
            f"<w:document {ns}><w:body><w:tbl><w:tr>{cell}</w:tr></w:tbl></w:body></w:document>",
        )
    return out.getvalue()


def pdf() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out)
    for position in (100, 200, 300):
        canvas.line(100, position, 300, position)
        canvas.line(position, 100, position, 300)
    canvas.drawString(110, 110, "233.67")
    canvas.save()
    return out.getvalue()


def bundle() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("a.txt", TABLE)
        archive.writestr("b.html", PAGE)
    return out.getvalue()


MAKERS: dict[str, Callable[[], bytes]] = {
    "txt": TABLE.encode,
    "html": PAGE.encode,
    "xlsx": xlsx,
    "xls": xls,
    "docx": docx,
    "pdf": pdf,
    "zip": bundle,
}


def outcome(data: bytes, name: str) -> Document | str:
    """The document, or the reason; any other exception fails the test."""
    begun = time.perf_counter()
    result: Document | UnreadableFile
    try:
        result = read(data, name)
    except UnreadableFile as error:
        result = error
    assert time.perf_counter() - begun < 10
    if isinstance(result, Document):
        return result
    assert result.reason in REASONS
    assert str(result)
    return result.reason


@pytest.mark.parametrize("kind", MAKERS)
def test_truncated_anywhere(kind: str) -> None:
    data = MAKERS[kind]()
    step = max(len(data) // 60, 1)
    for end in range(0, len(data), step):
        outcome(data[:end], f"a.{kind}")


@pytest.mark.parametrize("kind", MAKERS)
def test_mutated(kind: str) -> None:
    """Bytes changed, cut out, doubled: 60 small mutations a format, the same every time."""
    whole = MAKERS[kind]()
    chance = random.Random(f"juesuan {kind}")  # noqa: S311
    for _ in range(60):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 12)):
            where = chance.randrange(len(data))
            match chance.randrange(4):
                case 0:
                    data[where] = chance.randrange(256)
                case 1:
                    del data[where : where + chance.randint(1, 40)]
                case 2:
                    data[where:where] = data[where : where + 30]
                case _:
                    data[where : where + 4] = b"\xff\xff\xff\x7f"
            data = data or bytearray(b" ")
        outcome(bytes(data), f"a.{kind}")


@pytest.mark.parametrize("kind", MAKERS)
def test_any_other_extension_gives_the_same(kind: str) -> None:
    data = MAKERS[kind]()
    right = read(data, f"a.{kind}")
    assert all(read(data, f"a.{other}") == right for other in MAKERS)


def test_noise() -> None:
    chance = random.Random("juesuan")  # noqa: S311
    for size in (1, 10, 100, 3_000, 100_000):
        assert isinstance(outcome(chance.randbytes(size) + b"\x00\x01", "a.doc"), str)


@pytest.mark.parametrize(
    "data",
    [b"", b" \n\r\n\t", b"\x00" * 500, b"\xef\xbb\xbf"],
    ids=["none", "blank", "nul", "mark"],
)
def test_empty(data: bytes) -> None:
    assert outcome(data, "a.txt") == "empty_file"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"Rar!\x1a\x07\x01\x00" + b"x" * 50, "unsupported"),
        (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "unsupported"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "damaged"),
        (b"\x7fELF\x02\x01\x01\x00\x00\x00" + b"x" * 50, "unknown_format"),
    ],
)
def test_other_kinds_of_file(data: bytes, reason: str) -> None:
    assert outcome(data, "a.pdf") == reason


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML."""
    source, out = zipfile.ZipFile(io.BytesIO(xlsx())), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            is_sheet = name == "xl/worksheets/sheet1.xml"
            archive.writestr(name, xml if is_sheet else source.read(name))
    return out.getvalue()


SHEET = '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'


def test_a_sheet_that_claims_the_whole_world() -> None:
    """Two cells, seventeen thousand million places."""
    xml = (
        f'{SHEET}<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row></sheetData></worksheet>'
    )
    assert outcome(with_sheet(xml), "a.xlsx") == "too_large"


def test_a_merged_range_that_claims_the_whole_world() -> None:
    xml = (
        f'{SHEET}<row r="1"><c r="A1"><v>1</v></c><c r="B1"><v>2</v></c></row></sheetData>'
        '<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells></worksheet>'
    )
    document = read(with_sheet(xml))
    assert [(c.text, c.row_span, c.col_span) for c in next(document.grids()).cells] == [("1", 1, 2)]


def test_a_huge_cell_is_only_a_long_text() -> None:
    document = read(("项目\t" + "9" * 1_000_000).encode(), "a.txt")
    assert len(next(document.grids()).cells[1].text) == 1_000_000


def test_deeply_nested_pages_end() -> None:
    for tag in ("div", "table><tr><td", "b"):
        outcome((f"<html><{tag}>" * 3_000 + "决算").encode(), "a.html")


def test_deeply_nested_word_ends() -> None:
    ns = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        body = "<w:sdt>" * 250 + "</w:sdt>" * 250
        archive.writestr(
            "word/document.xml", f"<w:document {ns}><w:body>{body}</w:body></w:document>"
        )
    outcome(out.getvalue(), "a.docx")
