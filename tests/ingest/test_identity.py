"""Who filed a document, for which year: from the page, or from a person, or not at all."""

from pathlib import Path

import pytest
from typed import filing, refused, values

from ingest.regions import regions_of

TABLE = (
    "支出决算表\n\n部门名称：{name}\n\n金额单位：万元\n\n"
    "项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n"
    "201\t一般公共服务支出\t9.00\t6.00\t3.00\n"
)


def typed(cover: str, name: str = "襄垣县水利局") -> str:
    return cover + "\n\n" + TABLE.format(name=name)


@pytest.mark.parametrize(
    ("cover", "year", "scope"),
    [
        ("襄垣县水利局\n\n2023年度部门决算公开", 2023, "department"),
        ("襄垣县水利局2022年度单位决算公开报告", 2022, "unit"),
        ("二〇二一年度部门决算", 2021, "department"),
        ("2020年襄垣县水利局部门决算情况说明", 2020, "department"),
        ("襄垣县水利局2024年度决算公开", 2024, None),
    ],
)
def test_year_and_scope_are_on_the_cover(
    tmp_path: Path, cover: str, year: int, scope: str | None
) -> None:
    got = filing(tmp_path, typed(cover)).filing
    assert (got.fiscal_year, got.scope, got.region_code) == (year, scope, "140423")
    assert got.scope_source == ("document" if scope else "unknown")


def test_a_filing_without_a_year_does_not_land(tmp_path: Path) -> None:
    assert refused(tmp_path, typed("襄垣县水利局部门决算公开")).reason == "no_fiscal_year"


def test_a_file_that_is_no_filing_does_not_land(tmp_path: Path) -> None:
    assert refused(tmp_path, "今天天气很好。\n\n甲\t乙\n1\t2\n").reason == "not_a_filing"


@pytest.mark.parametrize(
    ("title", "reason"),
    [
        ("襄垣县水利局2024年部门预算公开说明", "budget"),
        ("2024年度单位预算公开", "budget"),
        ("2024年度部门预算绩效评价", "not_a_filing"),
    ],
)
def test_a_budget_is_told_and_does_not_land(tmp_path: Path, title: str, reason: str) -> None:
    table = "一般公共预算项目支出预算表\n\n项目\t预算数\n合计\t5\n"
    assert refused(tmp_path, f"{title}\n\n{table}").reason == reason


def test_a_final_account_may_speak_of_its_budget(tmp_path: Path) -> None:
    text = typed("2024年度部门决算公开", name="襄垣县水利局")
    parsed = filing(
        tmp_path, text.replace("2024年度部门决算公开", "2024年部门预算公开\n\n2024年度部门决算公开")
    )
    assert (parsed.filing.fiscal_year, len(values(parsed))) == (2024, 3)


def test_an_empty_file_does_not_land(tmp_path: Path) -> None:
    said = refused(tmp_path, b"")
    assert said.reason == "empty_file"
    assert "holds nothing" in said.message_en
    assert "没有内容" in said.message_zh


def test_the_word_of_a_person_wins(tmp_path: Path) -> None:
    got = filing(
        tmp_path, typed("2023年度部门决算公开"), fiscal_year=2022, region_code="310107",
        scope="unit", unit="甲单位",
    ).filing  # fmt: skip
    assert (got.fiscal_year, got.region, got.scope, got.unit) == (2022, "3101", "unit", "甲单位")
    assert (got.fiscal_year_source, got.region_source) == ("filings.csv", "filings.csv")


def test_a_name_that_two_regions_bear_stays_undecided(tmp_path: Path) -> None:
    parsed = filing(tmp_path, typed("2023年度部门决算公开", name="普陀区财政局"))
    assert (parsed.filing.region_code, parsed.filing.region) == (None, "0000")
    [said] = [s for s in parsed.signals if s.code == "region_unknown"]
    assert "310107" in str(said.expected)
    assert "330903" in str(said.expected)
    assert len(values(parsed)) == 3


@pytest.mark.parametrize(
    ("name", "year", "code"),
    [
        ("上海市普陀区规划和自然资源局", 2024, ["310107"]),
        ("襄垣县信访局", 2023, ["140423"]),
        ("山西省长治市襄垣县信访局", 2023, ["140423"]),
        ("长治市信访局", 2023, ["140400"]),
        ("湖北省人民检察院", 2021, ["420000"]),
        ("长治市潞州区财政局", 2023, ["140403"]),
        ("长治市潞州区财政局", 2010, ["140400"]),
        ("中共台安县委政法委员会", 2022, ["210321"]),
        ("民盟长治市委员会", 2023, ["140400"]),
        ("县信访局", 2023, []),
        ("襄垣县", 2023, []),
        ("国家统计局", 2023, ["100000"]),
        ("中华人民共和国司法部", 2023, ["100000"]),
        ("国家统计局某县调查队", 2023, []),  # an office of the centre, but not on the list
    ],
)
def test_regions_are_those_of_the_year(name: str, year: int, code: list[str]) -> None:
    assert [region.code for region in regions_of(name, year)] == code


@pytest.mark.parametrize("unit", ["辆、台、套", "人民币万元", "元（列至角分）", "个/人次"])
def test_the_unit_of_numbers_is_no_filer(tmp_path: Path, unit: str) -> None:
    assets = f"国有资产占用情况表\n计量单位：{unit}\n\n项目\t数量\n车辆\t2\n"
    parsed = filing(tmp_path, typed("2023年度部门决算公开", name="襄垣县信访局") + "\n" + assets)
    assert not [s for s in parsed.signals if s.code == "filer_conflict"]
    assert (parsed.filing.department, parsed.filing.unit) == ("襄垣县信访局", None)
