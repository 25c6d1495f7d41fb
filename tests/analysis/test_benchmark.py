"""Peer benchmarks against sums done by hand, against the standard library, and their laws."""

from __future__ import annotations

import statistics
from decimal import Decimal

import polars as pl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_amounts import frame, only, row
from polars.testing import assert_frame_equal

from analysis import COLUMNS
from analysis.benchmark import benchmark

KIND, REGION = "same_kind_other_regions", "same_region_other_departments"


def of_a_kind(*amounts: str) -> pl.DataFrame:
    """One department a region, d1 in region r1 and so on, each publishing code 201."""
    return frame(
        *(
            row(f"d{i}", 2023, "function", "201", amount, region=f"r{i}")
            for i, amount in enumerate(amounts, 1)
        )
    )


def kind_rows(amounts: pl.DataFrame, measure: str = "amount_cny") -> pl.DataFrame:
    return benchmark(amounts).filter(peer_group=KIND, measure=measure)


def test_eight_peers_by_hand():
    """Sorted 1 2 3 4 5 6 7 20: deviations from 4.5 are .5 .5 1.5 1.5 2.5 2.5 3.5 15.5."""
    result = kind_rows(of_a_kind("20.00", "1", "2", "3", "4", "5", "6", "7"))
    top, bottom = only(result, department_id="d1"), only(result, department_id="d2")
    for got in (top, bottom):
        assert (got["n"], got["median"], got["suppressed"]) == (8, 4.5, False)
        assert (got["q1"], got["q3"]) == (2.75, 6.25)
    assert (top["value"], top["percentile_rank"]) == (20.0, 93.75)
    assert (bottom["value"], bottom["percentile_rank"]) == (1.0, 6.25)
    assert top["robust_z"] == pytest.approx(15.5 / (1.4826 * 2.0))
    assert bottom["robust_z"] == pytest.approx(-3.5 / 2.9652)


def test_ties_share_their_rank():
    result = kind_rows(of_a_kind("5", "9", "5.00", "5"))
    assert only(result, department_id="d1")["percentile_rank"] == 37.5
    assert only(result, department_id="d3")["percentile_rank"] == 37.5
    assert only(result, department_id="d2")["percentile_rank"] == 87.5


def test_a_single_peer_is_compared_with_nobody():
    got = only(kind_rows(of_a_kind("5")))
    assert (got["n"], got["suppressed"]) == (1, True)
    for column in ["median", "q1", "q3", "percentile_rank", "robust_z"]:
        assert got[column] is None


def test_few_peers_have_a_median_only_then_quartiles_then_z():
    three = only(kind_rows(of_a_kind("1", "2", "4")), department_id="d3")
    assert (three["n"], three["median"], three["q1"], three["q3"]) == (3, 2.0, None, None)
    seven = only(kind_rows(of_a_kind(*"1234567")), department_id="d7")
    assert (seven["q1"], seven["q3"], seven["robust_z"]) == (2.5, 5.5, None)
    assert seven["suppressed"] is True


def test_no_z_where_most_are_equal():
    result = kind_rows(of_a_kind(*["0.00"] * 5, "1", "2", "3"))
    got = only(result, department_id="d8")
    assert (got["robust_z"], got["suppressed"], got["percentile_rank"]) == (None, False, 93.75)


def test_negative_amounts_are_ranked_below_zero():
    got = only(kind_rows(of_a_kind("-3", "0", "3", "5")), department_id="d1")
    assert (got["value"], got["percentile_rank"], got["median"]) == (-3.0, 12.5, 1.5)


def spending(department: str, total: str, office: str, **other) -> list[dict]:
    return [
        row(department, 2023, "total", "expenditure", total, **other),
        row(department, 2023, "economic", "30201", office, **other),
    ]


def test_shares_of_total_expenditure_by_hand():
    result = kind_rows(
        frame(
            *spending("a", "200.00", "50.00", region="r1"),
            *spending("b", "400.00", "40.00", region="r2"),
        ),
        "share_pct",
    ).filter(code="30201")
    got = only(result, department_id="a")
    assert (got["value"], got["median"], got["percentile_rank"]) == (25.0, 17.5, 75.0)
    assert got["amount_cny"] == Decimal("50.00")


