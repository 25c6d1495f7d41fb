"""Codes over their moves, departments over their names, one scope a department and year, COFOG.

Filings typed by hand; the figures of the real one are those of its pages, added up by hand.
"""

from __future__ import annotations

from decimal import Decimal

import pytest
from conftest import Query, built
from raw_schema import RawFiling, RawValue

FORM = "expenditure_by_function"


def _filing(letter: str, year: int, name: str, *rows: tuple[str, str], **said: str) -> RawFiling:
    values = [
        RawValue(FORM, key, measure, text) for key, text in rows for measure in ("total", "basic")
    ]
    place = {"region_code": "990101", **said}
    return RawFiling(letter * 16, values, year, department=name, **place)  # type: ignore[arg-type]


def _labelled(letter: str, year: int, name: str, **labels: str) -> RawFiling:
    """A filing whose codes (`c201`) bear these labels."""
    values = [
        RawValue(FORM, key.removeprefix("c"), "total", "1.00", label=label)
        for key, label in labels.items()
    ]
    return RawFiling(letter * 16, values, year, "990171", name)


def _rows(total: str, *codes: str) -> list[tuple[str, str]]:
    return [(code, total) for code in ("total", *codes)]


PETITIONS = "青川原县信访局"
OTHER = {"region_code": "990102"}
TWO = [("total", "9.00"), ("201", "4.00"), ("213", "4.00")]
FILINGS = [
    # The petitions office: 2010308 until FY2023, 20140 from FY2024; once under its short form.
    _filing("1", 2022, "县信访局", *_rows("9.00", "201", "20103", "2010308")),
    _filing("2", 2023, PETITIONS, *_rows("8.00", "201", "20103", "2010308")),
    _filing("3", 2024, PETITIONS, *_rows("7.00", "201", "20140", "2014001")),
    # A department renamed in FY2022.
    _filing("4", 2021, "白石岭县扶贫开发办公室", *_rows("5.00", "213", "21305"), **OTHER),
    _filing("5", 2022, "白石岭县乡村振兴局", *_rows("6.00", "213", "21305"), **OTHER),
    # A consolidated department, its own office, a unit of it; a unit whose department did not file.
    _filing("6", 2023, "青川原县教育局", *_rows("30.00", "205", "20501")),
    _filing("7", 2023, "青川原县教育局", *_rows("20.00", "205", "20501"), scope="unit"),
    _filing("8", 2023, "青川原县教育局", *_rows("10.00", "205"), scope="unit", unit="青川原县一中"),
    _filing("9", 2022, "青川原县教育局", *_rows("9.00", "205"), scope="unit", unit="青川原县一中"),
    # Two divisions of one size: none is dominant, on-costs stay.
    _filing("a", 2023, "两业局", *TWO, ("2210201", "1.00")),
    # A name of earlier years, of another code, of no list; one that only looks otherwise.
    _labelled("c", 2023, "望河经开区", c210="医疗卫生与计划生育支出", c20101="政协事务",
              c20102="政协事儿", c201="一、一般公共服务支出（类）"),
    # A group that was merged into 20138 in FY2019.
    _filing("b", 2018, "青川原县工商局", *_rows("3.00", "201", "20115", "2011501")),
]  # fmt: skip


@pytest.fixture(scope="session")
def followed(tmp_path_factory: pytest.TempPathFactory) -> Query:
    """A warehouse of the filings above."""
    return built(tmp_path_factory, "comparable", FILINGS)


def test_a_moved_code_has_one_series_and_what_lost_it_a_break(followed: Query) -> None:
    assert followed(
        "select fiscal_year, code, harmonised_code, amount_cny, is_harmonised, comparable_from,"
        " comparable_to from intermediate.int_amount where dimension = 'function'"
        " and department_kind = 'petition'"
        " and code in ('2010308', '20140', '20103', '2014001', '201') order by all"
    ) == [
        (2022, "201", "201", Decimal("90000.00"), True, 2021, None),
        (2022, "20103", "20103", Decimal("90000.00"), False, None, 2023),
        (2022, "2010308", "20140", Decimal("90000.00"), True, None, None),
        (2023, "201", "201", Decimal("80000.00"), True, 2021, None),
        (2023, "20103", "20103", Decimal("80000.00"), False, None, 2023),
        (2023, "2010308", "20140", Decimal("80000.00"), True, None, None),
        (2024, "201", "201", Decimal("70000.00"), True, 2021, None),
        (2024, "20140", "20140", Decimal("70000.00"), True, None, None),
        (2024, "2014001", "2014001", Decimal("70000.00"), True, 2024, None),
    ]  # fmt: skip


def test_standard_items_move_with_their_group(followed: Query) -> None:
    assert followed(
        "select code, harmonised_code from marts.dim_code_year where fiscal_year = 2018"
        " and code in ('20115', '2011501') order by code"
    ) == [("20115", "20138"), ("2011501", "2013801")]


def test_codes_bear_the_name_of_the_year_and_may_be_used_anew(followed: Query) -> None:
    assert followed(
        "select code, fiscal_year, code_name, is_valid from marts.dim_code_year"
        " where code in ('210', '30311') and fiscal_year in (2018, 2023) order by all"
    ) == [
        ("210", 2018, "医疗卫生与计划生育支出", True),
        ("210", 2023, "卫生健康支出", True),
        ("30311", 2018, "代缴社会保险费", False),
        ("30311", 2023, "代缴社会保险费", True),
    ]


