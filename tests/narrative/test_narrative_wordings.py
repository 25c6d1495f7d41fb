"""Wordings of provinces, with invented figures: who says what of which cell."""

# Sentences stand whole, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import pytest
from written import facts, item, narrate, unread

SUMMARY, FISCAL = "income_expenditure_summary", "appropriation_summary"
GENERAL, INCOME, SPENT = (
    "general_budget_by_function",
    "income_by_function",
    "expenditure_by_function",
)
BASIC, PUBLIC, STATS = "basic_expenditure_by_economic", "three_public", "disclosure_statistics"


def both(form: str, aspect: str, number: str, measure: str = "") -> set[tuple[str, ...]]:
    """The same of both sides of a summary."""
    return {(form, f"{side}.grand_total{measure}", aspect, number) for side in SIDES}


SIDES = ("income", "expenditure")
SICHUAN = (
    "2023年度收、支总计均为1234.56万元。与2022年度相比，收、支总计各减少100.44万元，下降7.52%。"
)
SICHUAN_TWO = (
    "2023年度收、支总计各是4125.49,4143.91万元。与2022年相比，收、支总计各减少1.5，2.5万元。"
)
CHONGQING = "1.总体情况。2023年度收入总计80.5万元，支出总计80.5万元。收支较上年决算数减少9.5万元，下降10.6%，主要原因是完工。"
ZHEJIANG = (
    "2023年度收入总计5,000.12万元，支出总计5,000.12万元，与2022年度相比，各增加300万元，增长6.38%。"
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (SICHUAN, both(SUMMARY, "final", "1234.56万元") | both(SUMMARY, "delta", "-100.44万元")
         | both(SUMMARY, "growth", "-7.52%")),
        (CHONGQING, both(SUMMARY, "final", "80.5万元") | both(SUMMARY, "delta", "-9.5万元")
         | both(SUMMARY, "growth", "-10.6%")),
        (ZHEJIANG, both(SUMMARY, "final", "5000.12万元") | both(SUMMARY, "delta", "300万元")
         | both(SUMMARY, "growth", "6.38%")),
    ],
)  # fmt: skip
def test_totals_of_both_sides(text: str, expected: set[tuple[str, ...]]) -> None:
    assert facts(text) == expected
    assert unread(text) == []


def test_two_numbers_of_two_sides() -> None:
    assert facts(SICHUAN_TWO) == {
        (SUMMARY, "income.grand_total", "final", "4125.49万元"),
        (SUMMARY, "expenditure.grand_total", "final", "4143.91万元"),
        (SUMMARY, "income.grand_total", "delta", "-1.5万元"),
        (SUMMARY, "expenditure.grand_total", "delta", "-2.5万元"),
    }


def test_a_change_after_a_list_of_parts_is_nobodys() -> None:
    text = (
        "2023年度收入总计500万元，其中：本年收入490万元，年初结转和结余10万元，较上年增加20万元。"
    )
    found = facts("一、收入支出决算总体情况\n" + text)
    assert {aspect for _, _, aspect, _ in found} == {"final"}
    assert unread("一、收入支出决算总体情况\n" + text) == [text]


def test_a_change_after_one_part_is_that_parts() -> None:
    text = "2023年度收入总计15万元，其中年初结转和结余5万元，较2022年增加2万元，增长66.67%；本年收入合计10万元，较2022年减少5万元。"
    assert facts("一、收入支出决算总体情况\n" + text) == {
        (SUMMARY, "income.grand_total", "final", "15万元"),
        (SUMMARY, "income.opening_balance", "final", "5万元"),
        (SUMMARY, "income.opening_balance", "delta", "2万元"),
        (SUMMARY, "income.opening_balance", "growth", "66.67%"),
        (SUMMARY, "income.income_total", "final", "10万元"),
        (SUMMARY, "income.income_total", "delta", "-5万元"),
    }


def test_a_name_that_stands_alone_is_that_of_the_next_paragraph() -> None:
    text = """五、一般公共预算财政拨款支出决算情况说明
1、农林水支出（类）水利（款）水利工程建设（项）。
年初预算为10万元，支出决算为11万元，完成年初预算的110%。"""
    assert facts(text, ITEMS) == {
        (GENERAL, "2130305/total", "budget", "10万元"),
        (GENERAL, "2130305/total", "final", "11万元"),
        (GENERAL, "2130305/total", "completion", "110%"),
    }


