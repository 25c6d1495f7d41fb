"""Who is compared with whom, why somebody is not, and the groups that a user writes."""

from __future__ import annotations

import pytest
from made_figures import Made, both

from analysis import COLUMNS
from analysis.own_groups import UnusableGroups, own_groups
from analysis.peers import peer_group


def groups(*made: Made, own: str = "") -> dict[str, list[set[str]]]:
    """Group → the sets of departments that are compared."""
    rows = peer_group(*both(*made), own_groups(own)).drop_nulls("group_key")
    found: dict[str, list[set[str]]] = {}
    for (group, _), members in rows.group_by("peer_group", "group_key", maintain_order=True):
        found.setdefault(str(group), []).append(set(members["department_id"]))
    return found


SCHOOL = {"kind": "school", "level": "county"}


def test_kind_and_level_across_regions_and_region_across_kinds():
    found = groups(
        Made("s1", region="r1", **SCHOOL),
        Made("s2", region="r2", **SCHOOL),
        Made("s3", region="r2", kind="school", level="province"),
        Made("f1", region="r1"),
    )
    assert found["same_kind"] == [{"f1"}, {"s1", "s2"}, {"s3"}]
    assert found["same_region"] == [{"s1", "f1"}, {"s2", "s3"}]


@pytest.mark.parametrize("other", [{"year": 2022}, {"scope": "unit"}])
def test_only_one_year_and_scope_are_compared(other):
    found = groups(Made("a"), Made("b", **other))
    assert all(len(members) == 1 for sets in found.values() for members in sets)


def spending(department: str, total: str | None, **other) -> Made:
    return Made(department, {"total/expenditure": total}, **other)


def test_size_bands_begin_at_their_bound():
    found = groups(
        spending("a", "999999.99"),
        spending("b", "1000000.00"),
        spending("c", "2999999.99"),
        spending("d", "3000000.00"),
        spending("e", "2000000.00", level="province"),
    )
    assert sorted(map(sorted, found["same_size"])) == [["a"], ["b", "c"], ["d"], ["e"]]


@pytest.mark.parametrize(
    ("made", "reasons"),
    [
        (Made("a", kind=None), {"same_kind": "no_department_kind", "same_size": "no_size_band"}),
        (
            Made("a", kind="unclassified"),
            {"same_kind": "no_department_kind", "same_size": "no_size_band"},
        ),
        (
            spending("a", "1", level=None),
            {"same_kind": "no_department_level", "same_size": "no_department_level"},
        ),
        (
            spending("a", None, region=None),
            {"same_region": "no_region_code", "same_size": "no_size_band"},
        ),
        (spending("a", "-1"), {"same_size": "no_size_band"}),
        (
            spending("a", "1", year=None, scope=None),
            dict.fromkeys(["same_kind", "same_region", "same_size"], "no_fiscal_year"),
        ),
    ],
)
def test_who_is_left_out_is_listed_with_the_reason(made, reasons):
    rows = peer_group(*both(made))
    assert dict(rows.select("peer_group", "left_out").drop_nulls().iter_rows()) == reasons
    assert rows.height == 3
    assert rows.columns == list(COLUMNS["peer_group"])


OWN = """\ufeffgroup,department_id,region_code,department
河谷,a,,
河谷,,r2,b局
河谷,,r2,没有局
山地,a,,
"""


def test_groups_of_one_s_own_by_id_and_by_name():
    made = (Made("a", region="r1"), Made("b", region="r2"), Made("b2", region="r3"))
    found = groups(*made, Made("a", region="r1", year=2022), own=OWN)
    assert sorted(map(sorted, found["own:河谷"])) == [["a"], ["a", "b"]]
    assert found["own:山地"] == [{"a"}, {"a"}]
    rows = peer_group(*both(*made), own_groups(OWN))
    missing = rows.filter(left_out="no_filing").select("peer_group", "region_code", "department")
    assert missing.rows() == [("own:河谷", "r2", "没有局")]


def test_a_department_named_twice_is_one_member():
    twice = "group,department_id,region_code,department\ng,a,,\ng,,r1,a局\n"
    assert groups(Made("a", region="r1"), own=twice)["own:g"] == [{"a"}]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("group,department_name\n", "line 1"),
        ("group,department_id\n,a\n", "line 2"),
        ("group,department_id\ng,a\ng,\n", "line 3"),
        ("group,region_code,department\ng,r1,\n", "line 2"),
        ("group,department_id\ng,a,b\n", "line 2"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_with_its_line(text, line):
    with pytest.raises(UnusableGroups, match=line):
        own_groups(text)


def test_no_file_is_no_group():
    assert own_groups("").is_empty()
