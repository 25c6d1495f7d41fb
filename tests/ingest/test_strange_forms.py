"""Forms as provinces print them that no other test has: each number its own row and column."""

from decimal import Decimal
from pathlib import Path

import pytest
from typed import ABOUT, COVER, codes, filing, refused, values

from ingest.document import Cell, Document, Grid, Paragraph, Place
from ingest.line_items import read_table
from ingest.match import match
from ingest.tables import printed_tables

BUDGET = "一般公共预算财政拨款收入支出决算表\n" + ABOUT
THREE = "一般公共预算财政拨款“三公”经费及会议费、培训费支出决算表\n" + ABOUT


def of(got: dict[tuple[str, str, str], Decimal], form: str) -> dict[tuple[str, str], str]:
    return {key[1:]: str(value) for key, value in got.items() if key[0] == form}


def test_balances_and_income_broken_down_keep_apart_from_the_expenditure(tmp_path: Path) -> None:
    body = (
        "科目编码\t科目名称\t年初结转和结余\t\t\t本年收入\t\t\t本年支出\t\t\t\t\t年末结转和结余\t\t\t\t\n"
        "\t\t合计\t基本支出结转\t项目支出结转和结余\t合计\t基本支出\t项目支出\t合计\t基本支出\t\t\t项目支出"
        "\t合计\t基本支出结转\t项目支出结转和结余\t\t\n"
        "\t\t\t\t\t\t\t\t\t小计\t人员经费\t公用经费\t\t\t\t小计\t项目支出结转\t项目支出结余\n"
        "201\t一般公共服务支出\t10\t4\t6\t20\t13\t7\t25\t15\t9\t6\t10\t5\t2\t3\t1\t2\n"
    )
    parsed = filing(tmp_path, COVER + BUDGET + body)
    assert of(values(parsed), "general_budget_by_function") == {
        ("201", "opening_balance"): "10", ("201", "income"): "20", ("201", "total"): "25",
        ("201", "basic"): "15", ("201", "project"): "10", ("201", "closing_balance"): "5",
    }  # fmt: skip
    assert codes(parsed) == []


def test_columns_of_two_years_under_the_same_labels_are_not_read(tmp_path: Path) -> None:
    body = (
        "科目编码\t科目名称\t2022年\t\t\t2023年\t\t\n\t\t小计\t基本支出\t项目支出\t小计\t基本支出\t项目支出\n"
        "201\t一般公共服务支出\t9\t6\t3\t8\t6\t2\n"
    )
    parsed = filing(tmp_path, COVER + BUDGET + body)
    assert values(parsed) == {}
    assert codes(parsed) == ["unknown_layout"]


def test_a_third_side_of_labels_does_not_lend_its_values_to_the_second(tmp_path: Path) -> None:
    title = "收入支出决算总表\n" + ABOUT
    body = (
        "收入\t\t支出\t\t\t\n项目\t金额\t项目（按功能分类）\t金额\t项目（按资金性质）\t金额\n"
        "一、一般公共预算财政拨款收入\t10\t一、一般公共服务支出\t8\t甲类\t7\n"
        "总计\t10\t总计\t8\t总计\t7\n"
    )
    parsed = filing(tmp_path, COVER + title + body)
    assert Decimal(7) not in values(parsed).values()
    known = body.replace("按资金性质", "按支出性质和经济分类").replace("甲类", "一、基本支出")
    parsed = filing(tmp_path, COVER + title + known)
    assert of(values(parsed), "income_expenditure_summary") == {
        ("income.general_budget", "amount"): "10", ("expenditure.201", "amount"): "8",
        ("income.grand_total", "amount"): "10", ("expenditure.grand_total", "amount"): "8",
    }  # fmt: skip
    assert codes(parsed) == []


ITEMS = "因公出国（境）费\t公务接待费\t公务用车购置及运行维护费\t\t\t会议费\t培训费"
LOW = "\t\t小计\t购置费\t运行维护费\t\t"
IN_COLUMNS = (
    f"预算数{chr(9) * 9}决算数{chr(9) * 8}\n"
    f"合计\t三公经费小计\t{ITEMS}\t合计\t三公经费小计\t{ITEMS}\n\t\t{LOW}\t\t\t{LOW}\n"
    "15\t12\t0\t3\t9\t0\t9\t1\t2\t9\t8\t0\t2\t6\t0\t6\t0.5\t0.5\n"
).replace("预算数\t", "预算数", 1)
IN_ROWS = (
    f"项目\t合计\t“三公”经费\t\t\t\t\t\t会议费\t培训费\n\t\t小计\t{ITEMS}\n\t\t\t{LOW}\n"
    "预算数\t15\t12\t0\t3\t9\t0\t9\t1\t2\n决算数\t9\t8\t0\t2\t6\t0\t6\t0.5\t0.5\n"
)


