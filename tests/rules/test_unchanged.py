"""What the text calls unchanged is held against what the year before prints, as a change is."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from statement_rows import told
from test_statements import LAST, audited, gravest

DEPARTMENT = {"department": LAST["department"]}


@pytest.mark.parametrize(("amount", "verdict"), [("9.86", "exact"), ("12.05", "fail")])
def test_unchanged_in_words(amount: str, verdict: str) -> None:
    """Last year printed 9.86."""
    spoken = [f"p1 05 221 final {amount}万元", "p1 05 221 delta 无变化"]
    this = told({**DEPARTMENT, "facts": spoken}, "this")
    # The reader gives a change in words the amount of nothing, without a unit.
    facts = [replace(f, amount_cny=Decimal(0)) if f.aspect == "delta" else f for f in this.facts]
    con = audited([told(LAST, "last"), replace(this, facts=facts)])
    assert gravest(con, "Y-PRIOR", "this") == verdict
