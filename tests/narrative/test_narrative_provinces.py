"""What provinces' wordings say beside plain amounts: brackets, bases, rows, projects, people."""

# Sentences stand whole, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import pytest
from written import facts, item, narrate, unread

GENERAL, FUND = "general_budget_by_function", "government_fund_by_function"
SPENT, INCOME, PUBLIC = "expenditure_by_function", "income_by_function", "three_public"
FISCAL, SUMMARY = "appropriation_summary", "income_expenditure_summary"

ROWS = [
    item(GENERAL, "213", "农林水支出"),
    item(GENERAL, "21303", "水利"),
    item(GENERAL, "2130305", "水利工程建设"),
    item(GENERAL, "221", "住房保障支出"),
    item(FUND, "21208", "国有土地使用权出让收入安排的支出"),
    item(FUND, "2120803", "城市建设支出"),
]


@pytest.mark.parametrize("topic", ["机关运行经费", "“三公”经费"])
def test_a_budget_in_brackets_is_where_the_money_came_from(topic: str) -> None:
    text = f"""一、{topic}支出决算情况说明
2023年度{topic}支出决算5.5万元（其中：一般公共预算支出5.5万元；政府性基金预算支出0万元；国有资本经营预算支出0万元）。与上年相比，减少0.5万元。"""
    found = facts(text)
    assert {aspect for _, _, aspect, _ in found} == {"final", "delta"}
    assert {number for _, _, _, number in found} == {"5.5万元", "-0.5万元"}
    assert {form for form, *_ in found} <= {PUBLIC, None}


def test_a_budget_named_with_its_rate_of_completion() -> None:
    text = """七、“三公”经费财政拨款支出决算情况说明
2023年度“三公”经费支出决算为6万元，完成全年预算8万元的75%，比上年决算数增加1万元，增长20%。其中：因公出国（境）费支出决算为0万元，完成预算0万元的--%（基数为0，不可比），比上年决算数增加0万元；公务接待费支出决算为6万元，完成年初预算8万元的75%。"""
    assert facts(text) == {
        (PUBLIC, "total/final", "final", "6万元"),
        (PUBLIC, "total/budget", "adjusted_budget", "8万元"),
        (PUBLIC, "total/final", "completion", "75%"),
        (PUBLIC, "total/final", "delta", "1万元"),
        (PUBLIC, "total/final", "growth", "20%"),
        (PUBLIC, "abroad/final", "final", "0万元"),
        (PUBLIC, "abroad/budget", "unnamed_budget", "0万元"),
        (PUBLIC, "abroad/final", "delta", "0万元"),
        (PUBLIC, "reception/final", "final", "6万元"),
        (PUBLIC, "reception/budget", "budget", "8万元"),
        (PUBLIC, "reception/final", "completion", "75%"),
    }
    assert unread(text) == []


def test_the_amount_that_is_compared_with() -> None:
    text = """五、一般公共预算财政拨款支出决算情况说明
2023年度一般公共预算财政拨款支出90万元，较年初预算数100万元减少10万元，下降10%，比2022年决算数80万元增加10万元，增长12.5%。"""
    found = [(f.period, f.aspect, str(f.value)) for f in narrate(text).facts]
    assert found == [
        ("2023", "final", "90"),
        ("2023", "budget", "100"),
        ("2023", "budget_delta", "-10"),
        ("2023", "budget_growth", "-10"),
        ("2022", "final", "80"),
        ("2023", "delta", "10"),
        ("2023", "growth", "12.5"),
    ]


def test_last_years_amount_told_without_a_comparison() -> None:
    text = """五、一般公共预算财政拨款支出决算情况说明
农林水支出（类）支出9万元，上年为8万元。"""
    found = [(f.period, f.row_key, f.aspect, str(f.value)) for f in narrate(text, ROWS).facts]
    assert found == [("2023", "213", "final", "9"), ("2022", "213", "final", "8")]


def test_a_comparison_with_an_earlier_year_beside_the_year_before_is_left_unread() -> None:
    text = "七、三公经费\n2023年度“三公”经费支出6万元，比上年增加1万元，增长20%；比2019年减少2万元，降低25%。"
    assert facts(text) == {
        (PUBLIC, "total/final", "final", "6万元"),
        (PUBLIC, "total/final", "delta", "1万元"),
        (PUBLIC, "total/final", "growth", "20%"),
    }
    assert len(unread(text)) == 1


def test_what_is_compared_holds_for_the_parts_in_the_next_sentence() -> None:
    text = """一、收入决算情况说明
2023年度收入合计90万元。与上年相比，收入合计减少10万元，下降10%。其中：财政拨款收入减少8万元；其他收入减少2万元。"""
    assert facts(text) == {
        (INCOME, "total/total", "final", "90万元"),
        (INCOME, "total/total", "delta", "-10万元"),
        (INCOME, "total/total", "growth", "-10%"),
        (INCOME, "total/appropriation", "delta", "-8万元"),
        (INCOME, "total/other", "delta", "-2万元"),
    }