def test_no_share_of_a_total_that_is_missing_or_not_positive():
    result = benchmark(
        frame(
            *spending("a", "0.00", "0.00", region="r1"),
            *spending("b", "-4.00", "1.00", region="r2"),
            row("c", 2023, "economic", "30201", "1.00", region="r3"),
            *spending("d", "4.00", "1.00", region="r4"),
        )
    )
    shares = result.filter(measure="share_pct", code="30201", peer_group=KIND)
    assert shares.select("department_id", "n").rows() == [("d", 1)]
    amounts = result.filter(measure="amount_cny", code="30201", peer_group=KIND)
    assert amounts["n"].to_list() == [4, 4, 4, 4]


def test_equal_shares_of_unequal_amounts_are_ties():
    """0.06 / 0.33 and 0.18 / 0.99 differ in the last bit when divided as yuan."""
    result = kind_rows(
        frame(
            *spending("a", "0.33", "0.06", region="r1"),
            *spending("b", "0.99", "0.18", region="r2"),
            *spending("c", "330000.00", "60000.00", region="r3"),
        ),
        "share_pct",
    ).filter(code="30201")
    assert result["percentile_rank"].to_list() == [50.0, 50.0, 50.0]


def test_who_is_compared_with_whom():
    """Schools s1 and s2 of region r1, s3 of r2; the finance bureau f1 of r1."""
    result = benchmark(
        frame(
            row("s1", 2023, "function", "205", "1", kind="学校", region="r1"),
            row("s2", 2023, "function", "205", "2", kind="学校", region="r1"),
            row("s3", 2023, "function", "205", "4", kind="学校", region="r2"),
            row("f1", 2023, "function", "205", "8", kind="财政", region="r1"),
        )
    ).filter(measure="amount_cny")
    medians = dict(result.filter(peer_group=KIND).select("department_id", "median").iter_rows())
    assert medians == {"s1": 2.5, "s2": 3.0, "s3": 2.0, "f1": None}
    region = dict(result.filter(peer_group=REGION).select("department_id", "median").iter_rows())
    assert region == {"s1": 2.0, "s2": 2.0, "f1": 2.0, "s3": None}


@pytest.mark.parametrize(
    "other",
    [
        row("b", 2022, "function", "201", "1", region="r2"),
        row("b", 2023, "function", "201", "1", region="r2", scope="unit"),
        row("b", 2023, "function", "202", "1", region="r2"),
        row("b", 2023, "economic", "201", "1", region="r2"),
        row("b", 2023, "function", "201", None, region="r2"),
    ],
)
def test_only_like_is_compared_with_like(other):
    result = benchmark(frame(row("a", 2023, "function", "201", "1", region="r1"), other))
    assert set(result["n"]) == {1}


def test_what_could_not_be_read_is_left_out_and_counted():
    """The amount of b and the total of c cannot be read; d prints no total, so it has no share."""
    result = benchmark(
        frame(
            *(row(d, 2023, "total", "expenditure", "9", region=d) for d in "ab"),
            row("c", 2023, "total", "expenditure", None, region="c"),
            row("a", 2023, "function", "201", "1", region="a"),
            row("b", 2023, "function", "201", None, region="b"),
            row("c", 2023, "function", "201", "3", region="c"),
            row("d", 2023, "function", "201", "4", region="d"),
        )
    ).filter(peer_group=KIND, code="201")
    assert result.select("department_id", "measure", "n", "n_unread").rows() == [
        ("a", "amount_cny", 3, 1),
        ("a", "share_pct", 1, 2),
        ("c", "amount_cny", 3, 1),
        ("d", "amount_cny", 3, 1),
    ]


def test_of_its_own_region_none_is_counted_among_other_regions():
    """Two of region a cannot be read: they are no peers of theirs, and are of b."""
    result = benchmark(
        frame(
            row("a1", 2023, "function", "201", "1", region="a"),
            row("a2", 2023, "function", "201", None, region="a"),
            row("a3", 2023, "function", "201", None, region="a"),
            row("b1", 2023, "function", "201", "2", region="b"),
            row("b2", 2023, "function", "201", "3", region="b"),
        )
    )
    counted = result.filter(peer_group=KIND).select("department_id", "n", "n_unread").rows()
    assert counted == [("a1", 3, 0), ("b1", 2, 2), ("b2", 2, 2)]
    region = result.filter(peer_group=REGION).select("department_id", "n", "n_unread").rows()
    assert region == [("a1", 1, 2), ("b1", 2, 0), ("b2", 2, 0)]


