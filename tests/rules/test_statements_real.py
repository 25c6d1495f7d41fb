"""The real filings: the findings worked out by hand are found, and nothing else is an error."""

from __future__ import annotations

import csv
import re
from functools import cache
from typing import Any

import pytest
from test_real_rules import SHARED, audited

pytestmark = pytest.mark.skipif(not SHARED.is_dir(), reason="the real filings are not here")

FILES = {
    "xiangyuan-xinfangju-2023": ("xiangyuan-xinfangju-2023.txt", "seed_lines", "line_no"),
    "putuo-guiziju-2024": ("putuo-guiziju-2024.pdf", "page", "page"),
}


@cache
def found(name: str) -> list[dict[str, Any]]:
    con = audited(FILES[name][0])
    rows = con.execute(
        "select rule_id, severity, list_transform(places, lambda p: p.line_no) as line_no,"
        " list_transform(places, lambda p: p.page) as page from intermediate.int_finding_statement"
    )
    columns = [column[0] for column in rows.description]
    return [dict(zip(columns, row, strict=True)) for row in rows.fetchall()]


def by_hand(name: str) -> list[dict[str, str]]:
    path = SHARED / "domain" / f"{name}.findings.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def rule_of(row: dict[str, str]) -> str:
    return row.get("rule_id") or row["rule"]


@pytest.mark.parametrize("name", FILES)
def test_the_errors_and_warnings_are_found_where_they_stand(name: str) -> None:
    _, place, column = FILES[name]
    for row in by_hand(name):
        if row["severity"] not in ("error", "warn"):
            continue
        places = set(map(int, re.findall(r"\d+", row[place])))
        if column == "page":  # a paragraph that ends there stands where it begins
            places |= {page - 1 for page in places}
        said = (rule_of(row), row["severity"])
        hits = [hit for hit in found(name) if (hit["rule_id"], hit["severity"]) == said]
        assert any(places & set(hit[column]) for hit in hits), row


@pytest.mark.parametrize("name", FILES)
def test_nothing_else_is_an_error_or_a_warning(name: str) -> None:
    for severity in ("error", "warn"):
        wanted = sorted(rule_of(row) for row in by_hand(name) if row["severity"] == severity)
        assert sorted(f["rule_id"] for f in found(name) if f["severity"] == severity) == wanted