@pytest.mark.parametrize("body", [IN_COLUMNS, IN_ROWS], ids=["columns", "rows"])
def test_meetings_and_training_are_not_of_the_three(tmp_path: Path, body: str) -> None:
    got = of(values(filing(tmp_path, COVER + THREE + body)), "three_public")
    assert got == {
        ("total", "budget"): "12", ("abroad", "budget"): "0", ("vehicle", "budget"): "9",
        ("vehicle_purchase", "budget"): "0", ("vehicle_operation", "budget"): "9",
        ("reception", "budget"): "3", ("total", "final"): "8", ("abroad", "final"): "0",
        ("vehicle", "final"): "6", ("vehicle_purchase", "final"): "0",
        ("vehicle_operation", "final"): "6", ("reception", "final"): "2",
    }  # fmt: skip


def test_a_single_row_without_budget_is_the_final_one(tmp_path: Path) -> None:
    body = (
        "三公经费\t\t\t\t\t\t会议费\t培训费\n"
        "合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\t\t\n"
        "\t\t小计\t公务用车购置费\t公务用车运行维护费\t\t\t\n8\t0\t6\t0\t6\t2\t0.5\t0.7\n"
    )
    title = "财政拨款“三公”经费、会议费和培训费支出决算表\n" + ABOUT
    got = of(values(filing(tmp_path, COVER + title + body)), "three_public")
    assert got == {
        ("total", "final"): "8", ("abroad", "final"): "0", ("vehicle", "final"): "6",
        ("vehicle_purchase", "final"): "0", ("vehicle_operation", "final"): "6",
        ("reception", "final"): "2",
    }  # fmt: skip
    budget = body.replace("三公经费\t", "2024年预算数\t", 1)
    measures = {key[2] for key in values(filing(tmp_path, COVER + title + budget))}
    assert measures == {"budget"}


def test_a_year_before_a_head_is_no_part_of_it(tmp_path: Path) -> None:
    title = "财政拨款“三公”经费支出决算表\n" + ABOUT
    head = "项目\t2023年度预算数\t2023年决算数\n"
    got = values(filing(tmp_path, COVER + title + head + "合计\t9\t8\n公务接待费\t9\t8\n"))
    assert got["three_public", "total", "budget"] == 9
    assert got["three_public", "reception", "final"] == 8


def test_amounts_printed_again_by_payee_count_once(tmp_path: Path) -> None:
    body = (
        "经济分类科目编码\t\t科目名称\t合计\t人员经费\t公用经费\n类\t款\t\t\t\t\n"
        "合计\t\t\t9\t5\t4\n301\t\t工资福利支出\t5\t5\t\n301\t01\t基本工资\t5\t5\t\n"
        "302\t\t商品和服务支出\t4\t\t4\n"
    )
    title = "一般公共预算财政拨款基本支出决算表（按经济分类科目）\n" + ABOUT
    got = of(values(filing(tmp_path, COVER + title + body)), "basic_expenditure_by_economic")
    assert got == {
        ("total", "amount"): "9", ("301", "amount"): "5", ("30101", "amount"): "5",
        ("302", "amount"): "4",
    }  # fmt: skip


SPENDING = "科目代码\t科目名称\t本年支出合计\t基本支出\t项目支出\n"
TITLED = "支出决算表\n\n"


@pytest.mark.parametrize(
    ("caption", "unit"),
    [
        ("编制单位：元谋县审计局\n\n金额单位：万元", "万元"),
        ("金额单位：万元\n\n编制单位：元谋县审计局", "万元"),
        ("编制单位：元阳县审计局 单位：千元", "千元"),
        ("单 位 ： 万 元", "万元"),
        ("单位：元（列至角分）", "元"),
        ("编制单位：元谋县审计局", None),
    ],
)
def test_a_name_that_begins_like_a_unit_is_none(
    tmp_path: Path, caption: str, unit: str | None
) -> None:
    text = COVER + TITLED + caption + "\n\n" + SPENDING + "201\t一般公共服务支出\t9\t6\t3\n"
    assert {i.unit for i in filing(tmp_path, text).line_items} == {unit}


@pytest.mark.parametrize(
    "title",
    ["支出决算表 公开03表", "支出决算表（按功能分类科目）", "支出决算表（公开03表） 单位：万元"],
)
def test_what_may_stand_behind_a_title(tmp_path: Path, title: str) -> None:
    text = COVER + title + "\n\n" + ABOUT + SPENDING + "201\t一般公共服务支出\t9\t6\t3\n"
    assert [t.form for t in filing(tmp_path, text).tables] == ["expenditure_by_function"]


