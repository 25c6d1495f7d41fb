"""What is worth a look: against sums done by hand, without artefacts, with reasons and places."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_amounts import only
from made_figures import Made, both
from polars.testing import assert_frame_equal

from analysis import COLUMNS
from analysis.benchmark import benchmark
from analysis.outlier_places import outlier_place
from analysis.outliers import outlier
from analysis.own_groups import own_groups

AMOUNTS = pl.Decimal(20, 2)
CHANGES = pl.Schema(
    {name: pl.String() for name in COLUMNS["yoy_change"]}
    | dict.fromkeys(("amount_cny", "prior_amount_cny", "delta_cny"), AMOUNTS)
    | {"fiscal_year": pl.Int32()}
)


def change(
    department: str, amount: str | None, prior: str | None, code: str = "201", **other: Any
) -> dict[str, Any]:
    """A row of yoy_change."""
    row: dict[str, Any] = dict.fromkeys(CHANGES)
    now, before = (Decimal(text) if text else None for text in (amount, prior))
    row |= {
        "department_id": department,
        "department": f"{department}局",
        "scope": "department",
        "fiscal_year": 2023,
        "dimension": "total" if code == "expenditure" else "function",
        "code": code,
        "code_name": f"{code}名",
        "status": "new" if before is None else "ended" if now is None else "continuing",
        "amount_cny": now,
        "prior_amount_cny": before,
        "delta_cny": (now or 0) - (before or 0),
        "filing_id": f"{department}-2023",
        "prior_filing_id": f"{department}-2022",
    }
    return row | other


def spent(department: str) -> dict[str, Any]:
    """Total expenditure of 1,000, unchanged."""
    return change(department, "1000", "1000", "expenditure")


SLIGHTLY = ["101", "99", "102", "98", "103", "97", "104", "96"]


def changes(*rows: dict[str, Any], of: list[str] | None = None) -> pl.DataFrame:
    """Eight departments of which 201 changes slightly from 100, or as said, and more rows."""
    eight = SLIGHTLY if of is None else of
    made = [change(f"d{i}", amount, "100") for i, amount in enumerate(eight)]
    made += [spent(f"d{i}") for i in range(len(eight))]
    return pl.DataFrame([*made, *rows], schema=CHANGES, orient="row")


NOTHING = benchmark(*both())


def test_a_change_by_hand():
    """Doubled is 2 × 100 / 300; the median of the nine is that of 101, 2 × 1 / 201."""
    got = only(outlier(changes(change("x", "200", "100"), spent("x")), NOTHING))
    centre = 2 / 201
    deviations = sorted(
        abs(2 * (int(a) - 100) / (int(a) + 100) - centre) for a in [*SLIGHTLY, "200"]
    )
    assert got["robust_z"] == pytest.approx((200 / 300 - centre) / (1.4826 * deviations[4]))
    assert (got["kind"], got["rank"], got["score"], got["n"]) == ("change", 1, 10.0, 9)
    assert (got["department_id"], got["value"], got["share_pp"]) == ("x", 100.0, 10.0)
    assert got["median"] == pytest.approx(1.0)
    assert got["reason_zh"] == (
        "x局 2023 年功能分类“201名”（201）由 100.00 元 变为 200.00 元（+100.00%）；"
        "同年 9 份文件该项变动的中位数为 +1.00%。"
    )
    assert got["reason_en"] == (
        "x局, 2023: function 201名 (201) went from 100.00 yuan to 200.00 yuan (+100.00%);"
        " the median change of 9 filings is +1.00%."
    )


@pytest.mark.parametrize(
    ("amount", "prior", "percent", "words"),
    [
        ("200", None, None, "is new with 200.00 yuan"),
        (None, "200", -100.0, "ended, with 200.00 yuan"),
        ("200", "0.00", None, "from 0.00 yuan to 200.00 yuan (from zero)"),
    ],
)
def test_what_is_new_or_ended_is_a_change_too(amount, prior, percent, words):
    got = only(outlier(changes(change("x", amount, prior), spent("x")), NOTHING))
    assert got["value"] == percent
    assert words in got["reason_en"]


@pytest.mark.parametrize("status", ["reclassified", "scope_change", "no_base", "unknown"])
def test_artefacts_are_no_outliers_and_not_compared(status):
    rows = changes(change("x", "200", "100", status=status), spent("x"))
    assert outlier(rows, NOTHING).is_empty()


@pytest.mark.parametrize(
    "rows",
    [
        changes(change("x", "200", "100"), spent("x"), of=SLIGHTLY[:6]),
        changes(change("x", "200", "100"), spent("x"), of=["100"] * 8),
        changes(change("x", "104", "100"), spent("x")),
        changes(change("x", "2", "1"), spent("x")),
        changes(change("x", "200", "-100"), spent("x")),
        changes(change("x", "200", "100", scope="unit"), spent("x")),
        changes(change("x", "200", "100", fiscal_year=2022), spent("x")),
        changes(change("x", "200", "100", dimension="general_budget"), spent("x")),
    ],
    ids=["few", "no spread", "usual", "small", "negative", "scope", "year", "said again"],
)
def test_what_is_no_outlier(rows):
    assert outlier(rows, NOTHING).is_empty()


def test_of_codes_below_each_other_the_finest_speaks():
    found = changes(
        *(change(f"d{i}", a, "100", "20106") for i, a in enumerate(SLIGHTLY)),
        change("x", "200", "100"),
        change("x", "200", "100", "20106"),
        spent("x"),
    )
    assert outlier(found, NOTHING)["code"].to_list() == ["20106"]


def scores(*values: str, others: tuple[Made, ...] = ()) -> pl.DataFrame:
    made = [Made(f"d{i}", {"quality/score": v}, region=f"r{i}") for i, v in enumerate(values)]
    return benchmark(*both(*made, *others))


NO_CHANGES = CHANGES.to_frame()


def test_a_position_by_hand():
    """90 to 97 and 10: the median 93, deviations 1 1 2 2 3 3 4 0 83, their median 2."""
    positions = scores("90", "91", "92", "93", "94", "95", "96", "97", "10")
    got = only(outlier(NO_CHANGES, positions))
    assert got["robust_z"] == pytest.approx(-83 / (1.4826 * 2))
    assert (got["measure"], got["value"], got["median"]) == ("quality_score", 10.0, 93.0)
    assert got["peer_group"] == "same_kind"
    assert got["reason_zh"] == (
        "d8局 2023 年数据质量分为 10.00 分；各地同级同类部门 9 份文件的中位数为 93.00 分，"
        "低于本部门的占 6%。"
    )


def test_who_differs_from_others_of_its_region_alone_is_no_outlier():
    """Nine of one region, of nine kinds: the hospital's health is no news."""
    shares = ["1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", "1.8", "98"]
    made = [
        Made(f"d{i}", {"total/expenditure": "100", "function/210": share}, kind=f"k{i}")
        for i, share in enumerate(shares)
    ]
    positions = benchmark(*both(*made))
    assert positions["robust_z"].max() > 100
    assert outlier(NO_CHANGES, positions).is_empty()
    group = "group,department_id\n" + "".join(f"近邻,d{i}\n" for i in range(9))
    own = outlier(NO_CHANGES, benchmark(*both(*made), own_groups(group)))
    assert own.select("department_id", "peer_group").rows() == [("d8", "own:近邻")]


