"""Laws of localisation, over accounts that add up by construction."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
from hypothesis import given, settings
from hypothesis import strategies as st
from made_filing import F03, F05, Cells, Rule, copies, frames, function_table

from analysis.localise import localise

D = Decimal
ITEMS = ["2010101", "2010102", "2010301", "2080501", "2080505", "2089901"]
FAR = 10
"""Cents: beyond the rounding tolerance of every equation here."""

cents = st.integers(min_value=0, max_value=10**7)


def text(amount: int) -> str | None:
    return str(D(amount) / 100) if amount else None


@st.composite
def trees(draw) -> tuple[Cells, list[Rule]]:
    """Form 03 with random leaves and exact sums, 05 its copy."""
    rows = {i: (draw(cents), draw(cents)) for i in ITEMS}
    for above in ("20101", "20103", "20805", "20899", "201", "208", "total"):
        under = [r for r in ITEMS if above == "total" or r.startswith(above)]
        rows[above] = (sum(rows[r][0] for r in under), sum(rows[r][1] for r in under))
    cells: Cells = {}
    for form in (F03, F05):
        for row, (basic, project) in rows.items():
            cells[form, row, "total"] = text(basic + project)
            cells[form, row, "basic"] = text(basic)
            cells[form, row, "project"] = text(project)
    return cells, _rules(cells)


def _rules(cells: Cells) -> list[Rule]:
    repeated = [rule for rule in copies(cells) if rule[0] == "B-03-05"]
    return [*function_table(cells, F03, "A-03"), *function_table(cells, F05, "A-05"), *repeated]


def changes(cells: Cells):
    return st.tuples(st.sampled_from(sorted(cells)), st.integers(FAR, 10**6), st.booleans())


def moved(was: str | None, by: int, *, down: bool) -> str:
    amount = int(D(was or 0) * 100)
    return str(D(amount - by if down and amount > by else amount + by) / 100)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_any_single_changed_cell_is_located_exactly(data):
    cells, rules = data.draw(trees())
    key, by, down = data.draw(changes(cells))
    was, cells[key] = cells[key], moved(cells[key], by, down=down)
    (finding,) = localise(*frames(cells, rules)).rows(named=True)
    assert (finding["form"], finding["row_key"], finding["measure"]) == key
    assert finding["cause"] == "one_cell"
    assert finding["proposal_cny"] == D(was or 0) * 10_000


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_proposals_together_satisfy_all_and_numbers_agree(data):
    """Two cells changed: what is proposed for both, put in, leaves nothing to find."""
    cells, rules = data.draw(trees())
    for _ in range(2):
        key, by, down = data.draw(changes(cells))
        cells[key] = moved(cells[key], by, down=down)
    findings = localise(*frames(cells, rules)).rows(named=True)
    for finding in findings:
        printed = finding["printed_cny"] or D(0)
        assert printed - finding["expected_cny"] == finding["difference_cny"]
        for place in finding["places"]:
            if place["role"] == "wrong" and finding["cause"] != "one_of_several":
                key = (place["form"], place["row_key"], place["measure"])
                cells[key] = str(place["proposal_cny"] / 10_000)
    if all(f["cause"] in ("one_cell", "several_cells", "shifted") for f in findings):
        assert localise(*frames(cells, rules)).is_empty()


@settings(max_examples=30, deadline=None)
@given(trees())
def test_accounts_that_add_up_have_no_finding(made):
    cells, rules = made
    assert localise(*frames(cells, rules)).is_empty()


@settings(max_examples=20, deadline=None)
@given(trees(), st.data())
def test_the_order_of_rows_is_irrelevant(made, data):
    cells, rules = made
    for _ in range(2):
        key, by, down = data.draw(changes(cells))
        cells[key] = moved(cells[key], by, down=down)
    terms, equations = frames(cells, rules)
    seed = data.draw(st.integers(0, 99))
    shuffled = [f.sample(fraction=1.0, shuffle=True, seed=seed) for f in (terms, equations)]
    assert localise(terms, equations).equals(localise(*shuffled))


@settings(max_examples=20, deadline=None)
@given(trees(), trees(), st.data())
def test_filings_do_not_touch_each_other(one, other, data):
    """Two filings at once give what each gives alone."""
    parts = []
    for name, (cells, rules) in (("x", one), ("y", other)):
        key, by, down = data.draw(changes(cells))
        cells[key] = moved(cells[key], by, down=down)
        parts.append(frames(cells, rules, filing=name))
    both = localise(pl.concat(t for t, _ in parts), pl.concat(e for _, e in parts))
    alone = pl.concat(localise(*part) for part in parts)
    assert both.equals(alone)
