"""Broken and hostile files: each ends as a `Document` or an `UnreadableFile`, and soon."""

from __future__ import annotations

import hashlib
import io
import random
import time
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest
import xlsxwriter
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from ingest.batch import Batch
from ingest.document import Document, UnreadableFile
from ingest.parse import parse, reasons
from ingest.readers import read
from ingest.records import Quarantined, Source

TABLE = "决算表\n项目\t金额\n合计\t233.67\n"
PAGE = "<html><body><p>决算</p><table><tr><td>合计</td><td>233.67</td></tr></table></body></html>"
REASONS = {
    "empty_file", "unknown_format", "encrypted", "damaged", "too_large", "unsupported",
    "outside_archive",
}  # fmt: skip


def test_every_reason_is_told_in_both_languages() -> None:
    assert set(reasons()) >= REASONS
    assert all(set(said) == {"en", "zh"} for said in reasons().values())


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


def with_part(whole: bytes, part: str, content: str | bytes) -> bytes:
    """An office file with one of its parts replaced or added."""
    source, out = zipfile.ZipFile(io.BytesIO(whole)), io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in source.namelist():
            if name != part:
                archive.writestr(name, source.read(name))
        archive.writestr(part, content)
    return out.getvalue()


def with_sheet(xml: str) -> bytes:
    """A workbook whose sheet is this XML."""
    return with_part(xlsx(), "xl/worksheets/sheet1.xml", xml)


SHEET_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
SHEET = f'<worksheet xmlns="{SHEET_NS}"><sheetData>'


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


BOMB = "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
)
DTD = f'<!DOCTYPE x [<!ENTITY a "77">{BOMB}]>'
LATE = "<!--" + " " * 5_000 + "-->" + DTD
WORD_NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def word(prolog: str, text: str, encoding: str = "utf-8") -> bytes:
    """A Word document of one text."""
    head = f'<?xml version="1.0" encoding="{encoding}"?>{prolog}'
    body = f"<w:body><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:body>"
    xml = f"{head}<w:document {WORD_NS}>{body}</w:document>"
    return with_part(docx(), "word/document.xml", xml.encode(encoding))


@pytest.mark.parametrize("entity", ["a", "i"])
@pytest.mark.parametrize("prolog", [DTD, LATE], ids=["early", "late"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_entities_are_refused_and_never_left_out(prolog: str, encoding: str, entity: str) -> None:
    """A number with an entity in it, read without it, would be another number."""
    assert outcome(word(prolog, f"1&{entity};2", encoding), "a.docx") == "damaged"
    cell = f'<row r="1"><c r="A1"><v>1&{entity};2</v></c><c r="B1"><v>5</v></c></row>'
    sheet = f"{prolog}{SHEET}{cell}</sheetData></worksheet>"
    assert outcome(with_sheet(sheet), "a.xlsx") == "damaged"
    strings = f'{prolog}<sst xmlns="{SHEET_NS}"><si><t>1&{entity};2</t></si></sst>'
    assert outcome(with_part(xlsx(), "xl/sharedStrings.xml", strings), "a.xlsx") == "damaged"


def test_bombs_inside_office_files_are_not_unpacked() -> None:
    blank = b" " * 50_000_000
    for whole, part in (
        (xlsx(), "xl/worksheets/sheet1.xml"),
        (xlsx(), "xl/sharedStrings.xml"),
        (docx(), "word/document.xml"),
        (docx(), "word/media/image1.png"),
    ):
        assert outcome(with_part(whole, part, blank), "a") == "too_large"


def test_macros_are_left_alone() -> None:
    """They are neither run nor read; the sheets and the text are what they are without."""
    for whole, part in ((xlsx(), "xl/vbaProject.bin"), (docx(), "word/vbaProject.bin")):
        armed = with_part(whole, part, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1macro")
        assert read(armed) == read(whole)


def drawn(n_pages: int) -> bytes:
    """A PDF of that many pages, a small table and a number on each."""
    out = io.BytesIO()
    canvas = Canvas(out)
    for number in range(n_pages):
        for position in (100, 200, 300):
            canvas.line(100, position, 300, position)
            canvas.line(position, 100, position, 300)
        canvas.drawString(110, 110, f"{number}.67")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def test_five_hundred_pages_are_read_to_the_last() -> None:
    document = read(drawn(500))
    last = list(document.grids())[-1]
    assert (document.n_pages, last.place.page) == (500, 500)
    assert [c.text for c in last.cells if c.text] == ["499.67"]


def test_more_pages_than_any_filing_has() -> None:
    assert outcome(drawn(2_001), "a.pdf") == "too_large"


def objects(*bodies: bytes) -> bytes:
    """A PDF of these objects, the first its catalogue."""
    data, starts = b"%PDF-1.4\n", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    size = len(bodies) + 1
    tail = b"trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % (size, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + tail


CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
CONTENT = zlib.compress(b" " * 20_000_000)
PAGE_OBJECT = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 500 500]/Contents 4 0 R>>"
STREAM = b"<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream" % (len(CONTENT), CONTENT)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (objects(CATALOGUE, b"<</Type/Pages/Kids[]/Count 0>>"), "damaged"),
        (objects(CATALOGUE, b"<</Type/Pages/Kids[]/Count 999999999>>"), "damaged"),
        (objects(CATALOGUE, b"<</Type/Pages/Kids[3 0 R]/Count 1>>", PAGE_OBJECT, STREAM),
         "empty_file"),
    ],
    ids=["no_pages", "claims_pages", "packed_blanks"],
)  # fmt: skip
def test_odd_pdfs(data: bytes, reason: str) -> None:
    assert outcome(data, "a.pdf") == reason


