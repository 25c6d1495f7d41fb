"""Series over renames, mergers, splits and moved codes, by hand."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from made_amounts import YUAN, frame, only, row

from analysis.lineage import SUCCESSION, UNITS
from analysis.moves import MOVES
from analysis.yoy import Context, change_since, yoy_change

D = Decimal


def became(*events: tuple[str, str | None, int, str, float | None]) -> Context:
    return Context(succession=pl.DataFrame(events, schema=SUCCESSION, orient="row"))


def moved(*moves: tuple[str, str, int, str, bool]) -> Context:
    return Context(moves=pl.DataFrame(moves, schema=MOVES, orient="row"))


def spent(department: str, year: int, amount: str, code: str = "201", **other):
    return row(department, year, "function", code, amount, **other)


def test_a_renamed_department_has_one_series():
    """扶贫办 became 乡村振兴局 in 2022."""
    amounts = frame(
        spent("old", 2021, "50.00"), spent("new", 2022, "60.00"), spent("new", 2023, "66.00")
    )
    context = became(("old", "new", 2022, "rename", 1))
    got = only(yoy_change(amounts, context), fiscal_year=2022)
    assert (got["status"], got["percent"]) == ("continuing", 20.0)
    assert (got["department_id"], got["prior_filing_id"]) == ("new", "old-department-2021")
    assert (
        only(change_since(amounts, context), fiscal_year=2023, prior_year=2021)["percent"] == 32.0
    )
    assert only(yoy_change(amounts), fiscal_year=2022)["status"] == "no_base"


def test_a_merger_has_the_sum_of_both_before_it_and_not_among_them():
    """Two merge in 2024; before that, each is compared with itself."""
    amounts = frame(
        spent("a", 2022, "10.00"), spent("a", 2023, "20.00"),
        spent("b", 2022, "40.00"), spent("b", 2023, "30.00"),
        spent("c", 2024, "75.00"),
    )  # fmt: skip
    context = became(("a", "c", 2024, "merge", 1), ("b", "c", 2024, "merge", 1))
    got = yoy_change(amounts, context)
    assert only(got, fiscal_year=2023, department_id="a")["percent"] == 100.0
    assert only(got, fiscal_year=2023, department_id="b")["percent"] == -25.0
    merged = only(got, fiscal_year=2024)
    assert (merged["prior_amount_cny"], merged["percent"]) == (D(50), 50.0)
    assert merged["prior_filing_id"] == "a-department-2023, b-department-2023"
    assert (
        only(change_since(amounts, context), fiscal_year=2024, prior_year=2022)["percent"] == 50.0
    )


def test_a_merger_of_which_one_did_not_file_is_a_change_of_scope():
    amounts = frame(spent("a", 2023, "20.00"), spent("c", 2024, "75.00"))
    context = became(("a", "c", 2024, "merge", 1), ("b", "c", 2024, "merge", 1))
    got = only(yoy_change(amounts, context), fiscal_year=2024)
    assert (got["status"], got["delta_cny"], got["percent"]) == ("scope_change", D(55), None)


def test_who_still_files_after_a_merger_stands_alone():
    """One is taken in, files once more for 2024, and no more for 2025."""
    amounts = frame(
        spent("a", 2023, "20.00"), spent("c", 2023, "50.00"),
        spent("a", 2024, "30.00"), spent("c", 2024, "60.00"),
        spent("c", 2025, "99.00"),
    )  # fmt: skip
    got = yoy_change(amounts, became(("a", "c", 2024, "merge", 1)))
    assert only(got, fiscal_year=2024, department_id="a")["percent"] == 50.0
    assert only(got, fiscal_year=2024, department_id="c")["percent"] == 20.0
    assert only(got, fiscal_year=2025)["percent"] == 10.0


def test_a_rename_before_a_merger_is_followed_through_both():
    amounts = frame(spent("a", 2021, "10.00"), spent("b", 2021, "10.00"), spent("c", 2024, "30.00"))
    context = became(
        ("a", "a2", 2022, "rename", 1), ("a2", "c", 2024, "merge", 1), ("b", "c", 2024, "merge", 1)
    )
    got = only(change_since(amounts, context), fiscal_year=2024)
    assert (got["status"], got["percent"]) == ("continuing", 50.0)


def test_a_part_that_went_over_changes_the_scope_of_both():
    amounts = frame(
        spent("a", 2023, "20.00"), spent("b", 2023, "20.00"),
        spent("a", 2024, "10.00"), spent("b", 2024, "30.00"),
    )  # fmt: skip
    got = yoy_change(amounts, became(("a", "b", 2024, "transfer", 0.5))).filter(fiscal_year=2024)
    assert got["status"].to_list() == ["scope_change", "scope_change"]
    assert got["delta_cny"].to_list() == [D(-10), D(10)]
    assert got["percent"].null_count() == got["contribution_pp"].null_count() == 2


PETITIONS = ("function", "2010308", 2024, "20140", False)


def test_a_moved_code_has_one_series_with_its_flag():
    """信访事务: 2010308 until 2023, 20140 from 2024."""
    amounts = frame(
        spent("x", 2022, "5.00", "2010308"),
        spent("x", 2023, "8.00", "2010308"),
        spent("x", 2024, "10.00", "20140"),
    )
    context = moved(PETITIONS)
    got = only(yoy_change(amounts, context), fiscal_year=2024)
    assert (got["status"], got["code"], got["prior_code"]) == ("moved", "20140", "2010308")
    assert (got["prior_amount_cny"], got["percent"]) == (D(8), 25.0)
    before = only(yoy_change(amounts, context), fiscal_year=2023)
    assert (before["status"], before["code"]) == ("continuing", "2010308")
    assert (
        only(change_since(amounts, context), prior_year=2022, fiscal_year=2024)["percent"] == 100.0
    )


def test_a_code_that_is_still_printed_after_its_move_stands_before_itself():
    amounts = frame(spent("x", 2023, "8.00", "2010308"), spent("x", 2024, "10.00", "2010308"))
    got = only(yoy_change(amounts, moved(PETITIONS)), fiscal_year=2024)
    assert (got["status"], got["percent"], got["prior_code"]) == ("continuing", 25.0, None)


def test_codes_that_became_one_are_added_up():
    """工商 20115 and 质监 20117 became 市场监管 20138 in 2019."""
    amounts = frame(
        spent("x", 2018, "6.00", "20115"),
        spent("x", 2018, "4.00", "20117"),
        spent("x", 2019, "12.00", "20138"),
    )
    moves = [("function", code, 2019, "20138", False) for code in ("20115", "20117")]
    got = only(yoy_change(amounts, moved(*moves)), fiscal_year=2019)
    assert (got["prior_code"], got["prior_amount_cny"]) == ("20115, 20117", D(10))
    assert (got["status"], got["percent"]) == ("moved", 20.0)


def test_a_code_used_anew_moves_only_what_it_meant_before():
    """30311 meant 住房公积金 until 2017, then 30113; from 2021 it means something else."""
    moves = moved(("economic", "30311", 2018, "30113", True))
    then = frame(
        row("x", 2017, "economic", "30311", "4.00"), row("x", 2018, "economic", "30113", "5.00")
    )
    assert only(yoy_change(then, moves), fiscal_year=2018)["prior_code"] == "30311"
    now = frame(
        row("x", 2021, "economic", "30311", "4.00"),
        row("x", 2021, "economic", "30113", "1.00"),
        row("x", 2022, "economic", "30311", "5.00"),
        row("x", 2022, "economic", "30113", "2.00"),
    )
    got = yoy_change(now, moves).filter(fiscal_year=2022)
    assert got["percent"].to_list() == [100.0, 25.0]


def test_a_code_whose_content_changed_is_reclassified_and_has_no_percent():
    """20103 lost 信访 in 2024; 2014001 won a part; 2010399 ended in it; 208 did nothing."""
    amounts = frame(
        spent("x", 2023, "9.00", "20103", until=2023),
        spent("x", 2023, "1.00", "2010399", until=2023),
        spent("x", 2023, "1.00", "208"),
        spent("x", 2024, "7.00", "20103", since=2024),
        spent("x", 2024, "3.00", "2014001", since=2024),
        spent("x", 2024, "2.00", "208"),
    )
    got = yoy_change(amounts).filter(fiscal_year=2024)
    assert got.select("code", "status", "delta_cny", "percent").rows() == [
        ("20103", "reclassified", D(-2), None),
        ("2010399", "reclassified", D(-1), None),
        ("2014001", "reclassified", D(3), None),
        ("208", "continuing", D(1), 100.0),
    ]


def test_units_that_come_or_go_change_the_scope_and_renamed_ones_do_not():
    """Three units, then two; one of two renamed; none named."""
    amounts = frame(*(spent(who, year, "1.00") for who in ("x", "y", "z") for year in (2022, 2023)))
    named = {
        "x-department-2022": ("甲中心", "乙中心", "丙中心"),
        "x-department-2023": ("甲中心", "乙中心"),
        "y-department-2022": ("甲中心", "乙站"),
        "y-department-2023": ("甲中心", "乙中心"),
        "z-department-2022": ("甲中心",),
    }
    rows = [(i, "consolidated_unit", name) for i, names in named.items() for name in names]
    other = ("z-department-2023", "quota", "甲中心")
    units = pl.DataFrame([*rows, other], schema=UNITS, orient="row")
    got = yoy_change(amounts, Context(units=units)).filter(fiscal_year=2023)
    assert dict(got.select("department_id", "status").iter_rows()) == {
        "x": "scope_change",
        "y": "continuing",
        "z": "continuing",
    }


CODES = ["20101", "20102", "20103", "20104", "20105"]
PARTS = st.dictionaries(st.sampled_from(CODES), YUAN, min_size=1)
STEPS = st.tuples(st.sampled_from(CODES), st.sampled_from(CODES), st.integers(2020, 2023))
FATES = st.sampled_from(["rename", "merge"])


@given(
    st.lists(PARTS, min_size=3, max_size=3), PARTS, st.lists(STEPS, max_size=6),
    st.lists(FATES, min_size=2, max_size=2), st.booleans(),
)  # fmt: skip
def test_no_yuan_is_lost_or_counted_twice(before, now, steps, fates, still_files):
    """Two become one in 2023, codes move from any to any; a third department is as it was."""
    earlier = zip("abc", before, strict=True)
    amounts = frame(
        *(spent(who, 2022, str(v), c) for who, parts in earlier for c, v in parts.items()),
        *(spent("c", 2023, str(v), c) for c, v in now.items()),
        *(spent("d", 2023, str(v), c) for c, v in now.items()),
        *(spent("a", 2023, str(v), c) for c, v in now.items() if still_files),
    )  # fmt: skip
    fate = [(old, "d", 2023, kind, 1.0) for old, kind in zip("ab", fates, strict=True)]
    context = Context(
        succession=became(*fate).succession,
        moves=moved(*(("function", a, year, b, False) for a, b, year in steps if a != b)).moves,
    )
    got = yoy_change(amounts, context).filter(fiscal_year=2023)
    assert not got.select("filing_id", "code").is_duplicated().any()
    spent_now = sum(now.values(), D(0)) * (3 if still_files else 2)
    both = sum((sum(parts.values(), D(0)) for parts in before), D(0))
    # A department that still files under a name that another took over has nobody before it.
    if not (still_files and fates[0] == "rename"):
        assert got["delta_cny"].sum() == spent_now - both


def test_a_part_that_went_over_before_the_base_year_changes_nothing():
    amounts = frame(spent("a", 2023, "20.00"), spent("a", 2024, "10.00"))
    got = yoy_change(amounts, became(("a", "b", 2023, "transfer", 0.5))).filter(fiscal_year=2024)
    assert got.select("status", "percent").rows() == [("continuing", -50.0)]


def test_units_of_a_merger_are_not_those_of_either_part():
    amounts = frame(spent("a", 2023, "20.00"), spent("b", 2023, "20.00"), spent("c", 2024, "50.00"))
    named = [("a-department-2023", "甲"), ("b-department-2023", "乙")]
    named += [("c-department-2024", "甲"), ("c-department-2024", "乙")]
    units = pl.DataFrame(
        [(i, "consolidated_unit", name) for i, name in named], schema=UNITS, orient="row"
    )
    merged = became(("a", "c", 2024, "merge", 1), ("b", "c", 2024, "merge", 1)).succession
    got = only(yoy_change(amounts, Context(succession=merged, units=units)), fiscal_year=2024)
    assert (got["status"], got["percent"]) == ("continuing", 25.0)


def test_a_code_has_not_moved_before_its_year():
    """20140 is printed a year early, beside 2010308."""
    amounts = frame(
        spent("x", 2022, "4.00", "2010308"),
        spent("x", 2023, "5.00", "2010308"),
        spent("x", 2023, "1.00", "20140"),
    )
    got = yoy_change(amounts, moved(PETITIONS)).filter(fiscal_year=2023)
    assert got.select("code", "status", "percent").rows() == [
        ("2010308", "continuing", 25.0),
        ("20140", "new", None),
    ]
