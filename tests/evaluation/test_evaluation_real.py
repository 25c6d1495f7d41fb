"""The seven evaluation forms of the real filing: every value that a person typed from its lines."""

from __future__ import annotations

import csv
from decimal import Decimal
from functools import cache
from pathlib import Path

import pytest

from ingest.evaluation import own_blocks
from ingest.parse import parse
from ingest.readers import read
from ingest.records import ParsedFiling, Source

SHARED = Path(__file__).resolve().parents[3] / "shared"
FILING = SHARED / "filings" / "xiangyuan-xinfangju-2023.txt"
pytestmark = pytest.mark.skipif(not FILING.exists(), reason="the real filing is not at hand")


@cache
def parsed() -> ParsedFiling:
    found = parse(Source(FILING.name, FILING, "0" * 64, FILING.stat().st_size, 1))
    assert isinstance(found, ParsedFiling)
    return found


def typed(name: str) -> list[dict[str, str]]:
    with (SHARED / "domain" / name).open(encoding="utf-8") as lines:
        return list(csv.DictReader(lines))


def test_the_seven_projects() -> None:
    truth = {
        (r["no"], r["name"], r["dept"], r["unit"], Decimal(r["score"]), r["grade"], r["score_line"])
        for r in typed("performance_projects.csv")
    }
    got = {
        (
            str(p.project_no),
            p.project,
            f"{p.competent_code}-{p.competent_name}",
            f"{p.unit_code}-{p.unit_name}",
            p.total_score,
            p.grade,
            str(p.score_line_no),
        )
        for p in parsed().projects
    }
    assert got == truth
    assert len(truth) == 7
    assert {p.stated_year for p in parsed().projects} == {2023}
    assert parsed().projects[0].competent_line_no == 574


AMOUNTS = ("target", "compiled", "full_year", "executed", "balance", "rate", "exec_score")


@pytest.mark.parametrize("source", ["total", "county"])
def test_the_money_of_the_seven_projects(source: str) -> None:
    """Two rows of totals lost their last value: it is missing, never taken from elsewhere."""
    lost = {"3", "6"} if source == "total" else set()
    truth = {}
    for r in typed("performance_projects.csv"):
        amounts = [Decimal(r[name]) for name in AMOUNTS]
        last = None if r["no"] in lost else amounts[-1]
        truth[r["no"], r[f"{source}_line"]] = (*amounts[:-1], last)
    got = {
        (str(f.project_no), str(f.line_no)): (
            f.requested,
            f.initial_budget,
            f.budget,
            f.executed,
            f.balance,
            f.execution_rate,
            f.score,
        )
        for f in parsed().fundings
        if f.source == source and f.status == "read"
    }
    assert got == truth
    assert {f.unit for f in parsed().fundings} == {"万元"}


def test_the_labels_of_the_money_are_kept_and_the_row_said_twice_is_not_counted() -> None:
    labels = {r["no"]: r["county_label"] for r in typed("performance_projects.csv")}
    county = [f for f in parsed().fundings if f.source == "county"]
    assert {str(f.project_no): f.source_label for f in county} == labels
    others = [f for f in parsed().fundings if f.source not in ("total", "county")]
    assert [(f.source, f.status, f.line_no) for f in others] == [("unlabelled", "repeated", 796)]


def test_the_47_indicators() -> None:
    def text(value: str | None) -> str:
        return value or ""

    truth = [
        tuple(r.values())[:-1]  # but the column of the second level
        for r in typed("performance_indicators.csv")
    ]
    got = [
        (
            str(i.project_no),
            text(i.level_1),
            text(i.level_2),
            text(i.name),
            text(i.target),
            text(i.adjusted_target),
            text(i.actual),
            str(i.weight),
            str(i.score),
            text(i.note),
            str(i.line_no),
        )
        for i in parsed().indicators
    ]
    assert got == truth
    assert len(truth) == 47


def test_what_is_plainly_a_number_is_parsed_and_nothing_else() -> None:
    by_line = {i.line_no: i for i in parsed().indicators}

    def actual(line: int) -> tuple[str | None, Decimal | None, str | None]:
        return by_line[line].actual_operator, by_line[line].actual_value, by_line[line].actual_unit

    assert actual(622) == ("≤", Decimal("2.52"), "万元")
    assert actual(730) == ("=", Decimal("99"), "人")
    assert actual(588) == ("提高", Decimal("99"), "%")
    assert actual(625) == actual(808) == actual(694) == (None, None, None)
    garbled = [(s.line_no, s.raw_text) for s in parsed().signals if s.code == "garbled"]
    assert garbled == [(625, "≥9696")]
    assert {s.code for s in parsed().signals if s.form == "project_evaluation"} == {"garbled"}


def test_the_texts_have_their_places() -> None:
    texts = {(t.line_no, t.label): t.text for t in parsed().project_texts}
    assert texts[628, "产出情况及分析"] == "项目资金使用率100%,用于职工遗属生活补助足额发放。"
    assert texts[630, "满意度情况及分析"] == "遗属人员满意度90%"
    assert "北京冬奥会" in texts[800, "实际完成情况"]
    assert len(texts) == 7 * 9


def test_titles_years_and_notes_belong_to_the_forms_and_nothing_above_does() -> None:
    document = read(FILING.read_bytes(), FILING.name)
    own = own_blocks(document)
    lines = {block.place.line for at, block in enumerate(document.blocks) if at in own}
    assert {569, 571, 573, 598, 600, 602, 604, 606, 608, 789, 824} <= lines
    assert min(line for line in lines if line) == 569
    after = {b.place.line for at, b in enumerate(document.blocks) if at not in own}
    assert max(line for line in after if line) == 567


def test_the_tables_are_forms_and_their_cells_are_kept() -> None:
    tables = [t for t in parsed().tables if t.form == "project_evaluation"]
    assert [t.status for t in tables] == ["read"] * 7
    kept = {c.table_no for c in parsed().cells}
    assert {t.table_no for t in tables} <= kept
