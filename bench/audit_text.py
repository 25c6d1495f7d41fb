"""Slips planted in the text and in evaluation forms, findings counted: by kind and by family.

A slip is found where a finding of a rule that speaks of its kind names its line. Every other error
in its filing is one beside it. A part of `bench.audit`.
"""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any

from rich.table import Table

from bench.text_cases import TextCase, line_of, parsed
from juesuan.checking import SCRIPT, raw_tables
from warehouse.scratch import run_script

BATCH = 100
"""Filings that are audited together."""
LEAST_FOUND = 99.0
"""What is asked for, in per cent."""
RULES: Mapping[str, tuple[str, ...]] = {
    "rate": ("N-SHARE", "N-BUDRATE", "N-YOY-PCT"),
    "direction": ("N-DIR",),
    "both_ways": ("N-YOY-PCT",),
    "unit": ("N-UNIT", "N-LIST"),
    "amount": ("N-T", "N-LIST"),
    "count": ("N-T", "N-CARS"),
    "year": ("N-YEAR",),
    "base_year": ("N-YEAR",),
    "template": ("T-TEMPLATE",),
    "truncated": ("N-SHARE",),
    "budget_sum": ("N-SUM-BUDGET",),
    "item_name": ("N-NAME",),
    "form rate": ("P-RATE",),
    "form balance": ("P-BAL",),
    "form execution_score": ("P-SCORE",),
    "form total_score": ("P-SUM", "P-SCORE"),
    "form weights": ("P-WEIGHT",),
    "form missed_target": ("P-ACT-TARGET",),
    "form repeated_target": ("P-ACT-OPERATOR",),
    "form garbled": ("P-GARBLE",),
    "form text_rate": ("P-TEXT-RATE",),
    "form text_satisfaction": ("P-TEXT-SATISF",),
    "form competent": ("P-DEPT-CODE",),
}
"""Kind of slip → the rules that speak of it."""
_FOUND = """
    select filing_id, rule_id, severity, message_zh,
        list_transform(places, lambda x: x.line_no) as lines
    from intermediate.int_finding_statement
    where severity in ('error', 'warn')
"""


@dataclass(frozen=True, slots=True)
class TextOutcome:
    """A case with the findings on it: those on its slip, and all others."""

    case: TextCase
    hits: list[dict[str, Any]]
    others: list[dict[str, Any]]


def text_outcomes(cases: Iterable[TextCase]) -> Iterator[TextOutcome]:
    """Audit all cases, a batch at a time."""
    rest = iter(cases)
    while batch := list(islice(rest, BATCH)):
        yield from _audited(batch)


def _audited(batch: list[TextCase]) -> Iterator[TextOutcome]:
    with tempfile.TemporaryDirectory() as folder:
        read = [parsed(case, place, Path(folder)) for place, case in enumerate(batch)]
    made = run_script(raw_tables(read), SCRIPT.read_text("utf-8"), {"found": _FOUND})
    found = made["found"].rows(named=True)
    for case, filing in zip(batch, read, strict=True):
        line, rules = line_of(case), RULES.get(case.kind or "", ())
        mine = [f for f in found if f["filing_id"] == filing.filing.filing_id]
        hits = [f for f in mine if f["rule_id"] in rules and (not line or line in f["lines"])]
        yield TextOutcome(case, hits, [f for f in mine if f not in hits])


def counted_text(results: Iterable[TextOutcome]) -> dict[str, dict[str, Counter[str]]]:
    """`kind` and `family` → name → planted, found, errors beside, clean filings and their errors.

    An error on the very line of the slip, or of a form that has one, is no error beside it.
    """
    counts: dict[str, dict[str, Counter[str]]] = {"kind": {}, "family": {}}
    for result in results:
        told = Counter(f["severity"] for f in result.others if not _on_the_slip(result, f))
        is_clean = result.case.kind is None
        count = Counter(
            planted=not is_clean,
            found=bool(result.hits),
            beside=0 if is_clean else told["error"],
            clean=is_clean,
            errors=told["error"] if is_clean else 0,
            warnings=told["warn"] if is_clean else 0,
        )
        for by, name in (("kind", result.case.kind or "clean"), ("family", result.case.family)):
            counts[by].setdefault(name, Counter()).update(count)
    return counts


def _on_the_slip(result: TextOutcome, finding: Mapping[str, Any]) -> bool:
    if result.case.kind is None:
        return False
    line = line_of(result.case)
    return line in finding["lines"] if line else finding["rule_id"].startswith("P-")


def text_table(by: str, counts: dict[str, Counter[str]]) -> Table:
    """The counts by kind or by family, for the terminal."""
    shown = Table(title=f"slips in the text, by {by}")
    shown.add_column("", style="bold")
    heads = ("planted", "found", "beside", "clean", "errors", "warnings")
    for head in (
        *heads[:2],
        "recall %",
        "errors beside",
        "precision %",
        "clean filings",
        *heads[4:],
    ):
        shown.add_column(head, justify="right")
    for name, count in {**counts, "all": sum(counts.values(), Counter())}.items():
        planted, found, beside, *clean = (count[head] for head in heads)
        rates = (_percent(found, planted), str(beside), _percent(found, found + beside))
        shown.add_row(name, str(planted), str(found), *rates, *map(str, clean))
    return shown


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f}" if whole else "–"


def missed_text(counts: dict[str, dict[str, Counter[str]]]) -> list[str]:
    """What is asked for and not reached, in words."""
    every = sum(counts["kind"].values(), Counter[str]())
    got = 100 * every["found"] / max(every["planted"], 1)
    said = [] if got >= LEAST_FOUND else [f"slips found: {got:.1f} %, asked {LEAST_FOUND} %"]
    wrong = every["errors"] + every["beside"]
    return said + ([f"errors that no slip explains: {wrong}"] if wrong else [])


def told_text(result: TextOutcome) -> Iterator[str]:
    """A case that did not come out as it should, with all that was found in it."""
    beside = [f for f in result.others if not _on_the_slip(result, f)]
    if (result.hits or result.case.kind is None) and not beside:
        return
    yield f"{result.case.name}: {result.case.printed or ''}"
    for f in (*result.hits, *result.others):
        yield f"    {f['rule_id']} {f['severity']} {f['message_zh']}"
