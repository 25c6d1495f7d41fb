"""Each option of a layout shows in the printed tables; expectations are typed by hand."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from corpus.accounts import Account, Flow
from corpus.figures import Figures, Key, figures
from corpus.forms.values import Values
from corpus.labels import chinese_number
from corpus.layout import Layout, Zero
from corpus.layouts import LAYOUTS
from corpus.money import Unit
from corpus.print_text import print_text
from corpus.printers import PRINTERS
from corpus.publication import Issuer, Publication, publish
from corpus.table import FormTable, Row, figures_in

SUMMARY = "income_expenditure_summary"
GENERAL = "general_budget_by_function"
ECONOMIC = "basic_expenditure_by_economic"
PUBLIC = "three_public"
STATE = "state_capital_by_function"


def account(year: int = 2023) -> Account:
    """A department of 12,345,600.00 yuan of basic and 700.00 of project expenditure."""
    pay, project, state = Decimal("12345600"), Decimal("700"), Decimal("30000")
    general = "general_budget"
    flows = (
        Flow("2010301", general, income={general: pay}, spending={"basic": pay}),
        Flow("2010302", general, income={general: project}, spending={"project": project}),
        Flow(
            "2230105",
            "state_capital",
            opening=Decimal(10000),
            income={"state_capital": state},
            spending={"project": state},
            closing=Decimal(10000),
        ),
    )
    return Account(
        year,
        flows=flows if year >= 2020 else flows[:2],
        economic={"30101": pay},
        three_public_budget={"reception": Decimal(20000), "vehicle_operation": Decimal(30000)},
        three_public_final={"reception": Decimal(10000), "vehicle_operation": Decimal(25000)},
        vehicles={"other": Decimal(2)},
    )


def published(layout: Layout, year: int = 2023, exact: Figures | None = None) -> Publication:
    made = figures(account(year)) if exact is None else exact
    return publish(Issuer("某县某局"), year, made, layout)


def table(layout: Layout, form: str, year: int = 2023) -> FormTable:
    return next(t for t in published(layout, year).tables if t.form == form)


def texts(row: Row) -> list[str]:
    return ["" if cell is None else cell.text for cell in row]


def column(made: FormTable, number: int) -> list[str]:
    return [texts(row)[number] for row in made.body]


def spans(row: Row) -> list[tuple[str, int, int]]:
    return [(c.text, c.row_span, c.col_span) for c in row if c is not None]


@pytest.mark.parametrize(
    ("year", "n", "last", "surplus"),
    [
        (2018, 23, "二十三、债务付息支出", "用事业基金弥补收支差额"),
        (2019, 24, "二十四、债务付息支出", "使用非财政拨款结余"),
        (2021, 26, "二十六、抗疫特别国债安排的支出", "使用非财政拨款结余"),
        (2023, 26, "二十六、抗疫特别国债安排的支出", "使用非财政拨款结余和专用结余"),
    ],
)
def test_lines_of_the_summary_by_year(year: int, n: int, last: str, surplus: str) -> None:
    made = table(Layout(), SUMMARY, year)
    labels = column(made, 3)
    assert labels[n - 1] == last
    assert labels[n] == "本年支出合计"
    assert column(made, 0)[n + 1] == surplus
    assert texts(made.body[0])[4] == str(n + 6)


@pytest.mark.parametrize(
    ("year", "code_name"),
    [(2018, "七、文化体育与传媒支出"), (2019, "七、文化旅游体育与传媒支出")],
)
def test_class_names_by_year(year: int, code_name: str) -> None:
    assert column(table(Layout(), SUMMARY, year), 3)[6] == code_name


def test_income_lines_by_year() -> None:
    assert column(table(Layout(), SUMMARY, 2019), 0)[2] == "三、上级补助收入"
    assert column(table(Layout(), SUMMARY, 2020), 0)[2] == "三、国有资本经营预算财政拨款收入"


def test_classes_left_out_and_surplus_label() -> None:
    made = table(LAYOUTS["shanghai"], SUMMARY)
    assert column(made, 2)[23] == "二十四、抗疫特别\n国债安排的支出"
    assert "使用非财政拨款结\n余" in column(made, 0)
    assert [texts(row) for row in made.head] == [["收入", "", "支出", ""], ["项目", "决算数"] * 2]


def test_no_line_numbers_and_no_column_numbers() -> None:
    made = table(Layout(line_numbers=False, column_numbers=False), SUMMARY)
    assert [texts(row) for row in made.head] == [["收入", "", "支出", ""], ["项目", "金额"] * 2]
    assert texts(made.body[-1]) == ["总计", "1238.63", "总计", "1238.63"]
    assert len(table(Layout(column_numbers=False), GENERAL).head) == 2


def test_codes_in_three_cells() -> None:
    made = table(Layout(code_cells=3), GENERAL)
    assert spans(made.head[0]) == [("项目", 1, 4), ("本年支出", 1, 3)]
    assert texts(made.head[1])[:4] == ["类", "款", "项", "科目名称"]
    rows = [texts(row)[:4] for row in made.body]
    assert rows[0] == ["合计", "", "", ""]
    assert rows[2][:3] == ["201", "03", ""]
    assert rows[3] == ["201", "03", "01", "行政运行"]


def test_total_row_last_and_flat_heads() -> None:
    layout = Layout(total_last=frozenset({GENERAL}), flat=frozenset({GENERAL}))
    made = table(layout, GENERAL)
    assert column(made, 0) == ["201", "20103", "2010301", "2010302", "合计"]
    assert spans(made.head[0])[1:] == [
        ("小计", 2, 1),
        ("基本支出", 2, 1),
        ("项目支出", 2, 1),
    ]
    assert column(table(layout, "expenditure_by_function"), 0)[0] == "合计"


def test_state_capital_with_income() -> None:
    assert len(texts(table(Layout(), STATE).body[0])) == 5
    made = table(Layout(with_income=frozenset({STATE})), STATE)
    assert texts(made.body[0])[2:] == ["1.00", "3.00", "3.00", "", "3.00", "1.00"]


def test_three_public_in_halves_pairs_and_lines() -> None:
    halves = ["5.00", "", "3.00", "", "3.00", "2.00", "3.50", "", "2.50", "", "2.50", "1.00"]
    pairs = ["5.00", "3.50", "", "", "3.00", "2.50", "", "", "3.00", "2.50", "2.00", "1.00"]
    assert texts(table(Layout(), PUBLIC).body[0]) == halves
    made = table(Layout(three_public="pairs"), PUBLIC)
    assert texts(made.body[0]) == pairs
    assert texts(made.head[2]) == ["预算数", "决算数"] * 6
    assert spans(made.head[0])[2] == ("公务用车购置及运行维护费", 1, 6)
    listed = [texts(row) for row in table(Layout(three_public="lines"), PUBLIC).body]
    assert listed[0] == ["合计", "1", "5.00", "3.50"]
    assert listed[4] == ["（2）公务用车运行维护费", "5", "3.00", "2.50"]


@pytest.mark.parametrize(("groups", "rows"), [(4, 28), (3, 54), (2, 82)])
def test_economic_groups_hold_all_codes(groups: int, rows: int) -> None:
    made = table(Layout(economic_groups=groups), ECONOMIC)  # type: ignore[arg-type]
    assert made.width == 3 * groups
    assert len(made.body) == rows + 1
    codes = [c for row in made.body for c in texts(row) if c.isdigit()]
    assert len(codes) == len(set(codes)) == 109


def test_labels_broken_by_spaces_and_lines() -> None:
    for mark in (" ", "\n"):
        made = table(Layout(label_break=mark), GENERAL)
        assert made.body[2][1].text == f"政府办公厅（室）{mark}及相关机构事务"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("layout", "text"),
    [
        (Layout(), "1234.56"),
        (Layout(thousands=True), "1,234.56"),
        (Layout(full_width=True), "１２３４．５６"),
        (Layout(unit=Unit("万元", 4)), "1234.5600"),
        (Layout(unit=Unit("元"), thousands=True), "12,345,600.00"),
        (Layout(units={GENERAL: Unit("元")}), "12345600.00"),
    ],
)
def test_numbers_in_the_style_and_unit_of_the_table(layout: Layout, text: str) -> None:
    made = table(layout, GENERAL)
    assert texts(made.body[3])[2] == text
    unit = layout.unit_of(GENERAL).name
    assert made.captions[-1] == f"金额单位：{unit}"
    assert {figure.unit for figure in figures_in(made, 1)} == {unit}


@pytest.mark.parametrize(("style", "text"), [("minus", "-0.07"), ("brackets", "(0.07)")])
def test_negative_numbers(style: str, text: str) -> None:
    layout = Layout(negative=style)  # type: ignore[arg-type]
    key = Key(SUMMARY, "income.other", "amount")
    made = published(layout, exact={key: Decimal("-650")}).tables[0]
    assert texts(made.body[7])[2] == text
    assert [(f.value, f.raw_text) for f in figures_in(made, 1)] == [("-0.07", text)]


@pytest.mark.parametrize(
    ("zero", "text", "n"), [("", "", 0), ("0", "0", 1), ("0.00", "0.00", 1), ("——", "——", 0)]
)
def test_zero_is_a_figure_only_where_a_number_is_printed(zero: Zero, text: str, n: int) -> None:
    made = table(Layout(zero=zero), SUMMARY)
    assert texts(made.body[3])[2] == text
    found = [f for f in figures_in(made, 1) if f.key.row_key == "income.superior_subsidy"]
    assert [(f.value, f.raw_text) for f in found] == [(text, text)] * n


def test_zero_has_the_decimals_of_its_unit_and_counts_have_none() -> None:
    layout = Layout(zero="0.00", unit=Unit("万元", 4))
    assert texts(table(layout, SUMMARY).body[3])[2] == "0.0000"
    assert column(table(layout, "disclosure_statistics"), 2)[12] == "0"


def test_numbers_follow_the_position_not_the_form() -> None:
    numbers = {
        name: [t.captions[0] for t in published(LAYOUTS[name]).tables if t.form == PUBLIC]
        for name in ("national", "national-2022", "guizhou")
    }
    assert numbers == {
        "national": ["公开09表"],
        "national-2022": ["公开07表"],
        "guizhou": ["附表10"],
    }
    assert table(LAYOUTS["shanghai"], PUBLIC).captions == ("单位：万元",)


def test_provincial_tables_have_no_truth() -> None:
    extras = [
        (t.title, figures_in(t, 1))
        for layout in LAYOUTS.values()
        for t in published(layout).tables
        if t.form is None
    ]
    assert {title for title, _ in extras} == {
        "项目支出决算表", "国有资产占用情况表", "非财政拨款收入支出决算总表", "关于空表的说明",
        "收入决算表（按单位列示）", "支出决算表（按单位列示）", "机构运行信息表",
        "政府采购情况表",
        "一般公共预算财政拨款支出决算明细表", "一般公共预算财政拨款支出决算表",
        "国有资本经营预算财政拨款支出决算表", "政府性基金预算财政拨款“三公”经费支出决算表",
    }  # fmt: skip
    assert not any(figures for _, figures in extras)


@pytest.mark.parametrize(
    ("tables", "order"),
    [("first", "表概释"), ("middle", "概表释"), ("last", "概释表")],
)
def test_tables_stand_first_in_the_middle_or_last(tables: str, order: str) -> None:
    blocks = published(Layout(tables=tables)).blocks  # type: ignore[arg-type]
    last = {
        "表": max(i for i, block in enumerate(blocks) if isinstance(block, FormTable)),
        "概": blocks.index("一、本部门（单位）职责"),
        "释": len(blocks) - blocks[::-1].index("第四部分 名词解释"),
    }
    assert "".join(sorted(last, key=lambda name: last[name])) == order


def test_how_many_forms_a_filing_has() -> None:
    counts = {len(layout.order) for layout in LAYOUTS.values()}
    assert counts >= {8, 9, 10, 11, 12, 13, 14}


def test_a_look_alike_prints_no_figure_of_the_form() -> None:
    tables = published(LAYOUTS["sichuan"]).tables
    detail = next(t for t in tables if "明细" in t.title and t.form is None)
    assert [texts(r) for r in detail.head] == [
        texts(r) for r in table(LAYOUTS["sichuan"], GENERAL).head
    ]
    assert {text for text in texts(detail.body[-1])[4:] if text} == {"777.77"}


def test_appropriations_in_one_line_until_2018() -> None:
    made = table(Layout(combined_appropriation=True), SUMMARY, 2018)
    assert column(made, 0)[:3] == [
        "一、财政拨款收入",
        "其中：政府性基金预算财政拨款",
        "二、上级补助收入",
    ]
    assert column(made, 2)[:3] == ["1234.63", "", ""]
    heads = texts(table(Layout(), "appropriation_summary", 2018).head[1])
    assert heads[5:] == ["合计", "一般公共预算财政拨款", "政府性基金预算财政拨款"]


def test_the_general_budget_with_income() -> None:
    made = table(Layout(with_income=frozenset({GENERAL})), GENERAL)
    assert [c[0] for c in spans(made.head[0])[1:]] == [
        "年初结转和结余",
        "本年收入",
        "本年支出",
        "年末结转和结余",
    ]
    assert texts(made.body[0])[2:] == ["", "1234.63", "1234.63", "1234.56", "0.07", ""]


def test_school_fees_are_a_third_row_of_heads_and_no_figure() -> None:
    made = table(Layout(school_fees=True), "income_by_function")
    assert spans(made.head[0])[4] == ("事业收入", 1, 2)
    assert texts(made.head[1])[5:7] == ["小计", "其中：教育收费"]
    assert {c.key.measure for c in made.body[0] if c and c.key} == {
        "total", "appropriation", "superior_subsidy", "institutional", "operating",
        "affiliated_remittance", "other",
    }  # fmt: skip


def test_empty_rows_are_left_over() -> None:
    made = table(Layout(empty_rows=2), GENERAL)
    assert [texts(row) for row in made.body[-2:]] == [[""] * 5] * 2
    assert texts(made.body[-3])[0] == "2010302"


def test_empty_forms_say_so() -> None:
    made = table(Layout(), "government_fund_by_function")
    assert made.notes[-1] == "说明：本表无数据"
    assert [texts(row) for row in made.body] == [["合计", *[""] * 7]]
    assert len(table(Layout(zero="0.00"), "government_fund_by_function").notes) == 1


def test_a_page_break_is_a_blank_line_and_moves_no_figure() -> None:
    plain, broken = (print_text(published(Layout(page_break_after=n))) for n in (None, 20))
    assert len(broken[0].split(b"\n")) > len(plain[0].split(b"\n"))
    assert [replace(f, line_no=None) for f in broken[1]] == [
        replace(f, line_no=None) for f in plain[1]
    ]


def test_heads_stand_again_on_the_next_page() -> None:
    layout = Layout(page_break_after=3, repeat_heads=True)
    lines = print_text(published(layout))[0].decode().split("\n")
    start = lines.index("一般公共预算财政拨款支出决算表")
    first = lines.index("项目\t\t本年支出\t\t", start)
    assert lines[first + 3].startswith("合计")
    assert lines[first + 6 : first + 10] == ["", *lines[first : first + 3]]
    assert lines[first + 10].startswith("2010301")


def test_tall_rows_have_their_numbers_at_the_top() -> None:
    page, _ = PRINTERS["html"](published(Layout(tall_rows=True)))
    assert '<td style="height:3em;vertical-align:top">1234.56</td>' in page.decode()
    assert '<td style="height:3em;vertical-align:middle">行政运行</td>' in page.decode()


def test_words_differ_by_form() -> None:
    layout = Layout(words={"": {"小计": "合计"}, GENERAL: {"小计": "总计"}})
    values = Values({}, layout, 2023, "某局")
    assert values.label("小计").text == "合计"
    assert replace(values, form=GENERAL).label("小计").text == "总计"


@pytest.mark.parametrize(
    ("number", "text"), [(1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (26, "二十六")]
)
def test_chinese_numbers(number: int, text: str) -> None:
    assert chinese_number(number) == text
