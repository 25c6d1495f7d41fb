"""Growth taken apart: an example by hand, the residual, and that the parts make the whole."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
from hypothesis import given
from hypothesis import strategies as st
from made_amounts import YUAN, frame, only, row

from analysis import COLUMNS
from analysis.contribution import growth_contribution
from analysis.yoy import STATED, Context, change_since, yoy_change

D = Decimal


def test_by_hand():
    """200.00 to 230.00, 15 %: 201 +15, 208 -5, 221 +10, 213 -5 points."""
    amounts = frame(
        row("x", 2022, "total", "expenditure", "200.00"),
        row("x", 2022, "function", "201", "150.00"),
        row("x", 2022, "function", "208", "40.00"),
        row("x", 2022, "function", "213", "10.00"),
        row("x", 2022, "function", "21301", "10.00", level="group"),
        row("x", 2023, "total", "expenditure", "230.00"),
        row("x", 2023, "function", "201", "180.00"),
        row("x", 2023, "function", "208", "30.00"),
        row("x", 2023, "function", "221", "20.00"),
    )
    got = growth_contribution(yoy_change(amounts))
    assert got.columns == list(COLUMNS["growth_contribution"])
    assert got.select("code", "kind", "contribution_cny", "contribution_pp").rows() == [
        ("201", "continuing", D(30), 15.0),
        ("208", "continuing", D(-10), -5.0),
        ("213", "ended", D(-10), -5.0),
        ("221", "new", D(20), 10.0),
    ]
    assert set(got["partition"]) == {"function"}
    assert set(got["whole_delta_cny"]) == {D(30)}


def test_what_the_text_does_not_name_is_a_residual():
    """Of 100.00 to 130.00 the text names 201 alone, from 80.00 to 100.00."""
    amounts = frame(
        row("x", 2023, "fund", "general_budget", "130.00", level="total"),
        row("x", 2023, "general_budget", "201", "100.00"),
        row("x", 2023, "general_budget", "208", "30.00"),
    )
    said = [
        ("x-department-2023", dimension, code, "delta", D(base), D(base), D(base), None, None)
        for dimension, code, base in (
            ("fund", "general_budget", 100),
            ("general_budget", "201", 80),
        )
    ]
    context = Context(stated=pl.DataFrame(said, schema=STATED, orient="row"))
    got = growth_contribution(yoy_change(amounts, context))
    columns = ["code", "kind", "basis", "contribution_cny", "contribution_pp"]
    assert got.select(columns).rows() == [
        ("201", "continuing", "stated_in_text", D(20), 20.0),
        ("208", "no_base", None, None, None),
        ("residual", "residual", "stated_in_text", D(10), 10.0),
    ]
    assert only(got, code="residual")["whole"] == "fund/general_budget"


def test_what_could_not_be_read_is_in_the_residual():
    amounts = frame(
        row("x", 2022, "total", "expenditure", "10.00"),
        row("x", 2022, "function", "201", "4.00"),
        row("x", 2022, "function", "208", "6.00"),
        row("x", 2023, "total", "expenditure", "15.00"),
        row("x", 2023, "function", "201", "5.00"),
        row("x", 2023, "function", "208", None),
    )
    got = growth_contribution(yoy_change(amounts))
    assert got.select("code", "kind", "contribution_cny").rows() == [
        ("201", "continuing", D(1)),
        ("208", "unknown", None),
        ("residual", "residual", D(4)),
    ]


def test_nothing_is_made_of_a_total_without_a_base():
    amounts = frame(
        row("x", 2023, "total", "expenditure", "10.00"), row("x", 2023, "function", "201", "4.00")
    )
    assert growth_contribution(yoy_change(amounts)).is_empty()


CODES = ["201", "208", "210", "221", "229"]
PARTS = st.dictionaries(st.sampled_from(CODES), st.none() | YUAN, min_size=1)


def printed(year: int, whole: Decimal, parts: dict[str, Decimal | None]) -> list[dict]:
    """Parts that need not make the whole, some unread."""
    rows = [row("x", year, "function", c, None if v is None else str(v)) for c, v in parts.items()]
    return [row("x", year, "total", "expenditure", str(whole)), *rows]


@given(PARTS, PARTS, YUAN, YUAN)
def test_the_parts_make_the_change_of_the_whole(before, now, whole_before, whole_now):
    amounts = frame(*printed(2022, whole_before, before), *printed(2023, whole_now, now))
    for changes in (yoy_change(amounts), change_since(amounts)):
        got = growth_contribution(changes)
        if got.is_empty():
            continue
        assert got["contribution_cny"].sum() == whole_now - whole_before
        percent = only(changes, fiscal_year=2023, dimension="total")["percent"]
        if percent is None:
            assert got["contribution_pp"].null_count() == got.height
        else:
            scale = max(1.0, got["contribution_pp"].abs().sum())
            assert abs(got["contribution_pp"].sum() - percent) <= 1e-12 * scale
