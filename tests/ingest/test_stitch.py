"""Rows that a page's edge cuts: joined where the halves show it, never where two rows meet."""

import pytest

from ingest.document import Box, Cell, Document, Grid, Paragraph, Place
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


def test_a_number_in_full_width_is_joined_too() -> None:
    rows = [HEAD, *[["208", "保障", f"{n}．６２"] for n in "５７９"], ["", "合计", "８．４"]]
    document = Document("pdf", (grid(rows, 1), grid([["", "", "１"]], 2)))
    [table] = printed_tables(document)
    assert table.rows[-1].text(2) == "８．４\n１"


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (["2080505", "养老保险缴费", "13.08"], ["2080506", "职业年金缴费", "5.70"]),
        (["2080505", "养老保险缴费", "13.08"], ["", "未列科目", "5.70"]),
        (["", "车辆数", "188"], ["", "其他用车", "28"]),
        (["208", "社会保障", "188"], ["05", "其中", "28.00"]),
        (["结余分配", "", "-"], ["年末结转", "", "12.00"]),
        (["效益指标", "办公效率", "提升"], ["", "人员满意度", "满意"]),
    ],
)
def test_two_rows_stay_two(above: list[str], below: list[str]) -> None:
    assert joined(above, below) == [above, below]


def test_codes_in_narrow_cells_are_joined_on_page_after_page() -> None:
    one = [["3010\n1", "基本工资", "1.00"], ["3010\n2", "津贴补贴", "2.00"]]
    two = [["7", "", ""], ["3010\n8", "养老保险", "4.00"], ["3010", "职业年金", "5.00"]]
    document = Document(
        "pdf",
        (
            grid([HEAD, *one, ["3010", "绩效工资", "3.00"]], 1),
            grid([HEAD, *two], 2),
            grid([HEAD, ["9", "缴费", ""], ["3011\n3", "住房公积金", "6.00"]], 3),
        ),
    )
    [table] = printed_tables(document)
    codes = ["".join(row.text(0).split()) for row in table.rows[1:]]
    assert codes == ["30101", "30102", "30107", "30108", "30109", "30113"]


def ruled(rows: list[list[tuple[float, float, str]]], page: int, left: float = 60) -> Grid:
    """A grid of cells from x to x, as a PDF draws it; its columns are those of this page alone."""
    edges = sorted({x for row in rows for x0, x1, _ in row for x in (x0, x1)})
    cells = [
        Cell(
            r,
            edges.index(x0),
            text,
            col_span=edges.index(x1) - edges.index(x0),
            place=Place(
                page=page, row=r + 1, box=Box(left + x0, 20.0 * r, left + x1, 20.0 * r + 20)
            ),
        )
        for r, row in enumerate(rows)
        for x0, x1, text in row
    ]
    return Grid(tuple(cells), len(rows), len(edges) - 1, Place(page=page))


BODY = [
    [(0, 50, "科目代码"), (50, 150, "科目名称"), (150, 200, "")],
    [(0, 50, "208"), (50, 150, "社会保障支出"), (150, 200, "1.50")],
]


def test_heads_cut_by_the_page_go_on_below_in_more_columns() -> None:
    head = ruled([[(0, 150, "项目"), (150, 200, "合计")]], 1)
    [table] = printed_tables(Document("pdf", (head, ruled(BODY, 2, left=80))))
    assert table.n_cols == 3
    assert [(c.col, c.col_span, c.text) for c in table.rows[0].cells.values()] == [
        (0, 2, "项目"),
        (2, 1, "合计"),
    ]
    assert [table.rows[2].text(col) for col in range(3)] == ["208", "社会保障支出", "1.50"]


def test_a_last_row_alone_on_its_page_stands_under_the_columns_that_it_covers() -> None:
    foot = ruled([[(0, 150, "合计"), (150, 200, "1.50")]], 2)
    [table] = printed_tables(Document("pdf", (ruled(BODY, 1), foot)))
    assert {c.col: (c.col_span, c.text) for c in table.rows[-1].cells.values()} == {
        0: (2, "合计"),
        2: (1, "1.50"),
    }


@pytest.mark.parametrize(
    "foot",
    [
        [[(0, 120, "合计"), (120, 200, "1.50")]],
        [[(0, 150, "合计"), (150, 240, "1.50")]],
        [[(0, 60, "208"), (60, 110, "社会保障支出"), (110, 200, "1.50")]],
    ],
)
def test_other_rules_make_another_table(foot: list[list[tuple[float, float, str]]]) -> None:
    """Also one of as many columns, where they stand elsewhere."""
    assert len(printed_tables(Document("pdf", (ruled(BODY, 1), ruled(foot, 2))))) == 2


LABELS = [["项目", "行次", "金额"], ["一、一般公共预算财政\n拨款收入", "1", "9.0000"]]


@pytest.mark.parametrize(
    ("above", "below", "whole"),
    [
        (["二、政府性基金预算财", "2", "0.0000"], ["政拨款收入", "", ""], True),
        (["二、政府性基金预算财", "2", "0.0000"], ["三、事业收入", "", ""], False),
        (["四、事业收入", "2", "0.0000"], ["其他", "", ""], False),
        (["二、政府性基金预算财", "", "0.0000"], ["政拨款收入", "", "1.0000"], False),
        (["二、政府性基金预算财", "", "123.45"], ["政拨款收入", "", "01"], True),
        (["栏次", "", "1"], ["一、一般公共", "", "1.0000"], False),
    ],
)
def test_words_go_on_only_below_a_full_line(
    above: list[str], below: list[str], whole: bool
) -> None:
    rows = [*LABELS, *[[f"{n}、其他", str(n), f"{n}.5000"] for n in "345"], above]
    document = Document("pdf", (grid(rows, 1), grid([below, ["合计", "9", "1.0000"]], 2)))
    [table] = printed_tables(document)
    assert len(table.rows) == len(rows) + (1 if whole else 2)


def test_another_title_begins_another_table() -> None:
    document = Document("pdf", (grid(FIRST, 1), Paragraph("支出决算表"), grid(FIRST, 2)))
    assert len(printed_tables(document)) == 2
