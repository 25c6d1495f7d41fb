"""The sample holds what its data says it is there for, in places that do not exist."""

from __future__ import annotations

import csv
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.figures import Figures, Key
from corpus.sample import REGIONS, SampleFiling, sample_filings

REAL_REGIONS = Path(__file__).parents[3] / "shared/codes/region_codes_1981-2024.csv"
SUMMARY = "income_expenditure_summary"
Amount = Callable[[str, str, str, str], Decimal]


@pytest.fixture(scope="module")
def filings() -> dict[str, SampleFiling]:
    return {filing.path: filing for filing in sample_filings()}


@pytest.fixture(scope="module")
def amount(filings: dict[str, SampleFiling]) -> Amount:
    values: dict[str, Figures] = {
        path: {figure.key: Decimal(figure.value) for figure in filing.truth}
        for path, filing in filings.items()
    }
    return lambda path, form, row, measure: values[path].get(Key(form, row, measure), Decimal(0))


TOWN = "青川原县/县临河镇人民政府{}年度部门决算公开.txt"
HOSPITAL = "青川原县/县人民医院{}年度部门决算公开.xlsx"
SCHOOL = "白石岭县/县第一中学{}年度部门决算公开.xlsx"
BUREAU = "白石岭县/县财政局{}年度部门决算公开.xlsx"
MEDIA = "白石岭县/县融媒体中心{}年度部门决算公开.xlsx"


@pytest.mark.parametrize("year", [2021, 2022, 2023])
@pytest.mark.parametrize(
    ("path", "form", "row_key", "measure"),
    [
        (TOWN, "government_fund_by_function", "total", "closing_balance"),
        (HOSPITAL, SUMMARY, "income.institutional", "amount"),
        (HOSPITAL, SUMMARY, "expenditure.surplus_distributed", "amount"),
        (SCHOOL, SUMMARY, "income.surplus_used", "amount"),
        (BUREAU, "state_capital_by_function", "total", "project"),
        (MEDIA, "expenditure_by_function", "total", "remitted_to_superior"),
        (MEDIA, "expenditure_by_function", "total", "subsidy_to_affiliated"),
        (MEDIA, "expenditure_by_function", "total", "operating"),
        (MEDIA, "income_by_function", "total", "affiliated_remittance"),
    ],
)
def test_has_the_money_it_is_there_for(
    amount: Amount, year: int, path: str, form: str, row_key: str, measure: str
) -> None:
    assert amount(path.format(year), form, row_key, measure) > 0


def test_closing_is_printed_again_as_opening(amount: Amount) -> None:
    for path in (TOWN, HOSPITAL, BUREAU):
        for year in (2022, 2023):
            last = amount(path.format(year - 1), SUMMARY, "expenditure.closing_balance", "amount")
            now = amount(path.format(year), SUMMARY, "income.opening_balance", "amount")
            assert last == now > 0


def test_a_petitions_office_prints_empty_forms(filings: dict[str, SampleFiling]) -> None:
    forms = {f.key.form for f in filings["青川原县/县信访局2023年度部门决算公开.xlsx"].truth}
    assert forms.isdisjoint(
        {"three_public", "government_fund_by_function", "state_capital_by_function"}
    )


def test_one_is_new_and_one_is_renamed(filings: dict[str, SampleFiling]) -> None:
    years = {
        name: [y for y in (2021, 2022, 2023) if any(f"{name}{y}" in path for path in filings)]
        for name in ("县数据局", "县扶贫开发办公室", "县乡村振兴局")
    }
    assert years == {"县数据局": [2023], "县扶贫开发办公室": [2021], "县乡村振兴局": [2022, 2023]}


@pytest.mark.parametrize(
    "path",
    ["青川原县/县信访局{}年度部门决算公开.xlsx", "白石岭县/县信访局{}年度部门决算公开.txt"],
)
def test_a_code_moves(filings: dict[str, SampleFiling], amount: Amount, path: str) -> None:
    codes = {"2010308", "2014004"}

    def printed(year: int) -> set[str]:
        form = "expenditure_by_function"
        return {c for c in codes if amount(path.format(year), form, c, "project")}

    assert (printed(2023), printed(2024)) == ({"2010308"}, {"2014004"})


def test_a_unit_files_beside_its_department_and_is_part_of_it(
    filings: dict[str, SampleFiling], amount: Amount
) -> None:
    unit = "青川原县/县招生考试中心2022年度单位决算公开.xlsx"
    whole = "青川原县/县教育局2022年度部门决算公开.txt"
    assert filings[unit].override == {
        "region_code": "990101",
        "department": "青川原县教育局",
        "unit": "青川原县招生考试中心",
        "scope": "unit",
    }
    for source in ("general_budget", "institutional"):
        part = amount(unit, SUMMARY, f"income.{source}", "amount")
        assert 0 < part <= amount(whole, SUMMARY, f"income.{source}", "amount")


def test_regions_of_the_sample_are_fictional() -> None:
    with REGIONS.open(encoding="utf-8", newline="") as file:
        mine = list(csv.DictReader(file))
    codes = {line["code"] for line in mine}
    assert {line["fictional"] for line in mine} == {"true"}
    assert {line["parent_code"] for line in mine} - {""} <= codes
    if not REAL_REGIONS.exists():
        pytest.skip("the list of real regions is not here")
    with REAL_REGIONS.open(encoding="utf-8", newline="") as file:
        real = list(csv.DictReader(file))
    assert codes.isdisjoint(line["代码"] for line in real)
    assert {line["name"] for line in mine}.isdisjoint(line["名称"] for line in real)


def test_evaluation_forms_agree_with_the_text_but_where_one_is_flawed(
    filings: dict[str, SampleFiling],
) -> None:
    def lines(path: str) -> list[str]:
        return [line.replace(" ", "") for line in filings[path].content.decode().splitlines()]

    clean = lines("青川原县/县财政局2023年度部门决算公开.txt")
    assert sum(line.startswith("2023年二级项目绩效自评个数4个，") for line in clean) == 1
    assert clean.count("项目支出绩效自评表") == 4
    flawed = lines("白石岭县/县信访局2022年度部门决算公开.txt")
    assert sum("2022年度项目支出绩效自评表" in line for line in flawed) == 4
