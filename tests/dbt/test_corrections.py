"""Corrections: what they change, what stays as printed, how one that no longer holds is said."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from conftest import Query, built, query, run_dbt
from raw_schema import RawFiling, RawValue, write

from ingest.corrections import Correction

yuan = Decimal
EXPENDITURE = "expenditure_by_function"
MISPRINT = "a" * 16
TWIN = "b" * 16


def _row(key: str, occurrence: int = 1, **measures: str) -> list[RawValue]:
    return [RawValue(EXPENDITURE, key, m, t, occurrence=occurrence) for m, t in measures.items()]


def _filings() -> list[RawFiling]:
    """In the first, 2010301 lost a digit and 2010399 cannot be read; the second is its twin."""
    misprint = [
        *_row("total", total="100.00", basic="100.00"),
        *_row("201", total="100.00", basic="100.00"),
        *_row("20103", total="95.00", basic="95.00"),
        *_row("2010301", total="80.00", basic="8.00"),
        RawValue(EXPENDITURE, "2010399", "total", "1 5.OO", value_source="unread"),
        RawValue(EXPENDITURE, "2010399", "basic", "", value_source="blank"),
        *_row("20199", total="2.00", basic="2.00"),
        RawValue("disclosure_statistics", "vehicles.total", "value", "3", unit="辆"),
        RawValue("disclosure_statistics", "vehicles.other", "value", "2", unit="辆"),
        RawValue("disclosure_statistics", "equipment.over_1m_cny", "value", "4", unit="把"),
    ]
    old = RawFiling("c" * 16, _row("total", total="1.00"), department="再版局", path="c.txt")
    new = replace(old, filing_id="d" * 16, arrival=2, values=_row("total", total="2.00"))
    return [
        RawFiling(MISPRINT, misprint, department="错印局", path="县/错印局.txt"),
        RawFiling(TWIN, misprint, department="同错局", path="同错局.txt"),
        old,
        new,
    ]


LEAF = Correction(
    line="2",
    filing_id="",
    path="县/错印局.txt",
    form=EXPENDITURE,
    row_key="2010301",
    measure="basic",
    occurrence="1",
    expects="8.00",
    value="80",
    reason="漏印一位数字",
    evidence="收入支出决算总表",
    status="applied",
)
UNREAD = replace(
    LEAF, line="3", row_key="2010399", measure="total", expects="1 5.OO", value="15.00"
)
NOTHING = replace(
    LEAF, line="4", row_key="2010399", filing_id=MISPRINT, path="", expects="blank", value="15"
)
COUNT = replace(
    LEAF, line="5", form="disclosure_statistics", row_key="vehicles.other", measure="value",
    expects="2", value="3",
)  # fmt: skip
# These change nothing: a proposal to another value, and those that were rejected.
PROPOSED = replace(LEAF, line="6", value="88", status="proposed")
REJECTED = replace(LEAF, line="7", value="81", status="rejected")
STALE = replace(LEAF, line="8", row_key="2010388", status="rejected")
WITHDRAWN = replace(LEAF, line="9", path="同错局.txt", status="rejected")
ALL = [LEAF, UNREAD, NOTHING, COUNT, PROPOSED, REJECTED, STALE, WITHDRAWN]


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Query:
    return built(tmp_path_factory, "corrected", _filings(), ALL)


def test_the_fact_has_the_corrected_value_and_keeps_the_printed_one(corrected: Query) -> None:
    assert corrected(
        "select row_key, nature, amount_cny, printed_amount_cny, value_source"
        " from marts.fct_expenditure where filing_id = repeat('a', 16) order by all"
    ) == [
        # 100 less 95 and 2: nothing in the corrected cells explains these 3.
        ("201", "basic", yuan("30000.00"), None, "residual"),
        ("2010301", "basic", yuan("800000.00"), yuan("80000.00"), "corrected"),
        ("2010399", "basic", yuan("150000.00"), None, "corrected"),
        ("20199", "basic", yuan("20000.00"), yuan("20000.00"), "printed"),
    ]


def test_a_published_total_is_marked_and_kept_beside(corrected: Query) -> None:
    assert corrected(
        "select row_key, measure, value, printed_value, amount_cny, printed_amount_cny"
        " from marts.fct_published_total where value_source = 'corrected' order by all"
    ) == [
        ("2010301", "basic", yuan(80), yuan(8), yuan("800000.00"), yuan("80000.00")),
        ("2010399", "basic", yuan(15), None, yuan("150000.00"), None),
        ("2010399", "total", yuan(15), None, yuan("150000.00"), None),
        ("vehicles.other", "value", yuan(3), yuan(2), None, None),
    ]


def test_a_count_put_right_leaves_no_residual(corrected: Query) -> None:
    assert corrected(
        "select row_key, value, printed_value, value_source from marts.fct_disclosure_statistic"
        " where filing_id = repeat('a', 16)"
    ) == [("vehicles.other", yuan(3), yuan(2), "corrected")]


def test_all_else_is_as_printed(corrected: Query) -> None:
    assert corrected(
        "select count(*), count(*) filter (where amount_cny is distinct from printed_amount_cny)"
        " from marts.fct_published_total where value_source <> 'corrected'"
    ) == [(25, 0)]


def test_the_rules_look_at_what_is_printed(corrected: Query) -> None:
    assert corrected(
        "select row_key, state, amount_cny from intermediate.int_cell"
        " where filing_id = repeat('a', 16) and row_key like '20103__' and measure = 'basic'"
        " order by all"
    ) == [("2010301", "printed", yuan(80000)), ("2010399", "blank", None)]


def test_the_finding_stays_and_knows_that_a_correction_is_applied(corrected: Query) -> None:
    """The misprint of both twins is found; that of the first is put right."""
    assert corrected(
        "select filing_id[1], corrected, count(*) > 0 from audit.finding where severity = 'error'"
        " and form = 'expenditure_by_function' and row_key = '2010301' and measure = 'basic'"
        " group by all order by all"
    ) == [("a", True, True), ("b", False, True)]


def test_every_row_of_the_file_is_published_with_its_status(corrected: Query) -> None:
    assert corrected(
        "select correction_line, status, is_applied, problem, found from audit.correction"
    ) == [
        (2, "applied", True, None, "8.00"),
        (3, "applied", True, None, "15.OO"),
        (4, "applied", True, None, "blank"),
        (5, "applied", True, None, "2"),
        (6, "proposed", False, None, "8.00"),
        (7, "rejected", False, None, "8.00"),
        (8, "rejected", False, "no_cell", None),
        (9, "rejected", False, None, "8.00"),
    ]


def test_a_correction_withdrawn_leaves_what_is_printed(corrected: Query) -> None:
    assert corrected(
        "select row_key, amount_cny, printed_amount_cny, value_source from marts.fct_expenditure"
        " where filing_id = repeat('b', 16) and row_key like '20103%' order by all"
    ) == [
        # The columns of 2010301 leave 72 open, those of the row above it do not.
        ("20103", yuan("-720000.00"), None, "residual"),
        ("20103", yuan("870000.00"), None, "residual"),
        ("2010301", yuan("80000.00"), yuan("80000.00"), "printed"),
        ("2010301", yuan("720000.00"), None, "residual"),
    ]


BROKEN = {
    "expected 8.00, found 2.00": replace(LEAF, row_key="20199"),
    "expected 8.00, found blank": replace(LEAF, row_key="2010399"),
    "expected 8.00, found no such cell": replace(LEAF, row_key="2010302"),
    "expected this filing, found none that landed": replace(LEAF, path="县/别局.txt"),
    f"found it superseded by {'d' * 16}": replace(
        LEAF, path="", filing_id="c" * 16, row_key="total", measure="total", expects="1.00"
    ),
    "expected 1.00, found 2.00": replace(
        LEAF, path="c.txt", row_key="total", measure="total", expects="1.00"
    ),
    "expected a known unit, found 把": replace(
        COUNT, row_key="equipment.over_1m_cny", expects="4"
    ),
    "expected one correction of a cell, found 2, the first in line": UNREAD,
}  # fmt: skip


def test_a_correction_that_no_longer_holds_fails_the_build_and_says_why(tmp_path: Path) -> None:
    again = replace(UNREAD, filing_id=MISPRINT, value="16")
    lines = [replace(c, line=str(n)) for n, c in enumerate([*BROKEN.values(), again], start=2)]
    write(tmp_path, _filings(), corrections=lines)
    statuses, said = run_dbt(tmp_path, "build")
    assert statuses["test.juesuan.corrections_hold"] == "error"
    assert statuses["model.juesuan.int_line_item"] == "skipped"
    assert statuses["model.juesuan.fct_expenditure"] == "skipped"
    for number, expected in enumerate(BROKEN, start=2):
        [line] = [row for row in said.splitlines() if f"corrections.csv, line {number}:" in row]
        assert expected in line
    assert query(tmp_path, "select count(*) from intermediate.int_correction") == [(len(lines),)]
