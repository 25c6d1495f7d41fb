"""Columns of a whole table that stand one to the right, typed by hand."""

from __future__ import annotations

from decimal import Decimal

from made_filing import F03, F05, FUNCTION, Cells, accounts, frames

from analysis.localise import localise

D = Decimal


def shifted(form: str) -> Cells:
    """The form with 基本支出 printed under 项目支出, and 项目支出 lost."""
    cells = accounts()
    for row in FUNCTION:
        cells[form, row, "project"] = cells[form, row, "basic"]
        cells[form, row, "basic"] = None
    return cells


def test_a_column_lost_at_the_edge_is_put_back_from_the_sums_across() -> None:
    for form in (F03, F05):
        (finding,) = localise(*frames(shifted(form))).rows(named=True)
        assert (finding["cause"], finding["form"], finding["row_key"]) == ("shifted", form, None)
        meant = {
            (p["row_key"], p["measure"]): p["proposal_cny"]
            for p in finding["places"]
            if p["role"] == "wrong"
        }
        assert meant["201", "basic"] == D("1113900.00")
        assert meant["201", "project"] == D("766100.00")
        assert meant["2080705", "project"] == D("9600.00")


def test_total_printed_under_basic_loses_basic() -> None:
    cells = accounts()
    for row in FUNCTION:
        cells[F05, row, "basic"] = cells[F05, row, "total"]
        cells[F05, row, "total"] = None
    (finding,) = localise(*frames(cells)).rows(named=True)
    assert (finding["cause"], finding["form"], finding["row_key"]) == ("shifted", F05, None)


def test_a_column_that_says_what_it_should_is_not_called_wrong() -> None:
    (finding,) = localise(*frames(shifted(F03))).rows(named=True)
    for place in finding["places"]:
        if place["role"] == "wrong":
            assert place["proposal_cny"] != (place["printed_cny"] or 0)
