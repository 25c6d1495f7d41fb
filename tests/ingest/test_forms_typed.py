"""Forms typed by hand: every printed value in its row and column, the rest signalled."""

from decimal import Decimal
from pathlib import Path

import pytest
from typed import ABOUT, COVER, codes, filing, values

HEAD_03 = "项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n"
EXPENDITURE = "支出决算表\n\n公开03表\n\n" + ABOUT


def test_two_sides_of_the_summary_keep_apart(tmp_path: Path) -> None:
    body = (
        "收入支出决算总表\n" + ABOUT + "收入\t\t支出\t\n项目\t金额\t项目\t金额\n"
        "一、一般公共预算财政拨款收入\t10.00\t一、一般公共服务支出\t7.50\n"
        "八、其他收入\t0.50\t十九、住房保障支出\t2.00\n"
        "本年收入合计\t10.50\t本年支出合计\t9.50\n"
        "年初结转和结余\t1.00\t年末结转和结余\t2.00\n"
        "总计\t11.50\t总计\t11.50\n"
    )
    got = values(filing(tmp_path, COVER + body))
    form = "income_expenditure_summary"
    assert {key[1]: str(value) for key, value in got.items() if key[0] == form} == {
        "income.general_budget": "10.00",
        "expenditure.201": "7.50",
        "income.other": "0.50",
        "expenditure.221": "2.00",
        "income.income_total": "10.50",
        "expenditure.expenditure_total": "9.50",
        "income.opening_balance": "1.00",
        "expenditure.closing_balance": "2.00",
        "income.grand_total": "11.50",
        "expenditure.grand_total": "11.50",
    }


def test_opening_balances_by_budget_are_no_income(tmp_path: Path) -> None:
    body = (
        "财政拨款收入支出决算总表\n" + ABOUT + "收入\t\t支出\t\t\t\t\n"
        "项目\t金额\t项目\t合计\t一般公共预算财政拨款\t政府性基金预算财政拨款\t国有资本经营预算财政拨款\n"
        "一、一般公共预算财政拨款\t10.00\t一、一般公共服务支出\t12.00\t12.00\t\t\n"
        "年初财政拨款结转和结余\t3.00\t年末财政拨款结转和结余\t1.00\t1.00\t\t\n"
        "一般公共预算财政拨款\t2.00\t\t\t\t\t\n"
        "政府性基金预算财政拨款\t1.00\t\t\t\t\t\n"
        "总计\t13.00\t总计\t13.00\t13.00\t\t\n"
    )
    got = values(filing(tmp_path, COVER + body))
    form = "appropriation_summary"
    assert got[form, "income.general_budget", "total"] == Decimal("10.00")
    assert got[form, "income.opening_balance", "total"] == Decimal("3.00")
    assert got[form, "income.opening_balance.general_budget", "total"] == Decimal("2.00")
    assert got[form, "income.opening_balance.government_fund", "total"] == Decimal("1.00")
    assert got[form, "expenditure.grand_total", "general_budget"] == Decimal("13.00")


def test_totals_that_span_groups_take_the_last_value_of_the_row(tmp_path: Path) -> None:
    body = (
        "一般公共预算财政拨款基本支出决算明细表\n"
        + ABOUT
        + "人员经费\t\t\t公用经费\t\t\t\t\t\n"
        + "科目代码\t科目名称\t决算数\t" * 2
        + "科目代码\t科目名称\t决算数\n"
        "301\t工资福利支出\t5.00\t302\t商品和服务支出\t2.00\t310\t资本性支出\t1.00\n"
        "30101\t基本工资\t5.00\t30201\t办公费\t2.00\t31002\t办公设备购置\t1.00\n"
        "人员经费合计\t\t5.00\t公用经费合计\t\t\t\t\t3.00\n"
    )
    got = values(filing(tmp_path, COVER + body))
    form = "basic_expenditure_by_economic"
    assert {key[1]: str(value) for key, value in got.items() if key[0] == form} == {
        "301": "5.00", "302": "2.00", "310": "1.00",
        "30101": "5.00", "30201": "2.00", "31002": "1.00",
        "personnel_total": "5.00", "office_total": "3.00",
    }  # fmt: skip


