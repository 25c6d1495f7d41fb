"""Slips planted in the text: each edits one paragraph, and the audit finds it and nothing else."""

from __future__ import annotations

from random import Random

import pytest

from bench.audit_text import RULES, counted_text, missed_text, text_outcomes
from bench.text_cases import form_cases, text_cases, told
from corpus.narrative_slips import DRAWS, Slip, slipped
from corpus.wording import FAMILIES


@pytest.mark.parametrize("kind", DRAWS)
def test_a_slip_changes_one_paragraph_alone(kind: str) -> None:
    drawn = 0
    for family in FAMILIES:
        filing = told(family, 0, 1)
        assert filing is not None
        slip = DRAWS[kind](filing, Random(5))  # noqa: S311 - no secret
        if slip is None:
            continue
        drawn += 1
        changed = slipped(filing, slip)
        differing = [(a, b) for a, b in zip(filing.blocks, changed.blocks, strict=True) if a != b]
        assert differing == [(slip.paragraph, slip.printed)]
    assert drawn


def test_a_slip_of_another_filing_is_refused() -> None:
    filing = told("national", 0, 1)
    assert filing is not None
    with pytest.raises(ValueError, match="not in the filing"):
        slipped(filing, Slip("rate", "此段不在其中。", "也不在。"))


def test_every_kind_of_slip_has_rules() -> None:
    assert set(DRAWS) <= RULES.keys()


def test_slips_are_found_and_clean_text_has_no_finding() -> None:
    every = [*text_cases(1, 20), *form_cases(1, 20)]
    planted = [case for case in every if case.family in ("national", "form shanxi")]
    counts = counted_text(text_outcomes(planted))
    assert missed_text(counts) == []
    assert counts["kind"]["clean"]["warnings"] == 0
    assert sum(count["planted"] for count in counts["kind"].values()) > 20