def test_an_aside_returns_to_what_was_spoken_of() -> None:
    text = "本年收入合计90万元，包括财政拨款收入80万元（其中，一般公共预算70万元，政府性基金预算10万元），占收入合计88.89%。"
    assert facts(text) >= {
        (INCOME, "total/appropriation", "final", "80万元"),
        (SUMMARY, "income.general_budget", "final", "70万元"),
        (SUMMARY, "income.government_fund", "final", "10万元"),
        (INCOME, "total/appropriation", "share", "88.89%"),
    }
    assert unread(text) == []


def test_changes_against_last_year_and_against_the_budget() -> None:
    text = "2.支出情况。2023年度一般公共预算财政拨款支出50.0万元，较上年决算数增加1.5万元，增长3.1%。主要原因是调资。较年初预算数减少2.5万元，下降4.8%。"
    assert facts(text) == {
        (GENERAL, "total/total", "final", "50.0万元"),
        (GENERAL, "total/total", "delta", "1.5万元"),
        (GENERAL, "total/total", "growth", "3.1%"),
        (GENERAL, "total/total", "budget_delta", "-2.5万元"),
        (GENERAL, "total/total", "budget_growth", "-4.8%"),
    }


ITEMS = [
    item(GENERAL, "213", "农林水支出"),
    item(GENERAL, "21303", "水利"),
    item(GENERAL, "2130305", "水利工程建设"),
    item(GENERAL, "2130399", "其他水利支出"),
]


def test_names_with_levels_join_the_codes_of_the_forms() -> None:
    text = "2.农林水（类）水利（款）水利工程建设（项）：支出决算为980万元，完成预算98.32%，决算数小于预算数的主要原因是工期。"
    [final, completion] = narrate("五、一般公共预算财政拨款支出决算情况说明\n" + text, ITEMS).facts
    assert (final.row_key, final.name, final.level) == (
        "2130305",
        "农林水 / 水利 / 水利工程建设",
        "类 / 款 / 项",
    )
    assert (completion.template, str(completion.value)) == (
        "general_budget.completion_unnamed",
        "98.32",
    )


def test_a_name_below_takes_the_names_above_it() -> None:
    text = """五、一般公共预算财政拨款支出决算情况说明
农林水支出（类）年初预算为12万元。
水利（款）其他水利支出（项）年初预算为3万元。"""
    assert [f.row_key for f in narrate(text, ITEMS).facts] == ["213", "2130399"]


@pytest.mark.parametrize("name", ["农林水支出（类）林业（款）水利工程建设（项）", "水利（类）"])
def test_a_name_that_is_no_codes_is_kept_without_one(name: str) -> None:
    text = f"五、一般公共预算财政拨款支出决算情况说明\n{name}年初预算为12万元。"
    [fact] = narrate(text, ITEMS).facts
    assert (fact.form, fact.row_key) == (GENERAL, None)


def test_an_unknown_name_is_left_unread_and_not_given_to_the_name_before() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n农林水支出12万元；灌区改造专项经费8万元；灌区管护，支出决算为7万元。"
    assert facts(text, ITEMS) == {(GENERAL, "213/total", "final", "12万元")}
    assert len(unread(text, ITEMS)) == 1


def test_three_public_by_item_and_by_count() -> None:
    text = """七、财政拨款“三公”经费支出决算情况说明
2023年度“三公”经费财政拨款支出预算为6.5万元，支出决算为5.2万元，完成预算的80%，较上年度减少0.3万元，下降5.45%。
1.因公出国（境）费支出0万元。全年安排因公出国（境）团组0次，出国（境）0人。因公出国（境）费支出决算与2022年度持平。
2.公务车运行维护费4.2万元。截至12月31日，公务用车保有量为3辆。
外事接待支出0.5万元，全年接待国（境）外来访团组1个，来访外宾7人次。
国内公务接待12批次，96人次（不包括陪同人员），共计支出0.5万元。"""
    assert facts(text) == {
        (PUBLIC, "total/budget", "unnamed_budget", "6.5万元"),
        (PUBLIC, "total/final", "final", "5.2万元"),
        (PUBLIC, "total/final", "completion", "80%"),
        (PUBLIC, "total/final", "delta", "-0.3万元"),
        (PUBLIC, "total/final", "growth", "-5.45%"),
        (PUBLIC, "abroad/final", "final", "0万元"),
        (PUBLIC, "abroad/final", "delta", "0"),
        (None, "abroad.groups", "count", "0次"),
        (None, "abroad.persons", "count", "0人"),
        (PUBLIC, "vehicle_operation/final", "final", "4.2万元"),
        (None, "vehicle_operation.vehicles", "count", "3辆"),
        (None, "reception.foreign_guests", "final", "0.5万元"),
        (None, "reception.foreign_guests.groups", "count", "1个"),
        (None, "reception.foreign_guests.persons", "count", "7人次"),
        (None, "reception.domestic.batches", "count", "12批次"),
        (None, "reception.domestic.persons", "count", "96人次"),
        (None, "reception.domestic", "final", "0.5万元"),
    }