def test_a_code_in_class_group_item_cells(tmp_path: Path) -> None:
    body = (
        EXPENDITURE + "项目\t\t\t\t本年支出合计\t基本支出\t项目支出\n"
        "科目代码\t\t\t科目名称\t\t\t\n类\t款\t项\t\t\t\t\n"
        "201\t\t\t一般公共服务支出\t9.00\t6.00\t3.00\n"
        "201\t03\t\t政府办公厅（室）\t9.00\t6.00\t3.00\n"
        "201\t03\t01\t行政运行\t6.00\t6.00\t\n"
        "\t\t02\t一般行政管理事务\t3.00\t\t3.00\n"
    )
    parsed = filing(tmp_path, COVER + body)
    rows = [(i.row_key, i.row_label) for i in parsed.line_items if i.measure == "total"]
    assert rows == [
        ("201", "一般公共服务支出"),
        ("20103", "政府办公厅（室）"),
        ("2010301", "行政运行"),
        ("2010302", "一般行政管理事务"),
    ]


def test_a_table_over_two_pages_is_one(tmp_path: Path) -> None:
    page = "201\t一般公共服务支出\t9.00\t6.00\t3.00\n"
    again = "208\t社会保障和就业支出\t1.00\t1.00\t\n合计\t\t10.00\t7.00\t3.00\n"
    parsed = filing(
        tmp_path, COVER + EXPENDITURE + HEAD_03 + page + "\n- 8 -\n\n" + HEAD_03 + again
    )
    form = "expenditure_by_function"
    assert [t.status for t in parsed.tables] == ["read"]
    assert values(parsed)[form, "208", "basic"] == Decimal("1.00")
    assert values(parsed)[form, "total", "total"] == Decimal("10.00")
    assert codes(parsed) == []


def test_an_unknown_column_is_signalled_with_its_place(tmp_path: Path) -> None:
    head = "项目\t\t本年支出合计\t基本支出\t项目支出\t其中：扶贫\n科目代码\t科目名称\t\t\t\t\n"
    body = EXPENDITURE + head + "201\t一般公共服务支出\t9.00\t6.00\t3.00\t0.70\n"
    body += "20103\t政府办公厅\t9.00\t6.00\t3.00\t0.70\n"
    parsed = filing(tmp_path, COVER + body)
    [said] = [s for s in parsed.signals if s.code == "unknown_column"]
    assert (said.raw_text, said.severity, said.line_no, said.col_no) == ("0.70", "error", 17, 6)
    assert Decimal("0.70") not in values(parsed).values()


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("201.03.01\t行政运行", "2010301"),
        ("201-03\t政府办公厅", "20103"),
        ("201.行政运行\t", "201"),
        ("201-03-01行政运行\t", "2010301"),
        ("201.03.01.99\t行政运行", None),
    ],
)
def test_a_code_whose_levels_are_set_apart(tmp_path: Path, printed: str, key: str | None) -> None:
    parsed = filing(tmp_path, COVER + EXPENDITURE + HEAD_03 + f"{printed}\t9.00\t6.00\t3.00\n")
    assert [i.row_key for i in parsed.line_items] == ([key] * 3 if key else [])
    assert codes(parsed) == ([] if key else ["unknown_label"] * 3)


def test_last_year_and_remarks_beside_the_amounts_are_left_aside(tmp_path: Path) -> None:
    head = HEAD_03.replace("项目支出", "项目支出\t上年决算数\t增减%\t备注")
    body = EXPENDITURE + head + "201\t一般公共服务支出\t9.00\t6.00\t3.00\t8.00\t12.50\t见注\n"
    parsed = filing(tmp_path, COVER + body)
    assert [str(i.value) for i in parsed.line_items] == ["9.00", "6.00", "3.00"]
    assert codes(parsed) == []


