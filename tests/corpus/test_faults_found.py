"""A share of `bench.audit`: planted faults are found and named, clean filings have no error."""

from __future__ import annotations

from decimal import Decimal

from bench.audit import counted, missed, outcomes
from bench.faulty import cases
from bench.judged import judged
from corpus.faults import Change, Fault
from corpus.figures import Key

FORM = "expenditure_by_function"
LEAF = Key(FORM, "2010301", "basic")


def test_planted_faults_are_found_and_named() -> None:
    layouts = ("national", "national-yuan", "shanghai", "gansu")
    counts = counted(outcomes(cases(2, 4, layouts)))
    assert sum(count["judged"] for count in counts.values()) > 50
    assert sum(count["beside"] for count in counts.values()) == 0
    assert missed(counts) == []


def finding(role: str, row: str, severity: str = "error") -> dict[str, object]:
    place = {"role": role, "form": FORM, "row_key": row, "measure": "basic"}
    return {
        "severity": severity,
        "rule_id": "A-03-V",
        "cause": "one_cell",
        **place,
        "places": [place],
    }


def test_judging() -> None:
    fault = Fault("wrong_leaf", (Change(LEAF, Decimal("61.49"), Decimal("66.49")),))
    marks = {LEAF: {"v": -1, "h": -1}, Key(FORM, "20103", "basic"): {"v": 1, "u": -1}}
    named = judged(fault, [finding("wrong", "2010301")], marks, 5)
    assert (named.large, named.found, named.named, named.beside) == (True, True, True, 0)
    among = judged(fault, [finding("candidate", "2010301")], marks, 5)
    assert (among.found, among.named, among.among) == (True, False, True)
    other = judged(fault, [finding("wrong", "2080505")], marks, 5)
    assert (other.found, other.named, other.beside) == (False, False, 1)
    unheard = judged(fault, [finding("wrong", "2010301", "info")], marks, 5)
    assert not unheard.found
    assert not judged(fault, [], marks, 500).large
    assert judged(fault, [], {}, 5).alone
    twin = {LEAF: {"v": -1}, Key(FORM, "2010302", "basic"): {"v": -1}}
    assert judged(fault, [], twin, 5).twins
    assert not named.twins