def test_a_change_of_both_sides_that_are_told_as_one() -> None:
    text = "二、收入支出决算总体情况说明\n2023年度收、支总计95万元，比上年减少5万元，下降5%，完工。"
    assert facts(text) == {
        (SUMMARY, f"{side}.grand_total", aspect, number)
        for side in ("income", "expenditure")
        for aspect, number in (("final", "95万元"), ("delta", "-5万元"), ("growth", "-5%"))
    }


def test_a_bracket_of_guests_ends() -> None:
    text = "七、三公经费\n2023年国内公务接待共15批次（其中外事接待1批次），105人次（其中外事接待6人次）。"
    assert facts(text) == {
        (None, "reception.domestic.batches", "count", "15批次"),
        (None, "reception.foreign_guests.batches", "count", "1批次"),
        (None, "reception.domestic.persons", "count", "105人次"),
        (None, "reception.foreign_guests.persons", "count", "6人次"),
    }


@pytest.mark.parametrize(
    "words",
    ["农林水支出（类）46万元，其中：基本支出6万元，项目支出40万元。",
     "农林水支出（类）46万元（其中：基本支出6万元，项目支出40万元）。",
     "农林水支出（类）46万元。其中：基本支出6万元，项目支出40万元。"],
)  # fmt: skip
def test_basic_and_project_expenditure_of_a_row(words: str) -> None:
    text = f"五、一般公共预算财政拨款支出决算情况说明\n{words}"
    assert facts(text, ROWS) == {
        (GENERAL, "213/total", "final", "46万元"),
        (GENERAL, "213/basic", "final", "6万元"),
        (GENERAL, "213/project", "final", "40万元"),
    }


def test_basic_expenditure_after_several_rows_is_nobodys() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n农林水支出46万元，住房保障支出4万元，其中：基本支出10万元。"
    assert {row for _, row, *_ in facts(text, ROWS)} == {"213/total", "221/total"}
    assert len(unread(text, ROWS)) == 1


def test_basic_expenditure_in_a_sentence_of_its_own_is_the_totals() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n农林水支出46万元。基本支出10万元。"
    assert (GENERAL, "total/basic", "final", "10万元") in facts(text, ROWS)


def test_an_item_of_fiscal_expenditure_is_of_the_form_that_prints_it() -> None:
    text = """五、财政拨款支出决算情况说明
1.农林水支出（类）水利（款）水利工程建设（项）。年初预算30万元，支出决算40万元。
2.城市建设支出6万元。
3.农林水支出（类）支出决算40万元。"""
    assert [(f.form, f.row_key, f.aspect) for f in narrate(text, ROWS).facts] == [
        (GENERAL, "2130305", "budget"),
        (GENERAL, "2130305", "final"),
        (FUND, "2120803", "final"),
        (FISCAL, "expenditure.213", "final"),
    ]


def test_a_year_behind_the_name() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n“农林水支出”（类）2023年度决算46万元，比2023年年初预算增加6万元。"
    assert facts(text, ROWS) == {
        (GENERAL, "213/total", "final", "46万元"),
        (GENERAL, "213/total", "budget_delta", "6万元"),
    }


def test_nothing_of_a_name_with_and_in_it() -> None:
    text = "七、三公经费\n本年度无公务用车购置及运行维护费支出。"
    assert facts(text) == {(PUBLIC, "vehicle/final", "final", "0")}


def test_the_money_of_a_project_in_its_review() -> None:
    text = """（四）预算绩效情况说明
灌区普查项目绩效自评综述：根据年初设定的绩效目标，项目自评得分为97.5分。项目全年预算数为90万元，执行数为81万元，完成预算的90%。
渠道清淤项目绩效自评综述：项目全年预算数为8万元，执行数为8万元，完成预算的100%。"""
    found = [(f.name, f.aspect, str(f.value)) for f in narrate(text).facts if f.row_key is None]
    assert found == [
        ("灌区普查", "adjusted_budget", "90"),
        ("灌区普查", "final", "81"),
        ("灌区普查", "completion", "90"),
        ("渠道清淤", "adjusted_budget", "8"),
        ("渠道清淤", "final", "8"),
        ("渠道清淤", "completion", "100"),
    ]


def test_posts_and_people_in_brackets_and_lists() -> None:
    text = """二、机构设置
青禾县水利局下设办公室、资源科、防汛办等5个内设机构。编制人数32人。其中：行政编制20人，事业编制12人（含参公管理事业编制3人）；在职在编实有行政人员18人，参照公务员法管理事业人员3人，非参公管理事业人员8人。"""
    found = [(f.row_key, f.name, str(f.value)) for f in narrate(text).facts]
    assert found == [
        ("staff.quota", None, "32"),
        ("staff.administrative_quota", None, "20"),
        ("staff.institutional_quota", None, "12"),
        ("staff.quasi_civil_quota", None, "3"),
        ("staff.on_duty.administrative", None, "18"),
        ("staff.on_duty.quasi_civil", None, "3"),
        ("staff.on_duty.institutional", None, "8"),
    ]