def test_the_unknown_are_nobody_s_peers():
    result = benchmark(
        frame(
            row("a", 2023, "function", "201", "1", kind=None),
            row("b", 2023, "function", "201", "2", kind=None, region="r2"),
            row("c", 2023, "function", "201", "3", region=None),
            row("d", 2023, "function", "201", "4", kind="unclassified", region="r4"),
            row("e", 2023, "function", "201", "5", kind="unclassified", region="r5"),
        )
    )
    assert result.select("department_id", "peer_group", "n").rows() == [
        ("a", REGION, 1),
        ("b", REGION, 1),
        ("d", REGION, 1),
        ("e", REGION, 1),
    ]


def test_the_columns_are_the_described_ones_and_the_rows_sorted():
    result = benchmark(of_a_kind("1", "2", "3"))
    assert result.columns == list(COLUMNS["benchmark"])
    assert result.select("department_id", "peer_group").rows() == [
        (f"d{i}", group) for i in (1, 2, 3) for group in (KIND, REGION)
    ]


CENTS = st.integers(-(10**9), 10**9)
FEW = st.integers(-2, 2).map(lambda units: units * 100)
AMOUNTS = st.lists(CENTS | FEW, min_size=1, max_size=12).map(
    lambda all_cents: [str(Decimal(cents) / 100) for cents in all_cents]
)


@given(AMOUNTS)
def test_statistics_are_those_of_the_standard_library(amounts):
    values = [float(a) for a in amounts]
    n, median = len(values), statistics.median(values)
    mad = statistics.median(abs(v - median) for v in values)
    for got in kind_rows(of_a_kind(*amounts)).iter_rows(named=True):
        x = got["value"]
        assert got["n"] == n
        if n > 1:
            below = sum(v < x for v in values) + sum(v == x for v in values) / 2
            assert got["median"] == pytest.approx(median)
            assert got["percentile_rank"] == pytest.approx(100 * below / n)
        if n >= 4:
            q1, _, q3 = statistics.quantiles(values, n=4, method="inclusive")
            assert (got["q1"], got["q3"]) == pytest.approx((q1, q3))
        if n >= 8 and mad > 0:
            assert got["robust_z"] == pytest.approx((x - median) / (1.4826 * mad))
        else:
            assert got["robust_z"] is None


@given(AMOUNTS, st.randoms(use_true_random=False))
def test_the_order_of_the_rows_is_irrelevant(amounts, random):
    plain = of_a_kind(*amounts)
    shuffled = plain[random.sample(range(len(amounts)), len(amounts))]
    assert_frame_equal(benchmark(plain), benchmark(shuffled), check_exact=True)


@given(AMOUNTS, st.integers(2, 1000))
def test_scaling_all_amounts_leaves_ranks_and_z(amounts, factor):
    plain = of_a_kind(*amounts)
    scaled = plain.with_columns((pl.col("amount_cny") * factor).cast(pl.Decimal(20, 2)))
    a, b = kind_rows(plain), kind_rows(scaled)
    assert a["percentile_rank"].to_list() == b["percentile_rank"].to_list()
    assert b["median"].to_list() == pytest.approx([m and m * factor for m in a["median"]])
    assert b["robust_z"].to_list() == pytest.approx(a["robust_z"].to_list())


@given(AMOUNTS, CENTS)
def test_a_department_of_another_kind_and_region_changes_nothing(amounts, cents):
    plain = of_a_kind(*amounts)
    other = frame(
        row("z", 2023, "function", "201", str(Decimal(cents) / 100), kind="审计", region="r99")
    )
    more = benchmark(pl.concat([plain, other]))
    assert_frame_equal(
        benchmark(plain), more.filter(pl.col("department_id") != "z"), check_exact=True
    )


@given(AMOUNTS)
def test_crowded_regions_are_described_as_a_person_would(amounts):
    """Two regions in turn: each set is the own value and all values of the other region."""
    made = frame(
        *(
            row(f"d{i:02}", 2023, "function", "201", amount, region=f"r{i % 2}")
            for i, amount in enumerate(amounts)
        )
    )
    values = [float(a) for a in amounts]
    for i, got in enumerate(kind_rows(made).iter_rows(named=True)):
        peers = [values[i], *(v for j, v in enumerate(values) if j % 2 != i % 2)]
        assert got["n"] == len(peers)
        if len(peers) > 1:
            below = sum(v < values[i] for v in peers) + sum(v == values[i] for v in peers) / 2
            assert got["median"] == pytest.approx(statistics.median(peers))
            assert got["percentile_rank"] == pytest.approx(100 * below / len(peers))
        if len(peers) >= 4:
            q1, _, q3 = statistics.quantiles(peers, n=4, method="inclusive")
            assert (got["q1"], got["q3"]) == pytest.approx((q1, q3))
