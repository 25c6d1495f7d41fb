"""What a file holds and cannot be read, or hides, is named: never left out in silence."""

import io
import zipfile
from pathlib import Path

import xlsxwriter  # type: ignore[import-untyped]
from typed import ABOUT, COVER, source

from ingest.parse import parse
from ingest.records import ParsedFiling

FORM = (
    "支出决算表\n\n" + ABOUT + "项目\t\t本年支出合计\t基本支出\t项目支出\n"
    "科目代码\t科目名称\t\t\t\n201\t一般公共服务支出\t9.00\t6.00\t3.00\n"
)


def said(folder: Path, data: bytes, name: str) -> list[tuple[str, str, str | None]]:
    parsed = parse(source(folder, data, name))
    assert isinstance(parsed, ParsedFiling)
    return [(s.code, s.severity, s.raw_text) for s in parsed.signals if s.code.endswith("_part")]


def test_a_member_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as bundle:
        bundle.writestr("a.txt", COVER + FORM)
        bundle.writestr("b.pdf", b"%PDF-1.7 cut short")
    assert said(tmp_path, packed.getvalue(), "a.zip") == [("unread_part", "error", "b.pdf")]


def test_a_hidden_sheet_is_named(tmp_path: Path) -> None:
    path = tmp_path / "book.xlsx"
    book = xlsxwriter.Workbook(str(path))
    for row, line in enumerate((COVER + FORM).splitlines()):
        sheet = book.get_worksheet_by_name("支出") or book.add_worksheet("支出")
        for col, text in enumerate(line.split("\t")):
            sheet.write_string(row, col, text)
    secret = book.add_worksheet("草稿")
    secret.write_string(0, 0, "1")
    secret.hide()
    book.close()
    assert [
        (code, severity) for code, severity, _ in said(tmp_path, path.read_bytes(), "a.xlsx")
    ] == [("hidden_part", "warn")]
