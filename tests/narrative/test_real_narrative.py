"""The two real filings: every fact of the typed list is a row, and what is unread is known."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from ingest.parse import parse
from ingest.records import ParsedFiling, Source
from ingest.text_records import NarrativeFact

SHARED = Path(__file__).parents[3] / "shared"
pytestmark = pytest.mark.skipif(not SHARED.exists(), reason="the real filings are not here")

ASPECTS = {
    "增减额": "delta", "增减率": "growth", "占比": "share", "占本年支出合计比重": "share",
    "完成年初预算率": "completion", "年初预算数": "budget", "三公全年预算": "adjusted_budget",
}  # fmt: skip
COUNTS = {
    "出国团组数": "abroad.groups", "出国人次": "abroad.persons",
    "公务用车购置数": "vehicle_purchase.vehicles", "公务用车保有量": "vehicle_operation.vehicles",
    "公务接待批次": "reception.batches", "公务接待人次": "reception.persons",
    "国内接待费": "reception.domestic", "外事接待费": "reception.foreign_guests",
    "国（境）外接待费": "reception.overseas", "国（境）外接待批次": "reception.overseas.batches",
    "绩效自评项目数": "performance.self_evaluation.projects",
    "绩效自评涉及资金": "performance.self_evaluation.funds",
    "政府采购支出总额": "procurement.total", "政府采购货物支出": "procurement.goods",
    "政府采购工程支出": "procurement.works", "政府采购服务支出": "procurement.services",
    "授予中小企业合同金额": "procurement.sme_awarded", "中小企业占比": "procurement.sme_awarded",
    "授予小微企业合同金额": "procurement.micro_awarded",
    "小微企业占比": "procurement.micro_awarded",
    "单价100万元以上设备": "equipment.over_1m_cny", "独立核算": "unit.independent_accounts",
    "行政编制数": "staff.administrative_quota", "编制数": "staff.quota",
    "事业编制数": "staff.quota",
    "局长职数": "staff.posts", "副局长职数": "staff.posts", "股级职数": "staff.posts",
}  # fmt: skip
THREE_PUBLIC = {
    "合计": "total", "因公出国（境）费": "abroad", "公务用车购置费": "vehicle_purchase",
    "公务用车运行维护费": "vehicle_operation", "公务接待费": "reception",
}  # fmt: skip
VEHICLES = {
    "合计": "total", "副部（省）级及以上领导用车": "senior_official", "主要负责人用车": "principal",
    "机要通信用车": "confidential_mail", "应急保障用车": "emergency",
    "执法执勤用车": "law_enforcement", "特种专业技术用车": "special_technical",
    "离退休干部服务用车": "retired_cadre", "其他用车": "other",
}  # fmt: skip
SIDES = {
    "财政拨款收入": "income_by_function/appropriation",
    "上级补助收入": "income_by_function/superior_subsidy",
    "事业收入": "income_by_function/institutional", "经营收入": "income_by_function/operating",
    "附属单位上缴收入": "income_by_function/affiliated_remittance",
    "其他收入": "income_by_function/other", "基本支出": "expenditure_by_function/basic",
    "项目支出": "expenditure_by_function/project",
    "上缴上级支出": "expenditure_by_function/remitted_to_superior",
    "经营支出": "expenditure_by_function/operating",
    "对附属单位补助支出": "expenditure_by_function/subsidy_to_affiliated",
}  # fmt: skip
TOTALS = {
    "收入总计": "income_expenditure_summary/income.grand_total",
    "支出总计": "income_expenditure_summary/expenditure.grand_total",
    "财政拨款收入总计": "appropriation_summary/income.grand_total",
    "财政拨款支出总计": "appropriation_summary/expenditure.grand_total",
    "本年收入合计": "income_by_function/total", "本年支出合计": "expenditure_by_function/total",
    "一般公共预算财政拨款支出": "general_budget_by_function/total",
    "占本年支出合计比重": "general_budget_by_function/total",
    "人员经费合计": "basic_expenditure_by_economic/personnel_total",
    "公用经费合计": "basic_expenditure_by_economic/office_total",
    "政府性基金支出": "government_fund_by_function/total",
    "国有资本经营支出": "state_capital_by_function/total",
}  # fmt: skip


CODED = {
    "经济款": "basic_expenditure_by_economic", "功能类": "general_budget_by_function",
    "功能款": "general_budget_by_function",
}  # fmt: skip


@cache
def parsed(name: str) -> ParsedFiling:
    """One of the two filings, parsed."""
    file = SHARED / "filings" / name
    content = file.read_bytes()
    digest = hashlib.sha256(content).hexdigest()
    result = parse(Source(name, file, digest, len(content), 1))
    assert isinstance(result, ParsedFiling)
    return result


def typed() -> Iterator[dict[str, str]]:
    """The stated facts of the list; derived ones are not the reader's."""
    with (SHARED / "domain" / "facts.csv").open(encoding="utf-8", newline="") as handle:
        yield from (row for row in csv.DictReader(handle) if row["kind"] == "stated")


