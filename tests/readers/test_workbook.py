"""xlsx: what the workbook shows, with spans and places; nothing that it hides."""

from __future__ import annotations

import datetime as dt
import io
import zipfile
from collections.abc import Callable
from decimal import ROUND_HALF_UP, Decimal

import openpyxl
import pytest
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Cell, Document
from ingest.readers import read
from ingest.readers.number_format import plain, shown


def book() -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        money = workbook.add_format({"num_format": "#,##0.00"})
        share = workbook.add_format({"num_format": "0.00%"})
        date = workbook.add_format({"num_format": "yyyy-mm-dd"})
        sheet = workbook.add_worksheet("收入")
        sheet.merge_range(2, 1, 2, 3, "项目")
        sheet.merge_range(3, 1, 4, 1, "科目")
        sheet.write(3, 2, 188.00499999, money)
        sheet.write(3, 3, 0.1 + 0.2)
        sheet.write(4, 2, 0.9512, share)
        sheet.write_datetime(4, 3, dt.date(2024, 1, 2), date)
        sheet.write_formula(5, 1, "=1/0", None, "#DIV/0!")
        sheet.write(5, 2, 2010301)
        sheet.write(6, 2, 5)
        sheet.set_row(6, None, None, {"hidden": True})
        hidden = workbook.add_worksheet("上年")
        hidden.write(0, 0, 1)
        hidden.hide()
        workbook.add_worksheet("空")
    return out.getvalue()


def cells(document: Document) -> dict[str, Cell]:
    return {
        f"{chr(64 + (c.place.col or 0))}{c.place.row}": c for g in document.grids() for c in g.cells
    }


def test_a_sheet_shows_its_numbers_as_formatted() -> None:
    found = {key: cell.text for key, cell in cells(read(book(), "b.xls")).items()}
    assert found == {
        "B3": "项目", "B4": "科目", "C4": "188.00", "D4": "0.3", "C5": "95.12%",
        "D5": "2024-01-02", "B6": "#DIV/0!", "C6": "2010301",
    }  # fmt: skip


def test_merged_ranges_are_spans_counted_from_the_first_used_cell() -> None:
    found = cells(read(book()))
    head, side = found["B3"], found["B4"]
    assert (head.row, head.col, head.row_span, head.col_span) == (0, 0, 1, 3)
    assert (side.row, side.col, side.row_span, side.col_span) == (1, 0, 2, 1)
    assert found["C5"].place.sheet == "收入"


def test_what_is_hidden_is_left_out_and_named() -> None:
    document = read(book())
    assert document.unread_parts == (("收入", "hidden_rows"), ("上年", "hidden_sheet"))
    assert len(list(document.grids())) == 1


def test_a_formula_that_was_never_computed_shows_itself() -> None:
    workbook = openpyxl.Workbook()
    workbook.active["B2"] = "=A1+A2"
    workbook.active["B3"] = 7
    out = io.BytesIO()
    workbook.save(out)
    assert {k: c.text for k, c in cells(read(out.getvalue())).items()} == {
        "B2": "=A1+A2",
        "B3": "7",
    }


@pytest.mark.parametrize(
    ("value", "code", "text"),
    [
        (188.00499999, "0.00", "188.00"),
        (1234567.895, "#,##0.00", "1,234,567.90"),
        (-1234.5, "#,##0.00_);(#,##0.00)", "(1,234.50)"),
        (0.0, '_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * "-"??_ ;_ @_ ', "-"),
        (-5.0, "0.00;[Red]-0.00", "-5.00"),
        (-5.0, "0.00;[Red]0.00", "-5.00"),
        (-5.0, "#,##0.00_);[Red]\\(#,##0.00\\)", "(5.00)"),
        (-5.0, "0.00;[红色]0.00", "-5.00"),
        (-0.001, "0.00", "0.00"),
        (12.0, '0.00"元"', "12.00元"),
        (123456.0, '0!.0,"万"', "12.3万"),
        (7.0, ";;;", "7"),
        (5.0, "[>=10]0.0;0", "5"),
        (12.0, "000", "012"),
        (1.5, "#.##", "1.5"),
        (1e20, "General", "1" + "0" * 20),
    ],
)
def test_number_formats(value: float, code: str, text: str) -> None:
    assert shown(value, code) == text


@given(st.decimals(-(10**12), 10**12, places=2, allow_nan=False))
def test_money_survives_the_binary_float(amount: Decimal) -> None:
    value = float(amount)
    assert Decimal(plain(value)) == amount
    assert Decimal(shown(value, "#,##0.00").replace(",", "")) == amount
    yuan = (amount / 100).quantize(Decimal("0.01"), ROUND_HALF_UP)
    assert Decimal(shown(float(amount / 100), "0.00")) == yuan


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace(b"<c r=", b"<c  r="),
        lambda xml: xml.replace(b"<sheetData>", b"<sheetData><!-- hidden= -->"),
        lambda xml: xml.replace(b"<row ", b'<row hidden="0" '),
    ],
)
def test_the_quick_look_and_the_thorough_one_agree(change: Callable[[bytes], bytes]) -> None:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        sheet = workbook.add_worksheet("表")
        money = workbook.add_format({"num_format": "#,##0.00"})
        sheet.write_row(1, 1, ["合计", 1188.00499999, 2010301], money)
        sheet.write_formula(2, 1, "=C2*2", money, 2376.01)
    odd = io.BytesIO()
    with zipfile.ZipFile(out) as source, zipfile.ZipFile(odd, "w") as target:
        for name in source.namelist():
            data = source.read(name)
            target.writestr(name, change(data) if "sheet1" in name else data)
    expected = {"B2": "合计", "C2": "1,188.00", "D2": "2,010,301.00", "B3": "2,376.01"}
    for data in (out.getvalue(), odd.getvalue()):
        assert {key: c.text for key, c in cells(read(data)).items()} == expected


def test_a_raised_digit_is_a_mark_and_no_digit() -> None:
    """The same text without raised digits, in the same book, stays as it is."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out) as workbook:
        raised = workbook.add_format({"font_script": 1})
        sheet = workbook.add_worksheet("支出决算表")
        sheet.write_rich_string(0, 0, "525.00", raised, "1")
        sheet.write_string(0, 1, "525.001")
        sheet.write_number(0, 2, 525.001)
    [grid] = read(out.getvalue(), "a.xlsx").grids()
    assert [cell.text for cell in grid.cells] == ["525.00¹", "525.001", "525.001"]
