"""Change over the years against sums done by hand, and the laws that hold for any amounts."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_amounts import YUAN, filed, frame, only, row
from polars.testing import assert_frame_equal

from analysis import COLUMNS
from analysis.yoy import STATED, Context, change_since, yoy_change

D = Decimal


def a_department() -> pl.DataFrame:
    """信访局 2022 to 2023: 201 grows, 208 shrinks, 221 is new, 213 ends; 200.00 to 230.00."""
    return frame(
        row("x", 2022, "total", "expenditure", "200.00"),
        row("x", 2022, "function", "201", "150.00"),
        row("x", 2022, "function", "208", "40.00"),
        row("x", 2022, "function", "213", "10.00", name="农林水支出"),
        row("x", 2023, "total", "expenditure", "230.00"),
        row("x", 2023, "function", "201", "180.00"),
        row("x", 2023, "function", "208", "30.00"),
        row("x", 2023, "function", "221", "20.00"),
    )


@pytest.mark.parametrize(
    ("code", "status", "amount", "prior", "delta", "percent", "contribution"),
    [
        ("expenditure", "continuing", "230.00", "200.00", "30.00", 15.0, 15.0),
        ("201", "continuing", "180.00", "150.00", "30.00", 20.0, 15.0),
        ("208", "continuing", "30.00", "40.00", "-10.00", -25.0, -5.0),
        ("221", "new", "20.00", None, "20.00", None, 10.0),
        ("213", "ended", None, "10.00", "-10.00", -100.0, -5.0),
    ],
)
def test_by_hand(code, status, amount, prior, delta, percent, contribution):
    got = only(yoy_change(a_department()), fiscal_year=2023, code=code)
    assert (got["status"], got["basis"]) == (status, "own_filing")
    assert got["amount_cny"] == (amount and D(amount))
    assert got["prior_amount_cny"] == (prior and D(prior))
    assert got["delta_cny"] == D(delta)
    assert got["percent"] == percent
    assert got["contribution_pp"] == contribution
    assert got["whole"] == "total/expenditure"
    assert (got["prior_year"], got["filing_id"]) == (2022, "x-department-2023")
    assert (got["prior_filing_id"], got["prior_code"]) == ("x-department-2022", None)


def said(year: int, code: str, prior: str, **more: object) -> Context:
    """What the text of a filing says of the year before, give or take a yuan."""
    base = D(prior)
    row = (f"x-department-{year}", "function", code, "delta", base, base - 1, base + 1)
    rest = (more.get("percent"), more.get("agrees"))
    return Context(stated=pl.DataFrame([(*row, *rest)], schema=STATED, orient="row"))


def test_what_the_text_states_stands_in_for_a_filing_that_is_not_there():
    """2022 is the first year here; its text says that 201 grew from 120.00."""
    context = said(2022, "201", "120.00", percent=27.5, agrees=False)
    result = yoy_change(a_department(), context)
    got = only(result, fiscal_year=2022, code="201")
    assert (got["status"], got["basis"]) == ("continuing", "stated_in_text")
    assert (got["prior_amount_cny"], got["delta_cny"], got["percent"]) == (D(120), D(30), 25.0)
    assert (got["stated_prior_low_cny"], got["stated_prior_high_cny"]) == (D(119), D(121))
    assert (got["stated_percent"], got["stated_agrees"]) == (27.5, False)
    assert got["prior_filing_id"] is None
    other = only(result, fiscal_year=2022, code="208")
    assert (other["status"], other["basis"], other["percent"]) == ("no_base", None, None)


def test_what_the_text_states_never_replaces_the_prior_filing():
    """150.00 was printed, the later text makes it 120.00: 180.00 is half as much more."""
    got = only(
        yoy_change(a_department(), said(2023, "201", "120.00")), fiscal_year=2023, code="201"
    )
    assert got["basis"] == "own_filing_restated"
    assert (got["prior_amount_cny"], got["percent"]) == (D(150), 20.0)
    assert (got["stated_prior_cny"], got["restated_percent"]) == (D(120), 50.0)


@pytest.mark.parametrize(("stated", "restated"), [("151.00", False), ("151.01", True)])
def test_restated_is_what_rounding_cannot_explain(stated, restated):
    """The text leaves a yuan to both sides, the print of 150.00 half a cent."""
    got = only(yoy_change(a_department(), said(2023, "201", stated)), fiscal_year=2023, code="201")
    assert (got["restated_percent"] is not None) == restated
    assert got["basis"] == ("own_filing_restated" if restated else "own_filing")


def test_the_text_speaks_for_what_could_not_be_read_in_the_prior_filing():
    amounts = frame(
        row("x", 2022, "function", "201", None),
        row("x", 2022, "function", "208", "1.00"),
        row("x", 2023, "function", "201", "180.00"),
    )
    got = only(yoy_change(amounts, said(2023, "201", "120.00")), fiscal_year=2023, code="201")
    assert (got["basis"], got["percent"]) == ("stated_in_text", 50.0)


def test_the_ended_keep_their_name_and_the_columns_are_the_described_ones():
    result = yoy_change(a_department())
    assert only(result, fiscal_year=2023, code="213")["code_name"] == "农林水支出"
    assert result.columns == list(COLUMNS["yoy_change"])
    assert result.schema["delta_cny"] == pl.Decimal(20, 2)
    assert result.height == 4 + 5


def test_the_first_year_has_no_base_and_no_growth():
    first = yoy_change(a_department()).filter(fiscal_year=2022)
    assert first["status"].unique().to_list() == ["no_base"]
    for column in ["delta_cny", "percent", "contribution_pp", "prior_amount_cny"]:
        assert first[column].null_count() == 4


def test_a_gap_year_is_no_base_of_the_year_before_but_of_any_two_years():
    gap = frame(
        row("x", 2020, "function", "201", "1.00"), row("x", 2022, "function", "201", "2.00")
    )
    result = yoy_change(gap)
    assert result["fiscal_year"].to_list() == [2020, 2022]
    assert result["status"].to_list() == ["no_base", "no_base"]
    assert result["prior_year"].to_list() == [2019, 2021]
    since = change_since(gap)
    assert since.select("fiscal_year", "prior_year", "percent").rows() == [(2022, 2020, 100.0)]


def test_since_every_earlier_year_of_ten():
    amounts = frame(
        *(
            row("x", year, "function", "201", f"{year - 2000}.00")
            for year in (2010, 2013, 2015, 2021)
        )
    )
    assert change_since(amounts).select("fiscal_year", "prior_year", "delta_cny").rows() == [
        (2013, 2010, D(3)),
        (2015, 2010, D(5)),
        (2015, 2013, D(2)),
        (2021, 2013, D(8)),
        (2021, 2015, D(6)),
    ]


def test_what_the_text_states_is_of_the_year_before_alone():
    gap = frame(
        row("x", 2020, "function", "201", "1.00"), row("x", 2022, "function", "201", "2.00")
    )
    since = change_since(gap, said(2022, "201", "9.00"))
    assert since.select("prior_year", "prior_amount_cny", "stated_prior_cny").rows() == [
        (2020, D(1), None),
        (2021, D(9), D(9)),
    ]


def test_since_the_year_before_is_the_change_of_the_year_with_its_basis():
    """2022 has its base from its text; 2023 has two years, one of them restated."""
    both = pl.concat([said(y, "201", "120.00").stated for y in (2022, 2023)])
    context = Context(stated=both)
    since = change_since(a_department(), context)
    before = since.filter(pl.col("prior_year") == pl.col("fiscal_year") - 1)
    known = ~pl.col("status").is_in(["no_base", "unknown"])
    assert_frame_equal(before, yoy_change(a_department(), context).filter(known), check_exact=True)
    assert since.filter(code="201").select("fiscal_year", "prior_year", "basis").rows() == [
        (2022, 2021, "stated_in_text"),
        (2023, 2022, "own_filing_restated"),
    ]


@pytest.mark.parametrize(("base", "delta"), [("0.00", "5.00"), ("-2.00", "7.00")])
def test_no_percent_of_a_base_of_zero_or_below(base, delta):
    got = only(
        yoy_change(frame(row("x", 2022, "total", "a", base), row("x", 2023, "total", "a", "5.00"))),
        fiscal_year=2023,
    )
    assert got["status"] == "continuing"
    assert got["delta_cny"] == D(delta)
    assert (got["percent"], got["contribution_pp"]) == (None, None)


@pytest.mark.parametrize(("base", "percent"), [("900.00", None), ("1000.00", 200.0)])
def test_no_percent_of_a_base_that_rounding_makes(base, percent):
    """0.09 万元 is nine units of its last digit, 0.10 万元 ten."""
    got = only(
        yoy_change(
            frame(
                row("x", 2022, "function", "201", base, step="100"),
                row("x", 2023, "function", "201", "3000.00", step="100"),
            )
        ),
        fiscal_year=2023,
    )
    assert got["percent"] == percent
    assert got["delta_cny"] == D(3000) - D(base)


def test_no_contribution_without_a_printed_total():
    parts = a_department().filter(pl.col("code") != "expenditure")
    got = yoy_change(parts)
    assert got["contribution_pp"].null_count() == got.height
    assert only(got, fiscal_year=2023, code="201")["percent"] == 20.0


def test_an_amount_of_the_totals_contributes_to_itself():
    got = yoy_change(
        frame(
            row("x", 2022, "total", "expenditure", "1000000.00"),
            row("x", 2022, "total", "income", "2123000.00"),
            row("x", 2023, "total", "income", "2336700.00"),
        )
    )
    change = only(got, fiscal_year=2023, code="income")
    assert change["delta_cny"] == D("213700.00")
    assert round(change["percent"], 2) == 10.07
    assert change["contribution_pp"] == change["percent"]


def test_what_could_not_be_read_is_neither_new_nor_ended():
    got = yoy_change(
        frame(
            row("x", 2022, "function", "201", "1.00"),
            row("x", 2022, "function", "208", None),
            row("x", 2022, "function", "210", "3.00"),
            row("x", 2023, "function", "201", None),
            row("x", 2023, "function", "208", "2.00"),
            row("x", 2023, "function", "221", None),
            row("x", 2023, "function", "229", "4.00"),
        )
    ).filter(fiscal_year=2023)
    assert dict(got.select("code", "status").iter_rows()) == {
        "201": "unknown",
        "208": "unknown",
        "210": "ended",
        "221": "unknown",
        "229": "new",
    }
    assert got.filter(status="unknown")["delta_cny"].null_count() == 3


def test_a_form_that_a_filing_lacks_makes_nothing_new_or_ended():
    got = yoy_change(
        frame(
            row("x", 2022, "function", "201", "1.00"),
            row("x", 2022, "economic", "302", "1.00"),
            row("x", 2023, "function", "201", "1.00"),
            row("x", 2023, "three_public", "reception", "1.00"),
        )
    ).filter(fiscal_year=2023)
    assert only(got, dimension="economic")["status"] == "unknown"
    assert only(got, dimension="three_public")["status"] == "unknown"
    assert only(got, dimension="function")["status"] == "continuing"


def test_a_unit_is_never_compared_with_its_department():
    got = yoy_change(
        frame(
            row("x", 2022, "function", "201", "1.00"),
            row("x", 2023, "function", "201", "9.00", scope="unit"),
        )
    )
    assert got["status"].to_list() == ["no_base", "no_base"]


def test_a_year_without_a_filing_has_no_rows():
    got = yoy_change(frame(row("x", 2022, "function", "201", "1.00")))
    assert got["fiscal_year"].to_list() == [2022]


def test_nothing_filed_gives_empty_tables():
    for table in (yoy_change(frame()), change_since(frame())):
        assert (table.height, table.columns) == (0, list(COLUMNS["yoy_change"]))


PARTS = st.dictionaries(st.sampled_from(["201", "208", "210", "221", "229"]), YUAN, min_size=1)


@given(PARTS, PARTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_is_irrelevant(before, now, random):
    rows = [*filed("x", 2022, before), *filed("x", 2023, now), *filed("y", 2023, now)]
    shuffled = random.sample(rows, len(rows))
    for table in (yoy_change, change_since):
        assert_frame_equal(table(frame(*rows)), table(frame(*shuffled)), check_exact=True)


@given(PARTS, PARTS, st.integers(2, 1000))
def test_scaling_all_amounts_scales_deltas_and_leaves_percents(before, now, factor):
    plain = frame(*filed("x", 2022, before), *filed("x", 2023, now))
    scaled = plain.with_columns(
        (pl.col("amount_cny") * factor).cast(pl.Decimal(20, 2)),
        (pl.col("step_cny") * factor).cast(pl.Decimal(20, 6)),
    )
    a, b = yoy_change(plain), yoy_change(scaled)
    assert b["delta_cny"].to_list() == [d and d * factor for d in a["delta_cny"]]
    relative = ["code", "status", "percent", "contribution_pp"]
    assert_frame_equal(a.select(relative), b.select(relative), rel_tol=1e-14)


@given(PARTS, PARTS, PARTS)
def test_another_department_changes_nothing(before, now, others):
    mine = [*filed("x", 2022, before), *filed("x", 2023, now)]
    more = frame(*mine, *filed("y", 2022, others), *filed("y", 2023, before))
    for table in (yoy_change, change_since):
        assert_frame_equal(
            table(frame(*mine)), table(more).filter(department_id="x"), check_exact=True
        )


@given(PARTS, PARTS, PARTS)
def test_a_year_more_changes_nothing_between_the_others(first, before, now):
    two = [*filed("x", 2022, before), *filed("x", 2023, now)]
    three = change_since(frame(*filed("x", 2021, first), *two))
    assert_frame_equal(
        change_since(frame(*two)), three.filter(pl.col("prior_year") == 2022), check_exact=True
    )


@given(PARTS, PARTS, PARTS)
def test_change_adds_up_over_the_years(first, middle, last):
    years = [*filed("x", 2021, first), *filed("x", 2022, middle), *filed("x", 2023, last)]
    since = change_since(frame(*years)).filter(dimension="function")

    def change(year: int, base: int) -> dict[str, Decimal]:
        rows = since.filter(fiscal_year=year, prior_year=base)
        return dict(rows.select("code", "delta_cny").iter_rows())

    early, late, whole = change(2022, 2021), change(2023, 2022), change(2023, 2021)
    assert {c: early.get(c, D(0)) + late.get(c, D(0)) for c in whole} == whole