def place_of(row: dict[str, str]) -> tuple[str | None, str | None, str]:
    """Form and row (or key, or `form/measure`) and aspect that the list's words mean."""
    measure, code = row["measure"], row["code"]
    base = measure.removesuffix("较上年增减额").removesuffix("较上年增减率").removesuffix("占比")
    aspect = next((a for words, a in ASPECTS.items() if measure.endswith(words)), "final")
    own = own_key(row, aspect)
    if own:
        return None, *own
    if measure.startswith("三公"):
        return "three_public", THREE_PUBLIC[row["name"]], aspect
    if row["dim"] == "车辆":
        return "disclosure_statistics", f"vehicles.{VEHICLES[row['name']]}", "final"
    if row["dim"] in ("收入来源", "支出性质"):
        return SIDES[row["name"]], None, aspect
    if row["dim"] in CODED:
        return CODED[row["dim"]], code, aspect
    if measure == "基本支出":
        return "general_budget_by_function/basic", None, aspect
    if measure in ("年初预算数", "完成年初预算率"):
        return "general_budget_by_function", "total", aspect
    form, _, key = TOTALS[base or measure].partition("/")
    return form, key, aspect


def own_key(row: dict[str, str], aspect: str) -> tuple[str, str] | None:
    """The key that only the text has, and the aspect, where the list's words mean one."""
    measure = row["measure"]
    if row["dim"] == "绩效等级":
        return f"performance.self_evaluation.grade.{row['name']}", "count"
    if measure.startswith("机关运行经费"):
        return "operating_cost.total", aspect
    if measure not in COUNTS:
        return None
    if row["dim"] in ("三公项", "绩效", "采购", "资产"):
        counted = row["unit"] in ("个", "人次", "辆", "批次")
        return COUNTS[measure], "count" if counted else aspect
    return COUNTS[measure], "flag" if measure == "独立核算" else "quota"


def states(fact: NarrativeFact, row: dict[str, str]) -> bool:
    """Whether a fact is the one of the list: what, how much, when, and the line."""
    form, key, aspect = place_of(row)
    column = form.partition("/")[2] if form else ""
    return (
        (form is None or fact.form == form.partition("/")[0])
        and (fact.row_key == key if key else fact.measure == column)
        and fact.aspect == aspect
        and fact.value == Decimal(row["value"])
        and fact.period == row["period"]
        and (fact.unit in (row["unit"], None) or row["unit"] == "文字")
        and fact.line_no == int(row["seed_line"])
    )


def test_every_typed_fact_is_a_row() -> None:
    facts = parsed("xiangyuan-xinfangju-2023.txt").facts
    missing = [row["fact_id"] for row in typed() if not any(states(f, row) for f in facts)]
    assert missing == []


def test_nothing_of_the_first_filing_is_unread() -> None:
    assert parsed("xiangyuan-xinfangju-2023.txt").unread_sentences == []


def test_a_slip_of_the_unit_stays_as_printed() -> None:
    [fact] = [f for f in parsed("xiangyuan-xinfangju-2023.txt").facts if f.row_key == "30207"]
    assert (fact.raw_text, fact.value, fact.unit, fact.amount_cny, fact.line_no) == (
        "0.25元", Decimal("0.25"), "元", Decimal("0.25"), 489,
    )  # fmt: skip


def test_amounts_of_forms_and_glossary_are_no_facts() -> None:
    lines = [f.line_no or 0 for f in parsed("xiangyuan-xinfangju-2023.txt").facts]
    assert max(lines) == 545