def test_a_value_without_a_row_is_signalled(tmp_path: Path) -> None:
    body = EXPENDITURE + HEAD_03 + "201\t一般公共服务支出\t9.00\t6.00\t3.00\n\t\t1.00\t\t\n"
    assert codes(filing(tmp_path, COVER + body)) == ["value_without_label"]


def test_a_row_that_no_description_names_is_signalled(tmp_path: Path) -> None:
    body = EXPENDITURE + HEAD_03 + "20一\t一般公共服务支出\t9.00\t6.00\t\n"
    parsed = filing(tmp_path, COVER + body)
    assert codes(parsed) == ["unknown_label", "unknown_label"]
    assert values(parsed) == {}


def test_unread_values_are_kept_as_text(tmp_path: Path) -> None:
    body = EXPENDITURE + HEAD_03 + "201\t一般公共服务支出\t9.O0\t6.00\t\n"
    parsed = filing(tmp_path, COVER + body)
    [item] = [i for i in parsed.line_items if i.value_source == "unread"]
    assert (item.row_key, item.measure, item.raw_text) == ("201", "total", "9.O0")
    assert (item.value, item.amount_cny) == (None, None)
    assert codes(parsed) == ["unread_value"]


def test_a_code_printed_twice_is_kept_twice_and_named(tmp_path: Path) -> None:
    row = "201\t一般公共服务支出\t9.00\t6.00\t3.00\n"
    parsed = filing(tmp_path, COVER + EXPENDITURE + HEAD_03 + row + row.replace("9.00", "8.00"))
    items = [i for i in parsed.line_items if i.measure == "total"]
    assert [(i.occurrence, str(i.value)) for i in items] == [(1, "9.00"), (2, "8.00")]
    assert codes(parsed) == ["duplicate_key"]


def test_an_empty_form_is_known_to_be_empty(tmp_path: Path) -> None:
    body = (
        "国有资本经营预算财政拨款支出决算表\n"
        + ABOUT
        + "项目\t\t本年支出\t\t\n科目代码\t科目名称\t合计\t基本支出\t项目支出\n栏次\t\t1\t2\t3\n"
        + "合计\t\t\t\t\n\n说明：本表无数据\n"
    )
    parsed = filing(tmp_path, COVER + body)
    assert [(t.form, t.status, t.decimals) for t in parsed.tables] == [
        ("state_capital_by_function", "empty", None)
    ]
    assert {i.value_source for i in parsed.line_items} == {"blank"}


def test_a_known_title_over_other_columns_is_kept_unread(tmp_path: Path) -> None:
    body = EXPENDITURE + "单位\t人数\t金额\n水务局\t12\t9.00\n"
    parsed = filing(tmp_path, COVER + body)
    assert [(t.form, t.status) for t in parsed.tables] == [
        ("expenditure_by_function", "unknown_layout")
    ]
    assert parsed.line_items == []
    assert [c.text for c in parsed.cells] == ["单位", "人数", "金额", "水务局", "12", "9.00"]
    assert codes(parsed) == ["unknown_layout"]


def test_a_title_within_another_is_not_that_form(tmp_path: Path) -> None:
    body = (
        EXPENDITURE.replace("支出决算表", "项目支出决算表", 1)
        + HEAD_03
        + "201\t一般\t9.00\t6.00\t3\n"
    )
    parsed = filing(tmp_path, COVER + body)
    assert [(t.form, t.title, t.status) for t in parsed.tables] == [
        (None, "项目支出决算表", "other")
    ]
    assert len(parsed.cells) == 11


