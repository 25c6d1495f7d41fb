"""Posts, people and units in invented text."""

# Sentences stand whole, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

import pytest
from written import narrate

QUOTAS = "截至2023年12月31日，本部门核定编制数45名，其中：行政编制15名、参照公务员法管理事业编制10名、事业编制18名、工勤编制2名。"
PEOPLE = "年末实有人数40人，其中在职人员38人，离休人员1人，退休人员20人；财政供养人员61人，劳务派遣人员5人。"


def said(text: str) -> list[tuple[str | None, str | None, str]]:
    """(row_key, name, value) of what a section on staff says."""
    found = narrate("二、机构设置及人员情况\n" + text).facts
    return [(f.row_key, f.name, str(f.value)) for f in found]


def test_quotas_by_kind_with_their_date() -> None:
    found = narrate("三、人员情况\n" + QUOTAS).facts
    assert [(f.row_key, str(f.value)) for f in found] == [
        ("staff.quota", "45"),
        ("staff.administrative_quota", "15"),
        ("staff.quasi_civil_quota", "10"),
        ("staff.institutional_quota", "18"),
        ("staff.worker_quota", "2"),
    ]
    assert {(f.period, f.aspect) for f in found} == {("2023-12-31", "quota")}


def test_people_are_no_quota() -> None:
    assert [(k, v) for k, _, v in said(PEOPLE)] == [
        ("staff.actual", "40"),
        ("staff.on_duty", "38"),
        ("staff.retired.veteran", "1"),
        ("staff.retired.ordinary", "20"),
        ("staff.fiscally_supported", "61"),
        ("staff.contract", "5"),
    ]


def test_a_unit_below_with_its_posts_and_without_accounts() -> None:
    text = "青禾县水利局机关行政编制9名。下设青禾县防汛中心，设主任1名，编制4名。\n青禾县水利局下设青禾县防汛中心，财务未独立核算。"
    assert said(text) == [
        ("staff.administrative_quota", "青禾县水利局机关", "9"),
        ("staff.posts", "青禾县防汛中心 / 主任", "1"),
        ("staff.quota", "青禾县防汛中心", "4"),
        ("unit.independent_accounts", "青禾县防汛中心", "0"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "纳入本部门2023年度决算编制范围的单位包括：\n1.青禾县水利局本级\n2.青禾县防汛中心",
        "纳入本部门2023年度决算编制范围的单位包括：青禾县水利局本级、青禾县防汛中心。",
    ],
)
def test_the_list_of_units(text: str) -> None:
    assert said(text) == [
        ("unit.member", "青禾县水利局本级", "1"),
        ("unit.member", "青禾县防汛中心", "1"),
    ]


def test_what_stands_before_a_date_is_not_of_that_day() -> None:
    text = "本部门行政编制15名。截至2023年12月31日，在职人员13人。"
    found = narrate("三、人员情况\n" + text).facts
    assert [(f.row_key, f.period) for f in found] == [
        ("staff.administrative_quota", "2023"),
        ("staff.on_duty", "2023-12-31"),
    ]