def test_meetings_and_training() -> None:
    text = """九、“三公”经费、会议费、培训费支出情况说明
2023年度一般公共预算拨款安排的会议费支出决算1.2万元，全年召开会议6个，参加会议310人次。
2023年度一般公共预算拨款安排的培训费支出决算0.8万元，全年组织培训3个，组织培训95人次。"""
    assert facts(text) == {
        (None, "meetings", "final", "1.2万元"),
        (None, "meetings.meetings", "count", "6个"),
        (None, "meetings.persons", "count", "310人次"),
        (None, "training", "final", "0.8万元"),
        (None, "training.courses", "count", "3个"),
        (None, "training.persons", "count", "95人次"),
    }


def test_shares_told_for_all_rows_at_once() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n支出主要用于以下方面：农林水（类）支出30万元，住房保障（类）支出10万元，占比分别为75%、25%。"
    assert facts(text, ROWS) == {
        (GENERAL, "213/total", "final", "30万元"),
        (GENERAL, "221/total", "final", "10万元"),
        (GENERAL, "213/total", "share", "75%"),
        (GENERAL, "221/total", "share", "25%"),
    }


def test_shares_of_more_rows_than_were_told_are_nobodys() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n农林水（类）支出30万元，住房保障（类）支出10万元，占比分别为70%、25%、5%。"
    assert {aspect for _, _, aspect, _ in facts(text, ROWS)} == {"final"}
    assert len(unread(text, ROWS)) == 1


@pytest.mark.parametrize(
    ("name", "row"), [("水利工程建设（2130305）", "2130305"), ("水利工程建设（2130399）", None)]
)
def test_a_name_with_its_code_behind(name: str, row: str | None) -> None:
    text = f"五、一般公共预算财政拨款支出决算情况说明\n{name}40万元，较上年增加5万元。"
    assert [(f.form, f.row_key, f.aspect) for f in narrate(text, ROWS).facts] == [
        (GENERAL, row, "final"),
        (GENERAL, row, "delta"),
    ]


def test_a_budget_without_a_word_between() -> None:
    text = "七、三公经费\n2023年国内公务接待35批（次）280人（次）。公务接待费预算3.5万元，决算1.5万元。"
    assert facts(text) == {
        (None, "reception.domestic.batches", "count", "35批(次)"),
        (None, "reception.domestic.persons", "count", "280人(次)"),
        (PUBLIC, "reception/budget", "unnamed_budget", "3.5万元"),
        (PUBLIC, "reception/final", "final", "1.5万元"),
    }


def test_a_filer_with_its_units() -> None:
    text = "十、政府采购支出说明\n2023年度，青禾水利本级及所属各单位政府采购支出总额86万元。"
    assert facts(text) == {("disclosure_statistics", "procurement.total", "final", "86万元")}


def test_last_years_amount_beside_the_change() -> None:
    text = "五、一般公共预算财政拨款支出决算情况说明\n农林水支出（类）：2023年度决算30万元，2022年度决算28万元，增加2万元，增长7.14%。"
    found = [(f.period, f.aspect, str(f.value)) for f in narrate(text, ROWS).facts]
    assert found == [
        ("2023", "final", "30"),
        ("2022", "final", "28"),
        ("2023", "delta", "2"),
        ("2023", "growth", "7.14"),
    ]


def test_what_a_row_was_spent_for_is_no_row() -> None:
    rows = [*ROWS, item(GENERAL, "2210201", "住房公积金")]
    text = "五、一般公共预算财政拨款支出决算情况说明\n农林水支出（类）30万元，主要包括：基本工资20万元、住房公积金5万元；住房保障支出（类）8万元，其中：住房公积金8万元。"
    assert facts(text, rows) == {
        (GENERAL, "213/total", "final", "30万元"),
        (GENERAL, "221/total", "final", "8万元"),
        (GENERAL, "2210201/total", "final", "8万元"),
    }


@pytest.mark.parametrize(
    ("words", "change"),
    [("比年初预算多2万元", "2万元"), ("低于年初预算2万元", "-2万元"), ("超出年初预算2万元", "2万元"),
     ("比年初预算节约2万元", "-2万元")],
)  # fmt: skip
def test_more_and_less_than_the_budget(words: str, change: str) -> None:
    text = f"五、一般公共预算财政拨款支出决算情况说明\n农林水支出（类）支出决算30万元，{words}。"
    assert facts(text, ROWS) == {
        (GENERAL, "213/total", "final", "30万元"),
        (GENERAL, "213/total", "budget_delta", change),
    }