GB, TP = "general_budget_by_function", "three_public"
PUTUO = """
20 income_expenditure_summary income.grand_total amount final 9859.38
20 income_expenditure_summary expenditure.grand_total amount final 9859.38
20 income_expenditure_summary income.grand_total amount delta 1062.85
20 income_expenditure_summary expenditure.grand_total amount growth 12.08
20 income_by_function total total final 9746.50
20 income_by_function total appropriation final 9746.50
20 income_by_function total appropriation share 100.00
20 expenditure_by_function total total final 9759.38
20 expenditure_by_function total basic final 5377.64
20 expenditure_by_function total basic share 55.10
20 expenditure_by_function total project final 4381.74
20 expenditure_by_function total project share 44.90
20 appropriation_summary income.grand_total total final 9746.50
20 appropriation_summary expenditure.grand_total total delta 1193.20
20 appropriation_summary income.grand_total total growth 13.95
21 GB total total final 9746.50
21 GB total total share 99.86
21 GB total total delta 1193.20
21 GB total total growth 13.95
21 GB 208 total final 754.75
21 GB 208 total share 7.74
21 GB 210 total final 236.63
21 GB 210 total share 2.43
21 GB 212 total final 3832.36
21 GB 212 total share 39.32
21 GB 220 total final 4461.67
21 GB 220 total share 45.78
21 GB 221 total final 461.08
21 GB 221 total share 4.73
21 GB total total budget 10210.34
21 GB total total completion 95.45
21 GB 2080501 total budget 54.53
21 GB 2080501 total completion 100.00
21 GB 2080501 total budget_delta 0
21 GB 2080502 total final 28.11
22 GB 2080505 total budget 452.40
22 GB 2080505 total final 446.11
22 GB 2080505 total completion 98.61
22 GB 2080506 total budget 226.25
22 GB 2080506 total final 225.12
22 GB - total final 0.88
22 GB 2101101 total budget 42.73
22 GB 2101101 total final 40.35
23 GB 2101102 total completion 99.94
23 GB 2120101 total budget 1115.48
23 GB 2120101 total final 1092.80
23 GB 2120201 total budget 3110.14
23 GB 2120201 total final 2739.56
23 GB 2120201 total completion 88.08
23 GB 2200150 total final 4416.67
24 GB - total final 45.00
24 GB - total final 289.59
24 GB - total budget 171.49
24 GB total basic final 5377.64
24 basic_expenditure_by_economic personnel_total amount final 4896.98
24 basic_expenditure_by_economic office_total amount final 480.66
25 TP total budget budget 2.85
25 TP total final final 0.39
25 TP total final completion 13.68
25 TP total final delta -0.15
25 TP total final growth -27.78
25 TP abroad final delta 0
25 TP vehicle final delta 0
25 TP reception final delta -0.15
25 TP reception final growth -27.78
25 TP reception final share 100.00
26 TP vehicle_purchase final final 0.00
26 - reception.domestic - final 0.39
26 - reception.domestic.batches - count 2
26 - reception.domestic.persons - count 26
26 government_fund_by_function total total final 0
26 state_capital_by_function total income final 0
26 - performance.targets.projects - count 39
26 - performance.self_evaluation.funds - final 4415.48
26 - performance.self_evaluation.score - final 99.33
27 - operating_cost.total - final 142.80
27 - operating_cost.total - delta -13.52
27 - operating_cost.total - growth -8.65
27 disclosure_statistics procurement.total value final 2319.21
27 disclosure_statistics procurement.works value final 1387.72
27 - procurement.sme_reserved_awarded - final 225.10
27 - procurement.micro_reserved_budget - final 164.87
27 - procurement.sme_other_awarded - final 0.00
28 disclosure_statistics vehicles.total value final 0
28 disclosure_statistics equipment.over_1m_cny value final 0
"""


def test_facts_of_the_second_filing_as_read_from_its_pages() -> None:
    found = {
        (str(f.page), f.form or "-", f.row_key or "-", f.measure or "-", f.aspect, f.value)
        for f in parsed("putuo-guiziju-2024.pdf").facts
    }
    rows = [line.replace("GB", GB).replace("TP", TP).split() for line in PUTUO.split("\n") if line]
    assert [r for r in rows if (*r[:5], Decimal(r[5])) not in found] == []


def test_a_missing_percent_sign_is_a_missing_unit() -> None:
    facts = parsed("putuo-guiziju-2024.pdf").facts
    [growth] = [f for f in facts if f.form == GB and f.aspect == "growth"]
    assert (growth.value, growth.unit, growth.raw_text) == (Decimal("13.95"), None, "13.95")


def test_reasons_with_amounts_are_listed_as_unread() -> None:
    unread = parsed("putuo-guiziju-2024.pdf").unread_sentences
    assert [u.page for u in unread] == [20, 20, 21, 21]
    assert all("主要原因" in u.sentence for u in unread)


def test_the_consolidated_units_are_those_of_the_list() -> None:
    facts = parsed("putuo-guiziju-2024.pdf").facts
    members = [f for f in facts if f.row_key == "unit.member"]
    assert [f.page for f in members] == [6] * 5
    assert members[2].name == "上海市普陀区土地发展中心（下属事业单位）"
