"""Peer benchmarks against sums done by hand, against scipy, and their laws."""

from __future__ import annotations

from decimal import Decimal
from math import log

import numpy as np
import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_amounts import only
from made_figures import Made, both
from polars.testing import assert_frame_equal
from scipy import stats

from analysis import COLUMNS
from analysis.benchmark import benchmark
from analysis.own_groups import own_groups

KIND, REGION = "same_kind", "same_region"


def of_a_kind(*amounts: str | None, key: str = "function/201") -> list[Made]:
    """One department a region, d1 in region r1 and so on, each publishing one figure."""
    return [Made(f"d{i}", {key: text}, region=f"r{i}") for i, text in enumerate(amounts, 1)]


def rows_of(made: list[Made], measure: str = "amount_cny", group: str = KIND) -> pl.DataFrame:
    return benchmark(*both(*made)).filter(peer_group=group, measure=measure)


def test_eight_peers_by_hand():
    """Sorted 1 2 3 4 5 6 7 20: deviations from 4.5 are .5 .5 1.5 1.5 2.5 2.5 3.5 15.5."""
    made = of_a_kind("20.00", "1", "2", "3", "4", "5", "6", "7", key="quality/score")
    result = rows_of(made, "quality_score")
    top, bottom = only(result, department_id="d1"), only(result, department_id="d2")
    for got in (top, bottom):
        assert (got["n"], got["median"], got["suppressed"]) == (8, 4.5, False)
        assert (got["q1"], got["q3"]) == (2.75, 6.25)
    assert (top["value"], top["percentile_rank"]) == (20.0, 93.75)
    assert (bottom["value"], bottom["percentile_rank"]) == (1.0, 6.25)
    assert top["robust_z"] == pytest.approx(15.5 / (1.4826 * 2.0))
    assert bottom["robust_z"] == pytest.approx(-3.5 / 2.9652)


def test_amounts_are_measured_on_logarithms():
    """Powers of two: 2^0 to 2^8, the median 2^4, the deviations 0 to 4 twice, their median 2."""
    result = rows_of(of_a_kind(*(str(2**i) for i in range(9))))
    top = only(result, department_id="d9")
    assert (top["value"], top["median"], top["q1"]) == (256.0, 16.0, 4.0)
    assert top["robust_z"] == pytest.approx(4 / (1.4826 * 2))
    middle = only(result, department_id="d5")
    assert middle["robust_z"] == 0.0


def test_a_zero_is_lowest_and_has_no_logarithm():
    """0 and -5 rank below 1; of ln x the median is ln 4, the deviations multiples of ln 2."""
    result = rows_of(of_a_kind("0", "-5", "1", "2", "4", "8", "16", "32", "64"))
    zero, top = only(result, department_id="d1"), only(result, department_id="d9")
    assert (zero["robust_z"], zero["percentile_rank"]) == (None, 100 * 1.5 / 9)
    assert top["robust_z"] == pytest.approx(4 / (1.4826 * 2))
    assert zero["share_zero"] == pytest.approx(1 / 9)


def test_where_most_are_zero_ranks_remain():
    result = rows_of(of_a_kind(*["0.00"] * 6, "1", "2", "3"))
    got = only(result, department_id="d9")
    assert (got["robust_z"], got["suppressed"]) == (None, False)
    assert got["percentile_rank"] == pytest.approx(100 * 8.5 / 9)
    assert got["share_zero"] == pytest.approx(6 / 9)


def test_ties_share_their_rank():
    result = rows_of(of_a_kind("5", "9", "5.00", "5"))
    assert only(result, department_id="d1")["percentile_rank"] == 37.5
    assert only(result, department_id="d3")["percentile_rank"] == 37.5
    assert only(result, department_id="d2")["percentile_rank"] == 87.5


def test_a_single_peer_is_compared_with_nobody():
    got = only(rows_of(of_a_kind("5")))
    assert (got["n"], got["suppressed"], got["coverage"]) == (1, True, 1.0)
    for column in ["median", "q1", "q3", "percentile_rank", "robust_z"]:
        assert got[column] is None


def test_few_peers_have_a_median_only_then_quartiles_then_z():
    three = only(rows_of(of_a_kind("1", "2", "4")), department_id="d3")
    assert (three["n"], three["median"], three["q1"], three["q3"]) == (3, 2.0, None, None)
    seven = only(rows_of(of_a_kind(*"1234567")), department_id="d7")
    assert (seven["q1"], seven["q3"], seven["robust_z"]) == (2.5, 5.5, None)
    assert seven["suppressed"] is True


def test_no_z_where_most_are_equal():
    result = rows_of(of_a_kind(*["7.00"] * 5, "1", "2", "9", key="quality/score"), "quality_score")
    got = only(result, department_id="d8")
    assert (got["robust_z"], got["suppressed"], got["percentile_rank"]) == (None, False, 93.75)