def test_pages_that_hold_themselves_are_named() -> None:
    document = read(objects(CATALOGUE, b"<</Type/Pages/Kids[2 0 R]/Count 2>>"))
    assert document.blocks == ()
    assert document.unread_pages == ((1, "damaged"), (2, "damaged"))


def test_locked_files() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption("geheim"))
    canvas.drawString(110, 110, "233.67")
    canvas.save()
    assert outcome(out.getvalue(), "a.pdf") == "encrypted"
    zipped = bytearray(bundle())
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = -1
        while (start := zipped.find(mark, start + 1)) >= 0:
            zipped[start + at] |= 1
    assert outcome(bytes(zipped), "a.zip") == "encrypted"


@pytest.mark.parametrize("wrong", ["gb18030", "latin-1"])
def test_text_saved_in_a_wrong_encoding(wrong: str) -> None:
    text = TABLE * 3
    raw = text.encode() if wrong == "gb18030" else text.encode("gb18030")
    mangled = raw.decode(wrong, errors="replace").encode()
    assert outcome(mangled, "a.txt") == "damaged"
    page = PAGE.replace("决算", mangled.decode())
    assert outcome(page.encode(), "a.html") == "damaged"


@pytest.mark.parametrize("separator", ["\t", "|", ","])
def test_more_cells_than_any_filing_has(separator: str) -> None:
    assert outcome(("项目" + separator * 2_100_000).encode(), "a.csv") == "too_large"


def test_a_night_of_hostile_files(tmp_path: Path) -> None:
    """Each is a row with its reason, and the sound file among them lands."""
    sound = (
        "青原县水务局\n\n2023年度部门决算公开\n\n支出决算表\n\n金额单位：万元\n\n"
        "项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n"
        "201\t一般公共服务支出\t9.00\t6.00\t3.00\n"
    )
    files = {
        "bomb.docx": (word(DTD, "&i;"), "damaged"),
        "bomb.xlsx": (with_sheet(SHEET + " " * 50_000_000), "too_large"),
        "cut.pdf": (pdf()[:300], "damaged"),
        "empty.doc": (b"", "empty_file"),
        "outside.zip": (with_part(bundle(), "../a.txt", b"x"), "outside_archive"),
        "picture.pdf": (b"\x89PNG\r\n\x1a\n" + b"x" * 50, "unsupported"),
        "program.xls": (b"\x7fELF\x02\x01\x01\x00\x00\x00" + b"x" * 50, "unknown_format"),
        "sound.pdf": (sound.encode("gb18030"), ""),
        "wide.html": (b"<table>" + b"<tr><td rowspan=9 colspan=1000>" * 9_000, "too_large"),
    }
    sources = []
    for name, (data, _) in files.items():
        (tmp_path / name).write_bytes(data)
        sources.append(Source(name, tmp_path / name, hashlib.sha256(data).hexdigest(), 1, 1))
    results = list(Batch(parse, "v", jobs=2, timeout_s=60).run(sources))
    assert {
        s.path: r.reason if isinstance(r, Quarantined) else ""
        for s, r in zip(sources, results, strict=True)
    } == {name: reason for name, (_, reason) in files.items()}
    assert all(r.message_en and r.message_zh for r in results if isinstance(r, Quarantined))