@pytest.mark.parametrize("again", ["支出决算表（续）", "续表", "支出决算表（续表）"])
def test_a_table_that_goes_on_under_its_title_again(tmp_path: Path, again: str) -> None:
    first = TITLED + ABOUT + SPENDING + "201\t一般公共服务支出\t9\t6\t3\n\n"
    rest = again + "\n\n" + ABOUT + SPENDING + "208\t社会保障和就业支出\t1\t1\t\n合计\t\t10\t7\t3\n"
    parsed = filing(tmp_path, COVER + first + rest)
    assert values(parsed)["expenditure_by_function", "208", "total"] == 1
    assert codes(parsed) == []


def test_a_second_print_without_a_row_of_the_first_is_no_repetition(tmp_path: Path) -> None:
    first = TITLED + ABOUT + SPENDING + "201\t一般公共服务支出\t9\t6\t3\n\n注：见下。\n\n"
    rest = TITLED + ABOUT + SPENDING + "208\t社会保障和就业支出\t1\t1\t\n"
    assert codes(filing(tmp_path, COVER + first + rest)) == ["cut_table"]


@pytest.mark.parametrize(
    "cover",
    ["元谋县审计局\n\n2022年度\n\n部门决算公开", "2022年度\n\n元谋县审计局\n\n部门决算",
     "元谋县审计局2022年度\n\n部门决算"],
)  # fmt: skip
def test_a_cover_over_several_lines(tmp_path: Path, cover: str) -> None:
    text = cover + "\n\n" + TITLED + "金额单位：万元\n\n" + SPENDING + "201\t公共\t9\t6\t3\n"
    got = filing(tmp_path, text).filing
    assert (got.fiscal_year, got.scope, got.region_code) == (2022, "department", "532328")


def test_a_year_over_a_table_is_no_cover(tmp_path: Path) -> None:
    assert refused(tmp_path, "2022年度\n\n绩效评价结果\n\n甲\t乙\n1\t2\n").reason == "not_a_filing"


def forms_of(name: str, number: int, *, fund: bool) -> str:
    """Three forms of a filer, all numbers `number`, and the fund form if it has one."""
    about = f"单位名称：{name}\n\n金额单位：万元\n\n"
    data = f"201\t一般公共服务支出\t{number}\t{number}\t\n\n"
    text = TITLED + about + SPENDING + data
    text += "一般公共预算财政拨款支出决算表\n" + about + SPENDING + data
    text += (
        "收入决算表\n" + about + "科目代码\t科目名称\t本年收入合计\t财政拨款收入\t其他收入\n" + data
    )
    if fund:
        text += "政府性基金预算财政拨款支出决算表\n" + about + SPENDING + data.replace("201", "212")
    return text


@pytest.mark.parametrize("names", [("甲校", "乙校"), ("教育局", "教育局")])
def test_the_forms_of_a_second_filer_fill_no_gap_of_the_first(
    tmp_path: Path, names: tuple[str, str]
) -> None:
    text = forms_of(names[0], 9, fund=False) + forms_of(names[1], 5, fund=True)
    parsed = filing(tmp_path, COVER + text)
    assert set(values(parsed).values()) == {Decimal(9)}
    assert "government_fund_by_function" not in {key[0] for key in values(parsed)}
    assert [s.severity for s in parsed.signals if s.code == "compilation"] == ["error"]


def test_numbers_alone_on_the_next_page_are_a_row_and_no_caption(tmp_path: Path) -> None:
    title = "财政拨款“三公”经费支出决算表\n" + ABOUT
    head = "合计\t因公出国（境）费\t公务用车购置及运行维护费\t\t\t公务接待费\n"
    head += "\t\t小计\t购置费\t运行费\t\n"
    budget = f"决算数{chr(9) * 5}\n"
    body = budget + head + "\n- 9 -\n\n8.00\t\t6.00\t\t\t2.00\n"
    got = of(values(filing(tmp_path, COVER + title + body)), "three_public")
    assert got == {("total", "final"): "8.00", ("vehicle", "final"): "6.00",
                   ("reception", "final"): "2.00"}  # fmt: skip