def spending(department: str, total: str | None, office: str | None, **other) -> Made:
    given = {"total/expenditure": total, "economic/30201": office}
    return Made(department, {key: text for key, text in given.items() if text != ""}, **other)


def test_shares_of_total_expenditure_by_hand():
    made = [
        spending("a", "200.00", "50.00", region="r1"),
        spending("b", "400.00", "40.00", region="r2"),
    ]
    got = only(rows_of(made, "share_pct"), department_id="a", code="30201")
    assert (got["value"], got["median"], got["percentile_rank"]) == (25.0, 17.5, 75.0)
    assert (got["numerator"], got["denominator"]) == (Decimal("50.00"), Decimal("200.00"))


def test_equal_shares_of_unequal_amounts_are_ties():
    """0.06 / 0.33 and 0.18 / 0.99 differ in the last bit when divided as yuan."""
    made = [
        spending("a", "0.33", "0.06"),
        spending("b", "0.99", "0.18"),
        spending("c", "330000.00", "60000.00"),
    ]
    result = rows_of(made, "share_pct").filter(code="30201")
    assert result["percentile_rank"].to_list() == [50.0, 50.0, 50.0]


def test_what_is_left_out_is_counted_by_its_reason():
    """Of seven a and g are compared: b is unread, c and d have no whole, e and f no such code."""
    made = [
        spending("a", "9", "1"),
        spending("b", "9", None),
        spending("c", "", "3"),
        spending("d", "0.00", "4"),
        spending("e", "9", ""),
        Made("f"),
        spending("g", "9", "2"),
    ]
    result = rows_of(made, "share_pct").filter(code="30201")
    assert result["department_id"].to_list() == ["a", "g"]
    for got in result.iter_rows(named=True):
        assert (got["n_members"], got["n"]) == (7, 2)
        assert (got["n_unread"], got["n_no_denominator"], got["n_not_published"]) == (1, 2, 2)
        assert got["coverage"] == pytest.approx(2 / 7)
    amounts = rows_of(made).filter(code="30201")
    assert amounts["n"].to_list() == [4] * 4


def test_measures_with_operands_of_their_own_are_compared_too():
    """50,000 of 10 posts, 30,000 of 10, 80,000 of 10; the fourth states no posts."""
    made = [
        Made(name, {"economic/office_total": amount, **({"staff/quota": "10"} if quota else {})})
        for name, amount, quota in [
            ("a", "50000", True), ("b", "30000", True), ("c", "80000", True), ("d", "1", False),
        ]
    ]  # fmt: skip
    got = only(rows_of(made, "office_per_post"), department_id="c")
    assert (got["value"], got["median"], got["n"], got["n_no_denominator"]) == (
        8000.0,
        5000.0,
        3,
        1,
    )
    assert (got["dimension"], got["code"]) == (None, None)


def test_items_are_described_in_the_groups_that_say_so():
    made = [spending("a", "200.00", "50.00")]
    found = benchmark(*both(*made)).select("measure", "peer_group").unique()
    assert set(found.filter(measure="share_pct")["peer_group"]) == {KIND, REGION}
    posts = benchmark(*both(Made("a", {"total/expenditure": "1", "quality/score": "90"})))
    assert set(posts.filter(measure="quality_score")["peer_group"]) == {KIND, REGION, "same_size"}


def test_a_group_of_one_s_own():
    own = own_groups("group,department_id\n河谷,d1\n河谷,d3\n")
    result = benchmark(*both(*of_a_kind("1", "2", "4", key="quality/score")), own)
    found = result.filter(peer_group="own:河谷").select("department_id", "n", "median")
    assert found.rows() == [("d1", 2, 2.5), ("d3", 2, 2.5)]


@pytest.mark.parametrize(
    "other",
    [
        Made("b", {"function/201": "1"}, year=2022),
        Made("b", {"function/201": "1"}, scope="unit"),
        Made("b", {"function/202": "1"}),
        Made("b", {"economic/201": "1"}),
        Made("b", {"function/201": None}),
        Made("b", {"function/201": "1"}, kind="school", region="r9"),
    ],
)
def test_only_like_is_compared_with_like(other):
    result = benchmark(*both(Made("a", {"function/201": "1"}), other))
    assert set(result.filter(measure="amount_cny")["n"]) == {1}


def test_the_columns_are_the_described_ones_and_the_rows_sorted():
    result = benchmark(*both(*of_a_kind("1", "2", "3")))
    assert result.columns == list(COLUMNS["benchmark"])
    result = result.filter(measure="amount_cny")
    assert result.select("department_id", "peer_group").rows() == [
        (f"d{i}", group) for i in (1, 2, 3) for group in (KIND, REGION)
    ]


CENTS = st.integers(-(10**9), 10**9)
FEW = st.integers(-2, 2).map(lambda units: units * 100)
AMOUNTS = st.lists(CENTS | FEW, min_size=1, max_size=12).map(
    lambda all_cents: [str(Decimal(cents) / 100) for cents in all_cents]
)


FEW_EXAMPLES = settings(max_examples=25)