def test_the_heads_of_a_form_under_an_unknown_title_are_signalled(tmp_path: Path) -> None:
    title = EXPENDITURE.replace("支出决算表", "镇级支出情况表", 1)
    head = HEAD_03.replace("项目支出\n", "项目支出\t上缴上级支出\n")
    body = "201\t一般公共服务支出\t9.00\t6.00\t3.00\t\n"
    parsed = filing(tmp_path, COVER + title + head + body)
    assert [t.status for t in parsed.tables] == ["unknown_form"]
    [said] = [s for s in parsed.signals if s.code == "near_miss"]
    assert (said.form, said.severity, said.raw_text) == (
        "expenditure_by_function", "error", "镇级支出情况表"
    )  # fmt: skip
    assert values(parsed) == {}


def test_a_form_printed_twice_counts_once(tmp_path: Path) -> None:
    table = (
        EXPENDITURE + HEAD_03 + "201\t一般公共服务支出\t9.00\t6.00\t3.00\n\n注：本表反映支出。\n\n"
    )
    parsed = filing(tmp_path, COVER + table + table.replace("9.00", "9.10"))
    assert [t.status for t in parsed.tables] == ["read", "repeated"]
    assert values(parsed)["expenditure_by_function", "201", "total"] == Decimal("9.00")
    assert [s.message_en.count("differs") for s in parsed.signals if s.code == "repeated_form"] == [
        1
    ]


def test_the_unit_is_never_assumed(tmp_path: Path) -> None:
    body = (
        EXPENDITURE.replace("金额单位：万元", "")
        + HEAD_03
        + "201\t一般公共服务支出\t9.00\t6.00\t3\n"
    )
    parsed = filing(tmp_path, COVER + body)
    assert {(str(i.value), i.unit, i.amount_cny) for i in parsed.line_items} == {
        ("9.00", None, None), ("6.00", None, None), ("3", None, None)
    }  # fmt: skip
    assert codes(parsed) == ["unit_missing"]


@pytest.mark.parametrize(
    ("caption", "head", "unit", "signals"),
    [
        ("", "（万元）", "万元", []),
        ("单位：万元", "（万元）", "万元", []),
        ("单位：万元", "（元）", None, ["unit_conflict"]),
    ],
)
def test_the_unit_may_stand_in_the_heads(
    tmp_path: Path, caption: str, head: str, unit: str | None, signals: list[str]
) -> None:
    body = EXPENDITURE.replace("金额单位：万元", caption) + HEAD_03.replace(
        "基本支出", f"基本支出{head}"
    )
    parsed = filing(tmp_path, COVER + body + "201\t一般公共服务支出\t9.00\t6.00\t3\n")
    assert [(str(i.value), i.unit) for i in parsed.line_items] == [
        ("9.00", unit), ("6.00", unit), ("3", unit)
    ]  # fmt: skip
    assert codes(parsed) == signals


def test_an_amount_in_a_label_column_is_signalled(tmp_path: Path) -> None:
    body = EXPENDITURE + HEAD_03 + "201\t9.00\t6.00\t3.00\t\n"
    parsed = filing(tmp_path, COVER + body)
    [said] = [s for s in parsed.signals if s.code == "number_in_label"]
    assert (said.severity, said.raw_text, said.col_no) == ("error", "9.00", 2)


def test_a_section_named_above_its_table_is_that_of_the_rows(tmp_path: Path) -> None:
    body = (
        "部门决算公开相关信息统计表\n金额单位：万元\n一、政府采购情况\n\n"
        "项目\t行次\t统计数\n合计\t1\t9.00\n货物\t2\t9.00\n"
    )
    parsed = filing(tmp_path, COVER + body)
    assert {key[1] for key in values(parsed)} == {"procurement.total", "procurement.goods"}
    assert codes(parsed) == []


def test_a_head_cut_by_the_page_is_read_as_one_label(tmp_path: Path) -> None:
    body = (
        "支出决算表\n"
        + ABOUT
        + "科目编码\t\t\t科目名称\t本年支\t基本支出\t项目支出\n类\t款\t项\t\t出合计\t\t\n"
        + "201\t\t\t公共服务\t9.00\t6.00\t3.00\n"
    )
    got = values(filing(tmp_path, COVER + body))
    assert got["expenditure_by_function", "201", "total"] == Decimal("9.00")