def test_a_group_of_one_s_own_counts():
    made = [
        Made(f"d{i}", {"quality/score": str(score)}, kind=f"k{i}")
        for i, score in enumerate([90, 91, 92, 93, 94, 95, 96, 97, 10])
    ]
    group = "group,department_id\n" + "".join(f"近邻,d{i}\n" for i in range(9))
    got = only(outlier(NO_CHANGES, benchmark(*both(*made), own_groups(group))))
    assert got["peer_group"] == "own:近邻"
    assert "自定组“近邻” 9 份文件" in got["reason_zh"]


def test_a_suppressed_position_is_no_outlier():
    assert outlier(NO_CHANGES, scores("90", "91", "92", "93", "94", "95", "10")).is_empty()


def test_a_share_matters_from_a_percentage_point_on():
    """Shares of 1.0 to 1.7 percent, and one of 2.4: far off, and by less than a point."""

    def with_shares(last: str) -> pl.DataFrame:
        cents = ["1.0", "1.1", "1.2", "1.3", "1.4", "1.5", "1.6", "1.7", last]
        made = [
            Made(f"d{i}", {"total/expenditure": "100", "function/221": c}, region=f"r{i}")
            for i, c in enumerate(cents)
        ]
        return outlier(NO_CHANGES, benchmark(*both(*made)).filter(dimension="function"))

    assert with_shares("2.3").is_empty()
    got = only(with_shares("9.4"))
    assert (got["measure"], got["share_pp"]) == ("share_pct", pytest.approx(8.0))
    assert "功能分类“221名”（221）占本年支出的比重为 9.40%" in got["reason_zh"]


