"""Rows that a page's edge cuts: joined where the halves show it, never where two rows meet."""

import pytest

from ingest.document import Cell, Document, Grid, Paragraph, Place
from ingest.tables import printed_tables

HEAD = ["科目编码", "科目名称", "合计"]
FIRST = [HEAD, ["208", "社会保障和就业支出", "1,028.00"], ["20805", "养老支出", "1,027.04"]]


def grid(rows: list[list[str]], page: int) -> Grid:
    cells = tuple(
        Cell(r, c, text, place=Place(page=page, row=r + 1, col=c + 1))
        for r, texts in enumerate(rows)
        for c, text in enumerate(texts)
    )
    return Grid(cells, len(rows), len(rows[0]), Place(page=page))


def joined(last: list[str], first: list[str]) -> list[list[str]]:
    document = Document(
        "pdf", (grid([*FIRST, last], 1), Paragraph("- 2 -"), grid([HEAD, first], 2))
    )
    [table] = printed_tables(document)
    return [[row.text(col) for col in range(3)] for row in table.rows[3:]]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (
            ["20805", "基本养老", ""],
            ["05", "保险缴费", "13.08"],
            ["20805\n05", "基本养老\n保险缴费", "13.08"],
        ),
        (
            ["2080506", "职业年金", "97,645,"],
            ["", "缴费", "756.51"],
            ["2080506", "职业年金\n缴费", "97,645,\n756.51"],
        ),
        (
            ["2080506", "职业年金", "5.70"],
            ["", "缴费支出", ""],
            ["2080506", "职业年金\n缴费支出", "5.70"],
        ),
        (
            ["2080506", "职业年金缴费", "-"],
            ["", "", "12.00"],
            ["2080506", "职业年金缴费", "-\n12.00"],
        ),
    ],
)
def test_halves_are_joined(above: list[str], below: list[str], whole: list[str]) -> None:
    assert joined(above, below) == [whole]


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["2080505", "养老保险缴费", "13.08"], ["2080506", "职业年金缴费", "5.70"]),
        (["2080505", "养老保险缴费", "13.08"], ["", "未列科目", "5.70"]),
        (["", "车辆数", "188"], ["", "其他用车", "28"]),
        (["208", "社会保障", "188"], ["05", "其中", "28.00"]),
        (["结余分配", "", "-"], ["年末结转", "", "12.00"]),
    ],
)
def test_two_rows_stay_two(above: list[str], below: list[str]) -> None:
    assert joined(above, below) == [above, below]


def test_another_title_begins_another_table() -> None:
    document = Document("pdf", (grid(FIRST, 1), Paragraph("支出决算表"), grid(FIRST, 2)))
    assert len(printed_tables(document)) == 2
