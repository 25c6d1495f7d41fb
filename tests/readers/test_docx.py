"""Word documents, written here as XML by hand: what Word stores and what must be read of it."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.document import Document, Grid, Paragraph, UnreadableFile
from ingest.readers import read

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def docx(body: str, head: str = "") -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr(
            "word/document.xml", f"{head}<w:document {NS}><w:body>{body}</w:body></w:document>"
        )
    return out.getvalue()


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.col, c.row_span, c.col_span, c.text) for c in grid.cells]


def texts(document: Document) -> list[str]:
    return [b.text if isinstance(b, Paragraph) else "#" for b in document.blocks]


def test_spans_of_a_table_between_paragraphs() -> None:
    table = (
        "<w:tbl><w:tr>"
        + tc("项目", '<w:gridSpan w:val="2"/>')
        + tc("金额", '<w:vMerge w:val="restart"/>')
        + "</w:tr><w:tr>"
        + tc("代码")
        + tc("名称")
        + tc("", "<w:vMerge/>")
        + "</w:tr><w:tr><w:trPr><w:gridBefore w:val='2'/></w:trPr>"
        + tc("1.00")
        + "</w:tr></w:tbl>"
    )
    document = read(docx(p("表前") + table + p("表后")), "a.doc")
    assert texts(document) == ["表前", "#", "表后"]
    grid = next(document.grids())
    assert (grid.n_rows, grid.n_cols) == (3, 3)
    assert cells(grid) == [
        (0, 0, 1, 2, "项目"),
        (0, 2, 2, 1, "金额"),
        (1, 0, 1, 1, "代码"),
        (1, 1, 1, 1, "名称"),
        (2, 2, 1, 1, "1.00"),
    ]
    assert (grid.cells[4].place.row, grid.cells[4].place.col) == (3, 3)


def test_tracked_changes_as_accepted() -> None:
    body = (
        "<w:p><w:r><w:t>支出</w:t></w:r><w:del><w:r><w:delText>1.00</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t>2.00</w:t></w:r></w:ins></w:p>"
        "<w:tbl><w:tr><w:trPr><w:del/></w:trPr>" + tc("旧") + "</w:tr><w:tr>" + tc("新")
    ) + "</w:tr></w:tbl>"
    document = read(docx(body))
    assert texts(document) == ["支出2.00", "#"]
    assert [c.text for c in next(document.grids()).cells] == ["新"]


def test_hidden_text_is_not_read() -> None:
    hidden = "<w:r><w:rPr><w:vanish/></w:rPr><w:t>9</w:t></w:r>"
    shown = '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>4</w:t></w:r><w:r><w:t>05.00</w:t></w:r>'
    body = f"<w:tbl><w:tr><w:tc><w:p>{hidden}{shown}</w:p></w:tc></w:tr></w:tbl>"
    [grid] = read(docx(body)).grids()
    assert [c.text for c in grid.cells] == ["405.00"]


def test_content_controls_tabs_breaks_and_a_table_in_a_table() -> None:
    inner = "<w:tbl><w:tr>" + tc("内") + tc("里") + "</w:tr></w:tbl>"
    body = (
        f"<w:sdt><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
        "<w:p><w:r><w:t>一</w:t><w:tab/><w:t>二</w:t><w:br/><w:t>三</w:t></w:r></w:p>"
        f"<w:tbl><w:tr><w:tc>{p('上')}{inner}{p('下')}</w:tc></w:tr></w:tbl>"
    )
    document = read(docx(body))
    assert texts(document) == ["控件", "一\t二\n三", "#", "#"]
    outer, nested = document.grids()
    assert [c.text for c in outer.cells] == ["上\n下"]
    assert [c.text for c in nested.cells] == ["内", "里"]


def test_a_table_of_one_cell_in_a_cell_is_its_text() -> None:
    inner = "<w:tbl><w:tr>" + tc("1.00") + "</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{tc('甲')}<w:tc>{inner}<w:p/></w:tc></w:tr></w:tbl>"
    [grid] = read(docx(body)).grids()
    assert [(c.col, c.text) for c in grid.cells] == [(0, "甲"), (1, "1.00")]


def test_a_text_box_is_read_once() -> None:
    mc = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    box = f"<w:txbxContent>{p('框内')}</w:txbxContent>"
    body = (
        f"<w:p><w:r><w:t>正文</w:t><mc:AlternateContent {mc}><mc:Choice>{box}</mc:Choice>"
        f"<mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    assert texts(read(docx(body))) == ["正文", "框内"]


def test_entities_are_refused() -> None:
    bomb = '<!DOCTYPE a [<!ENTITY a "x"><!ENTITY b "&a;&a;&a;">]>'
    with pytest.raises(UnreadableFile, match="entities") as caught:
        read(docx(p("&b;"), bomb))
    assert caught.value.reason == "damaged"


def test_a_raised_digit_is_a_mark_and_no_digit() -> None:
    raised = '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>'
    level = raised.replace("superscript", "baseline")
    cell = "<w:tc><w:p><w:r><w:t>525.00</w:t></w:r>{}</w:p></w:tc>"
    row = "<w:tr>" + cell.format(raised) + cell.format(level) + "</w:tr>"
    document = read(docx(f"<w:tbl>{row}</w:tbl>"), "a.docx")
    assert [cell.text for cell in next(document.grids()).cells] == ["525.00¹", "525.001"]
