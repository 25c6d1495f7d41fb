"""The text that the corpus tells: it says what the accounts are, and is read as it is told."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from bench.accuracy_text import facts_compared
from bench.text_cases import told
from corpus.accounts import Account, Flow
from corpus.figures import figures
from corpus.layouts import LAYOUTS
from corpus.narrative import Story
from corpus.publication import Issuer, Publication, publish
from corpus.wording import FAMILIES


def account(year: int, spent: str) -> Account:
    """A department with one row of expenditure."""
    amount = Decimal(spent)
    flow = Flow("2010308", "general_budget", income={"general_budget": amount},
                spending={"project": amount})  # fmt: skip
    return Account(year, (flow,))


def small(family: str, before: str = "800000", now: str = "1000000") -> Publication:
    """Its filing: 100 万元 this year, 80 万元 the year before."""
    story = Story(family, figures(account(2022, before)))
    figures_now = figures(account(2023, now))
    return publish(Issuer("青原县水务局"), 2023, figures_now, LAYOUTS["national"], story=story)


def text_of(filing: Publication) -> str:
    return "\n".join(block for block in filing.blocks if isinstance(block, str))


@pytest.mark.parametrize("family", FAMILIES)
def test_the_change_of_the_whole_is_worked_out_by_hand(family: str) -> None:
    text = text_of(small(family))
    growth = "25.0%" if family == "chongqing" else "25%" if family == "zhejiang" else "25.00%"
    amount = "20万元" if family == "zhejiang" else "20.00万元"
    assert re.search(f"增加{re.escape(amount)}，增长{re.escape(growth)}", text)


def test_a_decline_and_no_change_have_their_own_words() -> None:
    assert "各减少20.00万元，下降20.00%" in text_of(small("national", "1000000", "800000"))
    assert "收、支总计均无变化" in text_of(small("national", "1000000", "1000000"))


def test_where_there_was_nothing_no_rate_is_told() -> None:
    text = text_of(small("national", "0"))
    assert "各增加100.00万元。" in text


@pytest.mark.parametrize("family", FAMILIES)
def test_every_fact_stands_where_the_truth_says(family: str) -> None:
    filing = told(family, 0, 3)
    assert filing is not None
    assert len(filing.said) > 100
    for said in filing.said:
        assert said.paragraph in filing.blocks
        shown = said.paragraph[said.start : said.end].replace(",", "")
        if said.unit is not None:
            assert Decimal(shown.removesuffix(said.unit)) == abs(said.value)


@pytest.mark.parametrize("family", FAMILIES)
def test_every_fact_is_read_and_no_other(family: str, tmp_path: Path) -> None:
    for n in (0, 11):
        filing = told(family, n, 3)
        assert filing is not None
        counts = facts_compared(filing, "txt", tmp_path)
        assert counts == {"filings": 1, "right": len(filing.said)}
