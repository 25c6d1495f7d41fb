"""Web pages: spans, layout tables, encodings, and pages under other names."""

from __future__ import annotations

import pytest

from ingest.document import Grid, Paragraph
from ingest.readers import read

PAGE = """<html><head><meta charset="gb2312"><title>不是正文</title><style>p{}</style></head><body>
<p>收入决算表</p><script>var a=1;</script><div>单位：<b>万元</b></div>
<table><tr><td rowspan="2">项目</td><td colspan=2>金额</td></tr>
<tr><td>本年<br>支出</td><td>&nbsp;</td></tr>
<tr><td>合计</td><td>1,234.50</td><td style="display:none">9</td></tr></table>
<p>注：备<!-- 内 -->注。</p></body></html>"""
CELLS = [
    (0, 0, 2, 1, "项目"),
    (0, 1, 1, 2, "金额"),
    (1, 1, 1, 1, "本年\n支出"),
    (2, 0, 1, 1, "合计"),
    (2, 1, 1, 1, "1,234.50"),
]


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.col, c.row_span, c.col_span, c.text) for c in grid.cells]


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("name", ["a.html", "a.xls", "a.doc", ""])
def test_a_page_in_any_encoding_and_under_any_name(encoding: str, name: str) -> None:
    document = read(PAGE.encode(encoding), name)
    assert document.format == "html"
    shown = [b.text for b in document.blocks if isinstance(b, Paragraph)]
    assert shown == ["收入决算表", "单位：万元", "注：备注。"]
    assert cells(next(document.grids())) == CELLS


def test_a_table_that_lays_out_the_page_is_gone_through() -> None:
    page = (
        "<table><tr><td>导航</td><td><p>表题</p><table><tr><td>甲</td><td>1</td></tr></table>"
        "</td></tr></table>"
    )
    blocks = read(page.encode()).blocks
    assert [b.text if isinstance(b, Paragraph) else cells(b) for b in blocks] == [
        "导航",
        "表题",
        [(0, 0, 1, 1, "甲"), (0, 1, 1, 1, "1")],
    ]


def test_wild_spans_stay_within_the_table() -> None:
    page = (
        "<table><tr><td rowspan=0>甲</td><td rowspan=99999>乙</td></tr><tr><td>丙</td></tr></table>"
    )
    assert cells(next(read(page.encode()).grids())) == [
        (0, 0, 2, 1, "甲"),
        (0, 1, 2, 1, "乙"),
        (1, 2, 1, 1, "丙"),
    ]


def test_a_saved_mail_holds_a_page() -> None:
    mail = (
        b"From: <saved>\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/related; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: text/html\r\nContent-Transfer-Encoding: 8bit\r\n\r\n"
        + "<html><body><p>决算</p></body></html>".encode("gb18030")
        + b"\r\n--b--\r\n"
    )
    document = read(mail, "a.mht")
    assert (document.format, [p.text for p in document.paragraphs()]) == ("mht", ["决算"])


def test_what_a_page_hides_is_left_out_and_named() -> None:
    page = (
        "<style>@media print{.p{display:none}} .x, a:hover {display: none} .v{visibility:hidden}"
        "td:nth-child(4){display:none}</style><table>"
        "<tr class=x><td style='display:none'>甲</td><td>88</td></tr>"
        "<tr><td>乙</td><td class=v>3</td><td>4</td><td>校验5</td></tr>"
        "<tr class=p><td>丙</td><td>7</td></tr>"
        "<tbody hidden><tr><td>丁</td><td>9</td></tr></tbody></table><p class=x>第1页</p>"
    )
    document = read(page.encode(), "a.html")
    [grid] = document.grids()
    assert [(c.row, c.col, c.text) for c in grid.cells] == [
        (0, 0, "乙"), (0, 2, "4"), (1, 0, "丙"), (1, 1, "7"),
    ]  # fmt: skip
    assert set(document.unread_parts) == {
        ("甲 88", "hidden_cells"), ("3", "hidden_cells"), ("校验5", "hidden_cells"),
        ("丁 9", "hidden_cells"),
    }  # fmt: skip
    assert not list(document.paragraphs())


def test_a_table_of_one_cell_in_a_cell_is_its_text() -> None:
    inner = "<div><table><tr><td>1.00</td></tr></table></div>"
    page = f"<table><tr><td>甲</td><td>{inner}</td></tr><tr><td>乙</td><td>2.00</td></tr></table>"
    [grid] = read(page.encode(), "a.html").grids()
    assert [(c.row, c.col, c.text) for c in grid.cells] == [
        (0, 0, "甲"), (0, 1, "1.00"), (1, 0, "乙"), (1, 1, "2.00"),
    ]  # fmt: skip


def test_a_raised_digit_is_a_mark_and_no_digit() -> None:
    row = "<tr><td>525.00<sup>(1)</sup></td><td>甲<sub>2</sub></td></tr>"
    document = read(f"<p>收入支出决算总表</p><table>{row}</table>".encode(), "a.html")
    assert [cell.text for cell in next(document.grids()).cells] == ["525.00⁽¹⁾", "甲2"]
