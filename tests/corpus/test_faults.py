"""Faults planted in a filing: they change what they say they change, and nothing else."""

from __future__ import annotations

from decimal import Decimal
from random import Random

import pytest

from corpus.accounts import Account, Flow
from corpus.faults import Change, Fault, planted
from corpus.faults_drawn import DRAWS, misopened, opening_fault, pointless, printed, transposed
from corpus.figures import Key, figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.profile import departments
from corpus.publication import Issuer, Publication, publish

D = Decimal
LAYOUT_NAMES = ("national", "shanghai", "gansu", "yunnan")
FORM = "expenditure_by_function"


def chance(seed: int) -> Random:
    return Random(seed)  # noqa: S311 - no secret


def filing(layout: str) -> Publication:
    town = next(d for d in departments() if d.id == "qcy-town")
    account = accounts(town, [2023], 3)[0]
    return publish(Issuer("某镇人民政府"), 2023, figures(account), LAYOUTS[layout])


@pytest.mark.parametrize("layout", LAYOUT_NAMES)
@pytest.mark.parametrize("kind", [kind for kind in DRAWS if kind != "unit_slip"])
def test_a_fault_changes_its_cells_and_no_others(kind: str, layout: str) -> None:
    clean = filing(layout)
    fault = DRAWS[kind](clean, chance(5))
    assert fault is not None
    was, is_ = printed(clean), printed(planted(clean, fault))
    differing = {key for key in was | is_ if was.get(key) != is_.get(key)}
    assert differing == fault.keys
    for change in fault.changes:
        assert (was.get(change.key), is_.get(change.key)) == (change.true, change.printed)


@pytest.mark.parametrize("kind", list(DRAWS))
def test_the_same_seed_draws_the_same_fault(kind: str) -> None:
    one, other = (DRAWS[kind](filing("national"), chance(9)) for _ in range(2))
    assert one == other


@pytest.mark.parametrize(("layout", "said"), [("national", "元"), ("national-yuan", "万元")])
def test_a_table_in_another_unit_keeps_its_numbers(layout: str, said: str) -> None:
    clean = filing(layout)
    fault = DRAWS["unit_slip"](clean, chance(1))
    assert fault is not None
    wrong = planted(clean, fault)
    assert printed(wrong) == printed(clean)
    (table,) = (t for t in wrong.tables if t.form == fault.form)
    assert table.captions[-1].endswith(f"单位：{said}")
    assert [t for t in wrong.tables if t.form != fault.form] == [
        t for t in clean.tables if t.form != fault.form
    ]


def test_a_dropped_row_is_gone_with_its_label() -> None:
    clean = filing("national")
    code = next(key.row_key for key in printed(clean) if key.form == FORM and len(key.row_key) == 7)
    lost = [Change(k, v, None) for k, v in printed(clean).items() if k[:2] == (FORM, code)]
    wrong = planted(clean, Fault("dropped_row", tuple(lost)))
    before, after = (
        next(t for t in publication.tables if t.form == FORM) for publication in (clean, wrong)
    )
    assert len(after.body) == len(before.body) - 1
    assert not any(cell and cell.text == code for cells in after.body for cell in cells)


def test_a_fault_of_a_cell_that_is_not_there_is_refused() -> None:
    nowhere = Change(Key(FORM, "9999999", "total"), D(1), D(2))
    with pytest.raises(ValueError, match="9999999"):
        planted(filing("national"), Fault("wrong_leaf", (nowhere,)))


def test_slips_of_the_digits() -> None:
    assert transposed(D("12.34"), chance(0)) in (D("21.34"), D("13.24"), D("12.43"))
    assert transposed(D("5.55"), chance(0)) is None
    assert pointless(D("12.34"), chance(0)) == D(1234)
    assert pointless(D(12), chance(0)) is None


def test_another_opening_balance_is_balanced_within_its_year() -> None:
    flow = Flow(
        "2010302", "general_budget", opening=D("100.00"), income={"general_budget": D("900.00")},
        spending={"project": D("800.00")}, closing=D("200.00"),
    )  # fmt: skip
    account = Account(2023, (flow,))
    wrong = misopened(account, chance(2))
    assert wrong is not None
    assert wrong.flows[0].opening != flow.opening
    assert wrong.flows[0].imbalance == 0
    layout = LAYOUTS["national-yuan"]
    true_, wrong_ = (publish(Issuer("某局"), 2023, figures(a), layout) for a in (account, wrong))
    fault = opening_fault(true_, wrong_)
    assert {(c.key.form, c.key.row_key, c.true) for c in fault.changes} == {
        ("income_expenditure_summary", "income.opening_balance", D("100.00")),
        ("appropriation_summary", "income.opening_balance", D("100.00")),
        ("appropriation_summary", "income.opening_balance.general_budget", D("100.00")),
    }