@pytest.mark.parametrize(
    ("words", "value"),
    [("增长5.3%", "5.3%"), ("下降5.3%", "-5.3%"), ("增长-5.3%", "-5.3%"), ("下降-5.3%", None),
     ("下降（增长）5.3%", None)],
)  # fmt: skip
def test_the_sign_is_said_or_not_known(words: str, value: str | None) -> None:
    text = f"2023年机关运行经费支出13万元，比上年{words}。"
    growth = [f for f in facts(text) if f[2] == "growth"]
    assert growth == [(None, "operating_cost.total", "growth", value)]


def test_zeros_in_words_keep_their_words() -> None:
    text = "八、政府性基金预算财政拨款收入支出决算情况说明\n本部门2023年度无政府性基金预算财政拨款收入和支出。"
    found = narrate(text).facts
    assert [(f.row_key, f.measure, str(f.value), f.unit) for f in found] == [
        ("total", "income", "0", None),
        ("total", "total", "0", None),
    ]
    assert found[0].raw_text == "本部门2023年度无政府性基金预算财政拨款收入和支出"


def test_national_performance_wording() -> None:
    text = "（四）预算绩效情况说明\n组织对2023年度一般公共预算项目支出全面开展绩效自评，其中，一级项目0个，二级项目12个，共涉及资金1,234.5万元，占一般公共预算项目支出总额的100%。"
    start = "performance.self_evaluation"
    assert facts(text) == {
        (None, f"{start}.projects_level_1", "count", "0个"),
        (None, f"{start}.projects_level_2", "count", "12个"),
        (None, f"{start}.funds", "final", "1234.5万元"),
        (None, f"{start}.funds", "share", "100%"),
    }


def test_a_year_named_is_the_period() -> None:
    text = "九、三公经费\n2022年度公务接待费支出决算为3万元。公务接待费比上年增加1万元。"
    assert [f.period for f in narrate(text).facts] == ["2022", "2023"]


def test_an_amount_inside_a_reason_leaves_what_is_spoken_of_as_it_is() -> None:
    text = "2.支出情况。2023年度一般公共预算财政拨款支出50.0万元，较上年决算数增加1.5万元，增长3.1%，主要原因是新增库房改造3.2万元。较年初预算数减少2.5万元，下降4.8%。"
    assert facts(text) == {
        (GENERAL, "total/total", "final", "50.0万元"),
        (GENERAL, "total/total", "delta", "1.5万元"),
        (GENERAL, "total/total", "growth", "3.1%"),
        (GENERAL, "total/total", "budget_delta", "-2.5万元"),
        (GENERAL, "total/total", "budget_growth", "-4.8%"),
    }


def test_guests_received_all_in_all_and_cars_of_the_unit() -> None:
    text = """八、国有资产占用情况
截至2023年12月31日，单位共有车辆3辆，其中：应急保障用车1辆、其他用车2辆。
九、三公经费
2023年度国内公务接待累计12批次，累计96人次。"""
    assert facts(text) == {
        (STATS, "vehicles.total", "final", "3辆"),
        (STATS, "vehicles.emergency", "final", "1辆"),
        (STATS, "vehicles.other", "final", "2辆"),
        (None, "reception.domestic.batches", "count", "12批次"),
        (None, "reception.domestic.persons", "count", "96人次"),
    }


def test_levels_with_their_codes_and_a_budget_of_nothing() -> None:
    text = """五、一般公共预算财政拨款支出决算情况说明
1、卫生健康支出（210类）行政事业单位医疗（11款）行政单位医疗（01项）90.00万元。年初预算为0，支出决算为90.00万元，决算数大于预算数。"""
    assert facts(text) == {
        (GENERAL, "2101101/total", "final", "90.00万元"),
        (GENERAL, "2101101/total", "budget", "0万元"),
    }
    assert unread(text) == []