def test_ranks_begin_anew_each_year_and_the_most_surprising_is_first():
    positions = scores("90", "91", "92", "93", "94", "95", "96", "97", "70", "10")
    assert outlier(NO_CHANGES, positions).select("department_id", "rank").rows() == [
        ("d9", 1),
        ("d8", 2),
    ]


def test_places_of_a_position_and_of_a_change():
    made = [
        Made(
            f"d{i}",
            {"economic/office_total": f"{100 + i}", "staff/quota": "10"},
            region=f"r{i}",
        )
        for i in range(8)
    ]
    made.append(Made("x", {"economic/office_total": "9000", "staff/quota": "10"}, region="r9"))
    filed, figured = both(*made)
    positions = benchmark(filed, figured).filter(measure="office_per_post")
    moved = change("y", "200", "100", "20140", prior_code="2010308", prior_filing_id="p-1,p-2")
    like = [change(f"d{i}", a, "100", "20140") for i, a in enumerate(SLIGHTLY)]
    found = outlier(changes(moved, spent("y"), *like), positions)
    printed = pl.DataFrame(
        [
            ("y-2023", "function", "20140", Decimal(200), 7, "f", "20140", "total"),
            ("p-1", "function", "2010308", Decimal(60), 8, "f", "2010308", "total"),
            ("p-2", "function", "2010308", Decimal(40), 9, "f", "2010308", "total"),
            ("p-3", "function", "2010308", Decimal(1), 9, "f", "2010308", "total"),
        ],
        schema=[*figured.columns[:3], "value", "page", "form", "row_key", "measure"],
        orient="row",
    )
    places = pl.concat([figured, printed.cast({"value": AMOUNTS})], how="diagonal").with_columns(
        pl.lit(None, pl.String).alias(name)
        for name in COLUMNS["outlier_place"]
        if name not in [*figured.columns, *printed.columns, "n_findings"]
    )
    named = [("f1", "y-2023", "f", "20140", "total"), ("f2", "y-2023", "f", "20140", "total")]
    cells = pl.DataFrame(
        named, schema=["finding_id", "filing_id", "form", "row_key", "measure"], orient="row"
    )
    result = outlier_place(found, places, cells)
    assert result.columns == list(COLUMNS["outlier_place"])
    position = only(found, kind="position")["outlier_id"]
    assert result.filter(outlier_id=position).select("role", "code", "value").rows() == [
        ("numerator", "office_total", Decimal("9000.00")),
        ("denominator", "quota", Decimal("10.00")),
    ]
    changed = only(found, kind="change")["outlier_id"]
    columns = ["place_no", "role", "filing_id", "page", "n_findings"]
    assert result.filter(outlier_id=changed).select(columns).rows() == [
        (1, "amount", "y-2023", 7, 2),
        (2, "prior_amount", "p-1", 8, 0),
        (3, "prior_amount", "p-2", 9, 0),
    ]


@settings(max_examples=20)
@given(st.randoms(use_true_random=False), st.integers(2, 50))
def test_order_and_scale_do_not_matter(random, factor):
    rows = changes(change("x", "200", "100"), spent("x"))
    shuffled = rows[random.sample(range(rows.height), rows.height)]
    found = outlier(rows, NOTHING)
    assert_frame_equal(found, outlier(shuffled, NOTHING), check_exact=True)
    money = ["amount_cny", "prior_amount_cny", "delta_cny"]
    scaled = outlier(rows.with_columns((pl.col(money) * factor).cast(AMOUNTS)), NOTHING)
    same = ["outlier_id", "rank", "n"]
    assert_frame_equal(found.select(same), scaled.select(same))
    assert scaled["robust_z"].to_list() == pytest.approx(found["robust_z"].to_list())
