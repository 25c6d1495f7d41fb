"""From an account to the figures of the ten forms, in exact yuan (counts for vehicles, equipment).

A figure is known by form, row key and measure. What is zero has no figure: it prints as blank.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import NamedTuple

from corpus.accounts import FISCAL_FUNDS, THREE_PUBLIC, Account, Amounts, Flow, total
from corpus.money import ZERO


class Key(NamedTuple):
    """Which figure: the form, its row and the measure (see the vocabulary)."""

    form: str
    row_key: str
    measure: str


Figures = dict[Key, Decimal]
Entry = tuple[str, str, Decimal]
"""A row key or function code, a measure, an amount."""

COUNTS = ("vehicles.", "equipment.")
"""Row keys of `disclosure_statistics` that count things and have no money unit."""

PERSONNEL = ("301", "303")
OFFICE = ("302", "307", "310", "312", "313", "399")


def _tally(form: str, entries: Iterable[Entry]) -> Figures:
    """Add up the entries; what comes to zero has no figure."""
    sums: Figures = {}
    for row_key, measure, amount in entries:
        key = Key(form, row_key, measure)
        sums[key] = sums.get(key, ZERO) + amount
    return {key: amount for key, amount in sums.items() if amount}


def _by_function(form: str, leaves: Iterable[Entry]) -> Figures:
    """Leaves by 7-digit code, added up to 款, 类 and the total row."""
    return _tally(
        form,
        (
            (row_key, measure, amount)
            for code, measure, amount in leaves
            for row_key in (code, code[:5], code[:3], "total")
        ),
    )


def _spending(flows: Iterable[Flow]) -> Iterator[Entry]:
    for flow in flows:
        yield flow.function, "total", total(flow.spending)
        for nature, amount in flow.spending.items():
            yield flow.function, nature, amount


def _income(flows: Iterable[Flow]) -> Iterator[Entry]:
    for flow in flows:
        yield flow.function, "total", total(flow.income)
        for source, amount in flow.income.items():
            measure = "appropriation" if source in FISCAL_FUNDS else source
            yield flow.function, measure, amount


def _with_balances(flows: Iterable[Flow]) -> Iterator[Entry]:
    for flow in flows:
        yield flow.function, "opening_balance", flow.opening
        yield flow.function, "income", total(flow.income)
        yield from _spending([flow])
        yield flow.function, "closing_balance", flow.closing


def _summary(flows: Iterable[Flow]) -> Iterator[Entry]:
    for flow in flows:
        for source, amount in flow.income.items():
            yield f"income.{source}", "amount", amount
            if source in FISCAL_FUNDS:
                yield "income.appropriation", "amount", amount
        income, spent = total(flow.income), total(flow.spending)
        yield "income.income_total", "amount", income
        yield "income.surplus_used", "amount", flow.surplus_used
        yield "income.opening_balance", "amount", flow.opening
        yield "income.grand_total", "amount", income + flow.surplus_used + flow.opening
        yield f"expenditure.{flow.function[:3]}", "amount", spent
        yield "expenditure.expenditure_total", "amount", spent
        yield "expenditure.surplus_distributed", "amount", flow.surplus_distributed
        yield "expenditure.closing_balance", "amount", flow.closing
        kept = flow.surplus_distributed + flow.closing
        yield "expenditure.grand_total", "amount", spent + kept


def _appropriation(flows: Iterable[Flow]) -> Iterator[Entry]:
    for flow in flows:
        income, spent = total(flow.income), total(flow.spending)
        yield f"income.{flow.fund}", "total", income
        yield "income.income_total", "total", income
        yield "income.opening_balance", "total", flow.opening
        yield f"income.opening_balance.{flow.fund}", "total", flow.opening
        yield "income.grand_total", "total", income + flow.opening
        for measure in ("total", flow.fund):
            yield f"expenditure.{flow.function[:3]}", measure, spent
            yield "expenditure.expenditure_total", measure, spent
            yield "expenditure.closing_balance", measure, flow.closing
            yield "expenditure.grand_total", measure, spent + flow.closing


def _economic(amounts: Amounts) -> Iterator[Entry]:
    for code, amount in amounts.items():
        yield code, "amount", amount
        yield code[:3], "amount", amount
        side = "personnel_total" if code[:3] in PERSONNEL else "office_total"
        yield side, "amount", amount


def _three_public(measure: str, amounts: Amounts) -> Iterator[Entry]:
    for item in THREE_PUBLIC:
        amount = amounts.get(item, ZERO)
        yield item, measure, amount
        yield "total", measure, amount
        if item.startswith("vehicle_"):
            yield "vehicle", measure, amount


def _statistics(account: Account) -> Iterator[Entry]:
    for group, amounts in (("procurement", account.procurement), ("vehicles", account.vehicles)):
        yield f"{group}.total", "value", total(amounts)
        for kind, amount in amounts.items():
            yield f"{group}.{kind}", "value", amount
    for kind, amount in account.operating_cost.items():
        yield f"operating_cost.{kind}", "value", amount
    yield "equipment.over_1m_cny", "value", account.equipment_over_1m


def figures(account: Account) -> Figures:
    """All figures of the ten forms, exact."""
    of_fund = {fund: [flow for flow in account.flows if flow.fund == fund] for fund in FISCAL_FUNDS}
    fiscal = [flow for flow in account.flows if flow.fund in FISCAL_FUNDS]
    return (
        _tally("income_expenditure_summary", _summary(account.flows))
        | _by_function("income_by_function", _income(account.flows))
        | _by_function("expenditure_by_function", _spending(account.flows))
        | _tally("appropriation_summary", _appropriation(fiscal))
        | _by_function("general_budget_by_function", _with_balances(of_fund["general_budget"]))
        | _tally("basic_expenditure_by_economic", _economic(account.economic))
        | _by_function("government_fund_by_function", _with_balances(of_fund["government_fund"]))
        | _by_function("state_capital_by_function", _with_balances(of_fund["state_capital"]))
        | _tally(
            "three_public",
            [
                *_three_public("budget", account.three_public_budget),
                *_three_public("final", account.three_public_final),
            ],
        )
        | _tally("disclosure_statistics", _statistics(account))
    )
