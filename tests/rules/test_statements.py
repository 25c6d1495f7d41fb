"""Every rule on text and evaluation forms: what holds, what holds within rounding, what fails."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cache

import duckdb
import pytest
from raw_rows import load
from statement_rows import Case, cases, told

from ingest.records import ParsedFiling
from orchestration.compile_audit import SCRIPT

CASES = cases()
GRAVITY = ("fail", "soft", "not_evaluated", "rounding", "exact", "vacuous")


def audited(filings: list[ParsedFiling]) -> duckdb.DuckDBPyConnection:
    con = duckdb.connect()
    load(con, filings)
    con.execute(SCRIPT.read_text("utf-8"))
    return con


@cache
def audited_cases() -> duckdb.DuckDBPyConnection:
    return audited([case.filing for case in CASES])


def gravest(con: duckdb.DuckDBPyConnection, rule: str, filing_id: str) -> str:
    rows = con.execute(
        "select verdict from intermediate.int_statement where rule_id = ? and filing_id = ?",
        [rule, filing_id],
    ).fetchall()
    found = {verdict for (verdict,) in rows}
    return next((verdict for verdict in GRAVITY if verdict in found), "none")


def name(case: Case) -> str:
    return f"{case.rule}-{case.verdict}-{case.filing_id}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_verdict(case: Case) -> None:
    assert gravest(audited_cases(), case.rule, case.filing_id) == case.verdict


@pytest.mark.parametrize("case", [c for c in CASES if c.severity], ids=name)
def test_severity_of_the_finding(case: Case) -> None:
    found = (
        audited_cases()
        .execute(
            "select severity from intermediate.int_finding_statement"
            " where rule_id = ? and filing_id = ?",
            [case.rule, case.filing_id],
        )
        .fetchall()
    )
    assert found == [(case.severity,)]


def test_a_case_that_holds_shows_no_error() -> None:
    clean = {case.filing_id for case in CASES if case.verdict not in ("fail", "soft")}
    found = audited_cases().execute(
        "select filing_id, rule_id from intermediate.int_finding_statement where severity = 'error'"
    )
    # Typed texts whose amounts are wrong on purpose: what is tested is another claim on them.
    meant = {("N-SHARE", "N-T")}
    rules = {case.filing_id: case.rule for case in CASES}
    # A form of one indicator has not all points, on purpose.
    wrong = [(rules[i], r) for i, r in found.fetchall() if i in clean and r != "P-WEIGHT"]
    assert set(wrong) <= meant


def test_every_rule_has_its_cases() -> None:
    seen: dict[str, set[str]] = defaultdict(set)
    for case in CASES:
        seen[case.rule].add("fail" if case.verdict == "soft" else case.verdict)
    listed = audited_cases().execute(
        "select rule_id from seeds.rules where speaks_of <> 'tables' and not needs_neighbour"
    )
    for (rule,) in listed.fetchall():
        assert seen[rule] & {"exact", "none"}, rule
        assert "fail" in seen[rule], rule


def test_every_statement_has_a_key_of_its_own() -> None:
    twice = {"text": ["比上年增长5.00。又增长5.00。较上一度下降（增长）1%、下降（增长）2%。"]}
    for con in (audited_cases(), audited([told(twice, "a")])):
        counted = con.execute(
            "select count(*), count(distinct (rule_id, filing_id, statement_key))"
            " from intermediate.int_statement"
        ).fetchone()
        assert counted is not None
        assert counted[0] == counted[1] > 0


# Between filings.

LAST = {
    "year": 2022,
    "cells": "05 221=9.86; 05 208=17.58",
    "department": "青山县信访局",
}


def pair(facts: list[str]) -> duckdb.DuckDBPyConnection:
    this = {"facts": facts, "department": "青山县信访局"}
    return audited([told(LAST, "last"), told(this, "this")])


@pytest.mark.parametrize(
    ("final", "delta", "verdict"),
    [("12.05", "2.19", "exact"), ("12.05", "2.20", "rounding"), ("12.05", "2.79", "fail")],
)
def test_the_change_is_against_what_last_year_printed(final: str, delta: str, verdict: str) -> None:
    con = pair([f"p1 05 221 final {final}万元", f"p1 05 221 delta {delta}万元"])
    assert gravest(con, "Y-PRIOR", "this") == verdict


@pytest.mark.parametrize(
    ("rate", "verdict"), [("22.21", "exact"), ("22.25", "rounding"), ("23.65", "fail")]
)
def test_growth_is_over_what_last_year_printed(rate: str, verdict: str) -> None:
    con = pair(["p1 05 221 final 12.05万元", f"p1 05 221 growth {rate}%"])
    assert gravest(con, "Y-PCT", "this") == verdict


@pytest.mark.parametrize(
    ("units", "verdict"),
    [
        (["甲中心", "乙中心"], "exact"),
        (["乙中心", "甲中心"], "exact"),
        (["甲中心", "丙中心"], "fail"),
        ([], "none"),
    ],
)
def test_the_units_are_those_of_last_year(units: list[str], verdict: str) -> None:
    con = audited([members(2022, ["甲中心", "乙中心"], "last"), members(2023, units, "this")])
    assert gravest(con, "Y-SCOPE", "this") == verdict


def test_units_that_came_and_went_are_named() -> None:
    con = audited([members(2022, ["甲中心", "乙中心"], "last"), members(2023, ["甲中心"], "this")])
    found = con.execute(
        "select message_zh from intermediate.int_finding_statement where rule_id = 'Y-SCOPE'"
    ).fetchall()
    assert found == [("决算汇总单位与上年不同：新增“—”，减少“乙中心”。",)]


def members(year: int, units: list[str], filing_id: str) -> ParsedFiling:
    typed = {"year": year, "cells": "05 208=1.00", "department": "青山县信访局"}
    filing = told(typed | {"facts": ["p1 - unit.member flag 1"] * len(units)}, filing_id)
    facts = [replace(fact, name=unit) for fact, unit in zip(filing.facts, units, strict=True)]
    return replace(filing, facts=facts)


@pytest.mark.parametrize(
    ("here", "bought", "verdict"),
    [
        (2, [], "exact"),
        (1, [], "exact"),
        (3, [1], "exact"),
        (4, [1], "soft"),
        (3, [], "not_evaluated"),
        (3, [1, 2], "not_evaluated"),
    ],
)
def test_vehicles_come_from_somewhere(here: int, bought: list[int], verdict: str) -> None:
    last = LAST | {"cells": "10 vehicles.total=2辆"}
    this = {
        "cells": f"10 vehicles.total={here}辆",
        "facts": [f"p1 09 vehicle_purchase.vehicles/final count {n}辆" for n in bought],
        "department": "青山县信访局",
    }
    con = audited([told(last, "last"), told(this, "this")])
    assert gravest(con, "Y-STOCK", "this") == verdict


@pytest.mark.parametrize(
    ("labels", "verdict"),
    [(("甲支出", "甲支出"), "exact"), (("甲等支出", "甲支出"), "soft")],
)
def test_one_name_for_one_code(labels: tuple[str, str], verdict: str) -> None:
    filing = told({"cells": "03 208=1.00; 05 208=1.00"}, "a")
    for n, label in enumerate(labels):
        object.__setattr__(filing.line_items[n], "row_label", label)
    assert gravest(audited([filing]), "T-LABEL", "a") == verdict


def test_without_its_text_a_filing_passes_no_rule_on_text() -> None:
    con = audited([told({"cells": "05 208=1.00", "text": []}, "a")])
    found = con.execute(
        "select distinct status, reason from audit.rule_result join seeds.rules using (rule_id)"
        " where speaks_of = 'text'"
    ).fetchall()
    assert found == [("not_evaluated", "text_missing")]


def test_hits_of_one_kind_are_one_finding_with_all_places() -> None:
    rows = {"text": ["较上一度增加。", "正常。", "较上一度减少。"]}
    found = audited([told(rows, "a")]).execute(
        "select rule_id, line_no, raw_text, expected, [p.line_no for p in places], message_zh"
        " from intermediate.int_finding_statement"
    )
    said = "“上一度”疑为“上一年度”。（共 2 处）"
    assert found.fetchall() == [("T-TYPO", 1, "上一度", "上一年度", [1, 3], said)]