@FEW_EXAMPLES
@given(AMOUNTS)
def test_statistics_are_those_of_scipy(amounts):
    """A score is measured as it is: `percentileofscore` and `median_abs_deviation` say the same."""
    values = np.array([float(a) for a in amounts])
    n = len(values)
    mad = stats.median_abs_deviation(values)
    made = of_a_kind(*amounts, key="quality/score")
    for got in rows_of(made, "quality_score").iter_rows(named=True):
        x = got["value"]
        assert got["n"] == n
        assert got["share_zero"] == pytest.approx(np.mean(values == 0))
        if n > 1:
            assert got["median"] == pytest.approx(np.median(values))
            expected = stats.percentileofscore(values, x, kind="mean")
            assert got["percentile_rank"] == pytest.approx(expected)
        if n >= 4:
            quartiles = stats.mstats.mquantiles(values, [0.25, 0.75], alphap=1, betap=1)
            assert (got["q1"], got["q3"]) == pytest.approx(tuple(quartiles))
        if n >= 8 and mad > 0:
            sigma = stats.median_abs_deviation(values, scale="normal")
            assert got["robust_z"] == pytest.approx((x - np.median(values)) / sigma, rel=1e-5)
        else:
            assert got["robust_z"] is None


@FEW_EXAMPLES
@given(st.lists(st.integers(1, 10**9), min_size=8, max_size=12))
def test_on_logarithms_too(cents):
    logs = np.log([c / 100 for c in cents])
    sigma = stats.median_abs_deviation(logs, scale="normal")
    made = of_a_kind(*(str(Decimal(c) / 100) for c in cents))
    for got in rows_of(made).iter_rows(named=True):
        if sigma > 1e-9:
            expected = (log(got["value"]) - np.median(logs)) / sigma
            assert got["robust_z"] == pytest.approx(expected, rel=1e-4, abs=1e-6)


@FEW_EXAMPLES
@given(AMOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_is_irrelevant(amounts, random):
    filed, figured = both(*of_a_kind(*amounts))
    order = random.sample(range(len(amounts)), len(amounts))
    shuffled = benchmark(filed[order], figured[order[::-1]])
    assert_frame_equal(benchmark(filed, figured), shuffled, check_exact=True)


@FEW_EXAMPLES
@given(AMOUNTS, st.integers(2, 1000))
def test_scaling_all_amounts_scales_what_it_must(amounts, factor):
    """Medians grow with the amounts; ranks and z on logarithms stay."""
    scaled = [str(Decimal(a) * factor) for a in amounts]
    a, b = rows_of(of_a_kind(*amounts)), rows_of(of_a_kind(*scaled))
    assert a["percentile_rank"].to_list() == b["percentile_rank"].to_list()
    assert b["median"].to_list() == pytest.approx([m and m * factor for m in a["median"]])
    assert b["share_zero"].to_list() == a["share_zero"].to_list()
    for before, after in zip(a["robust_z"], b["robust_z"], strict=True):
        if before is not None and after is not None:
            assert after == pytest.approx(before, rel=1e-5, abs=1e-6)


@FEW_EXAMPLES
@given(AMOUNTS, st.integers(2, 1000))
def test_scaling_all_amounts_leaves_shares(amounts, factor):
    def shares(by: int) -> pl.DataFrame:
        made = [
            spending(f"d{i}", str(1234567 * by), str(Decimal(a) * by))
            for i, a in enumerate(amounts)
        ]
        return rows_of(made, "share_pct").drop("numerator", "denominator")

    assert_frame_equal(shares(1), shares(factor), rel_tol=1e-9)


@FEW_EXAMPLES
@given(AMOUNTS, CENTS)
def test_a_department_that_is_no_peer_changes_nothing(amounts, cents):
    plain = of_a_kind(*amounts)
    other = Made("z", {"function/201": str(Decimal(cents) / 100)}, kind="audit", region="r99")
    more = benchmark(*both(*plain, other))
    assert_frame_equal(
        benchmark(*both(*plain)), more.filter(pl.col("department_id") != "z"), check_exact=True
    )


@FEW_EXAMPLES
@given(AMOUNTS, CENTS)
def test_a_new_peer_changes_no_value_and_moves_ranks_by_no_more_than_one_place(amounts, cents):
    plain = of_a_kind(*amounts)
    new = Made("z", {"function/201": str(Decimal(cents) / 100)}, region="r99")
    before = rows_of(plain)
    after = rows_of([*plain, new]).filter(pl.col("department_id") != "z")
    own = ["department_id", "measure", "code", "value", "numerator", "filing_id"]
    assert_frame_equal(before.select(own), after.select(own), check_exact=True)
    n = len(amounts)
    assert after["n"].to_list() == [n + 1] * n
    for old, got in zip(before["percentile_rank"], after["percentile_rank"], strict=True):
        place = 0.5 if old is None else old * n / 100
        assert place - 1e-9 <= got * (n + 1) / 100 <= place + 1 + 1e-9