def test_no_row_and_a_row_above_it_run_under_one_code(followed: Query) -> None:
    assert (
        followed(
            "select * from marts.dim_code_year as a inner join marts.dim_code_year as b"
            " using (classification, fiscal_year, harmonised_code)"
            " where starts_with(b.code, a.code) and a.code <> b.code and a.is_valid and b.is_valid"
        )
        == []
    )


def test_a_known_code_named_otherwise_is_a_finding(followed: Query) -> None:
    assert followed(
        "select row_key, severity, raw_text, expected from audit.finding"
        " where rule_id = 'code_name' order by 1"
    ) == [
        ("20101", "warn", "政协事务", "人大事务"),
        ("20102", "info", "政协事儿", "政协事务"),
        ("210", "info", "医疗卫生与计划生育支出", "卫生健康支出"),
    ]


def test_regions_run_on_and_zones_are_a_kind(followed: Query) -> None:
    # 潞城市 became 潞城区, 长治县 上党区; the fictional zone has no code of the standard.
    assert followed(
        "select region_code, region_kind, current_code from marts.dim_region"
        " where region_code in ('140481', '140421', '140423', '990171') order by 1"
    ) == [
        ("140421", "county", "140404"),
        ("140423", "county", "140423"),
        ("140481", "county", "140406"),
        ("990171", "development_zone", "990171"),
    ]
    assert followed(
        "select region_name, valid_to from marts.dim_region_period where region_code = '140481'"
    ) == [("潞城市", 2018)]


def test_who_is_not_known_is_for_review_and_no_guess(followed: Query) -> None:
    assert followed(
        "select department_name, reason from audit.department_review"
        " where region_code = '990102' or reason = 'gone' order by all"
    ) == [
        ("两业局", "gone"),
        ("青川原县一中", "gone"),
        ("青川原县工商局", "gone"),
        ("青川原县教育局", "gone"),
    ]


def test_a_rename_and_a_short_form_keep_the_series(followed: Query) -> None:
    assert followed(
        "select old.department_name, new.department_name, old.lineage_id = new.department_id,"
        " new.lineage_id = new.department_id from marts.dim_department_succession as event"
        " inner join marts.dim_department as old on event.from_department_id = old.department_id"
        " inner join marts.dim_department as new on event.to_department_id = new.department_id"
    ) == [("白石岭县扶贫开发办公室", "白石岭县乡村振兴局", True, True)]
    assert followed(
        "select department_name, name_variants from marts.dim_department where n_fiscal_years = 3"
    ) == [(PETITIONS, "县信访局；青川原县信访局")]


def test_one_scope_a_department_and_year_and_no_unit_counted_twice(followed: Query) -> None:
    assert followed(
        "select left(filing_id, 1), is_chosen, is_additive, scope_choice,"
        " left(contained_in_filing_id, 1) from marts.dim_scope_choice"
        " where left(filing_id, 1) in ('6', '7', '8', '9') order by 1"
    ) == [
        ("6", True, True, "department", None),
        ("7", False, False, "other_scope_chosen", None),
        ("8", True, False, "contained_in_department", "6"),
        ("9", True, True, "unit_alone", None),
    ]


def test_without_a_dominant_division_on_costs_stay(followed: Query) -> None:
    shares = followed(
        "select bridge, cofog_division, amount_cny from marts.fct_cofog"
        " where filing_id[1] = 'a' order by all"
    )
    assert [row[1:] for row in shares] == [
        ("01", Decimal("40000.00")), ("04", Decimal("40000.00")), ("06", Decimal("10000.00")),
    ] * 2  # fmt: skip


def test_both_bridges_add_up_to_the_printed_total(followed: Query) -> None:
    assert (
        followed(
            "select filing_id, bridge from marts.fct_cofog group by all"
            " having sum(amount_cny) <> any_value(total_cny)"
        )
        == []
    )


def test_on_costs_of_the_real_filing_follow_its_office(real: Query) -> None:
    rows = real(
        "select bridge, cofog_division, amount_cny, round(share_pct, 2) from marts.fct_cofog"
        " where fiscal_year = 2023 order by all"
    )
    # 188.00 of 233.67; and with 18.78, 5.56 and 12.05 for the staff: 224.39.
    assert rows == [
        ("naive", "01", Decimal("1880000.00"), Decimal("80.46")),
        ("naive", "04", Decimal("9600.00"), Decimal("0.41")),
        ("naive", "06", Decimal("120500.00"), Decimal("5.16")),
        ("naive", "07", Decimal("56200.00"), Decimal("2.41")),
        ("naive", "10", Decimal("270400.00"), Decimal("11.57")),
        ("on_cost_adjusted", "01", Decimal("2243900.00"), Decimal("96.03")),
        ("on_cost_adjusted", "04", Decimal("9600.00"), Decimal("0.41")),
        ("on_cost_adjusted", "07", Decimal("600.00"), Decimal("0.03")),
        ("on_cost_adjusted", "10", Decimal("82600.00"), Decimal("3.53")),
    ]