def test_zeros_that_fill_blank_places_say_nothing(tmp_path: Path) -> None:
    title = "收入支出决算总表\n" + ABOUT
    body = (
        "收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
        "一、一般公共预算财政拨款收入\t10\t一、一般公共服务支出\t8\n"
        "\t0.00\t二、外交支出\t0.00\n\t——\t三、国防支出\t0.00\n总计\t10\t总计\t8\n"
    )
    assert codes(filing(tmp_path, COVER + title + body)) == []
    assert codes(filing(tmp_path, COVER + title + body.replace("\t——", "\t0.01"))) == [
        "value_without_label"
    ]


def test_a_title_may_say_that_it_is_published(tmp_path: Path) -> None:
    title, other = "支出决算公开表\n" + ABOUT, "政府性基金预算财政拨款“三公”经费支出决算公开表\n"
    body = (
        "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\n201\t一般公共服务支出\t9\t6\t3\n\n"
    )
    parsed = filing(tmp_path, COVER + title + body + other + "项目\t决算数\n合计\t5\n")
    assert of(values(parsed), "expenditure_by_function") == {
        ("201", "total"): "9", ("201", "basic"): "6", ("201", "project"): "3",
    }  # fmt: skip
    assert [table.status for table in parsed.tables] == ["read", "other"]


def test_a_form_that_the_text_names_and_that_is_not_there_is_said(tmp_path: Path) -> None:
    text = TITLED + ABOUT + SPENDING + "201\t一般公共服务支出\t9\t6\t3\n\n"
    parsed = filing(tmp_path, COVER + text + "政府性基金预算财政拨款收入支出决算表\n\n20.00\n")
    assert [(s.form, s.severity) for s in parsed.signals if s.code == "form_named"] == [
        ("government_fund_by_function", "warn")
    ]


HEAD = [
    (0, 1, "科目代码"),
    (1, 1, "科目名称"),
    (2, 1, "本年支出合计"),
    (3, 1, "基本支出"),
    (4, 1, "项目支出"),
]
TIGHT = [(0, 2, "科目代码"), *HEAD[1:]]
STRAY = [*HEAD, (5, 1, "扶贫")]


@pytest.mark.parametrize(
    ("head", "last", "by_words", "status"),
    [
        (HEAD, [], True, "read"),
        (TIGHT, [], True, "unknown_layout"),
        (TIGHT, [], False, "read"),
        (STRAY, ["4.00"], True, "unknown_layout"),
        (STRAY, ["4.00"], False, "read"),
        (STRAY, ["无"], True, "read"),
    ],
)
def test_columns_without_rules_must_be_apart(
    head: list[tuple[int, int, str]], last: list[str], by_words: bool, status: str
) -> None:
    place = Place(page=1)
    texts = ["201", "一般公共服务支出", "9.00", "6.00", "3.00", *last]
    cells = [Cell(0, col, text, 1, wide, place) for col, wide, text in head]
    cells += [Cell(1, col, text, 1, 1, place) for col, text in enumerate(texts)]
    grid = Grid(tuple(cells), 2, len(texts), place, by_words=by_words)
    [table] = printed_tables(Document("pdf", (Paragraph("支出决算表", place), grid)))
    assert match(table).status == status


LINES = [
    ["收入", "金额", "支出", "金额"],
    ["一、一般公共预算财政拨款收", "500.00", "一、一般公共服务支出", "400.00"],
    ["入", "", "", ""],
    ["", "", "十四、资源勘探工业信息等支", ""],
    ["二、政府性基金预算财政拨款收入", "20.00", "", "5.00"],
    ["", "", "出", ""],
    ["来历不明的收入", "7.00", "不为人知的支出", "6.00"],
]


@pytest.mark.parametrize("by_words", [True, False])
def test_a_label_wraps_over_lines_only_where_no_rules_say_otherwise(by_words: bool) -> None:
    """The last row's labels are none, alone or with their neighbours."""
    place = Place(page=1)
    cells = [
        Cell(r, c, text, 1, 1, place)
        for r, line in enumerate(LINES)
        for c, text in enumerate(line)
        if text
    ]
    grid = Grid(tuple(cells), len(LINES), 4, place, by_words=by_words)
    [table] = printed_tables(Document("pdf", (Paragraph("收入支出决算总表", place), grid)))
    found = match(table)
    assert found.form is not None
    assert found.heads is not None
    reading = read_table("f", table, found.form, found.heads, "万元")
    got = {item.row_key: str(item.value) for item in reading.items if item.value is not None}
    alone = {"income.government_fund": "20.00", "expenditure.201": "400.00"}
    wrapped = {"income.general_budget": "500.00", "expenditure.215": "5.00"}
    assert got == ({**alone, **wrapped} if by_words else alone)
    refused = [signal.raw_text for signal in reading.signals]
    assert refused == (["7.00", "6.00"] if by_words else ["500.00", "5.00", "7.00", "6.00"])
