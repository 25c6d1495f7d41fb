"""The accounts of one department in one year, in exact yuan: what every printed form is made from.

An account is a list of balanced flows (one a function code and fund) and the facts that the
functional accounts do not hold. It knows nothing of forms, units or rounding.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from corpus.money import ZERO

FISCAL_FUNDS = ("general_budget", "government_fund", "state_capital")
FUNDS = (*FISCAL_FUNDS, "non_fiscal")
SOURCES = (
    *FISCAL_FUNDS,
    "superior_subsidy",
    "institutional",
    "operating",
    "affiliated_remittance",
    "other",
)
NATURES = ("basic", "project", "remitted_to_superior", "operating", "subsidy_to_affiliated")
THREE_PUBLIC = ("abroad", "vehicle_purchase", "vehicle_operation", "reception")
VEHICLE_KINDS = (
    "senior_official",
    "principal",
    "confidential_mail",
    "emergency",
    "law_enforcement",
    "special_technical",
    "retired_cadre",
    "other",
)

Amounts = Mapping[str, Decimal]


def total(amounts: Amounts) -> Decimal:
    """The sum of a mapping's amounts."""
    return sum(amounts.values(), ZERO)


def added(parts: Iterable[Amounts]) -> dict[str, Decimal]:
    """The amounts of several mappings, added key by key."""
    sums: dict[str, Decimal] = {}
    for part in parts:
        for key, amount in part.items():
            sums[key] = sums.get(key, ZERO) + amount
    return sums


@dataclass(frozen=True, slots=True)
class Flow:
    """The money of one fund under one function code (7 digits), from opening to closing balance."""

    function: str
    fund: str
    opening: Decimal = ZERO
    income: Amounts = field(default_factory=dict)
    surplus_used: Decimal = ZERO
    spending: Amounts = field(default_factory=dict)
    surplus_distributed: Decimal = ZERO
    closing: Decimal = ZERO

    @property
    def imbalance(self) -> Decimal:
        """What comes in less what goes out and stays: zero in sound accounts."""
        came = self.opening + total(self.income) + self.surplus_used
        return came - total(self.spending) - self.surplus_distributed - self.closing


@dataclass(frozen=True, slots=True)
class Account:
    """One department, one fiscal year. Amounts in yuan, vehicles and equipment as counts."""

    fiscal_year: int
    flows: tuple[Flow, ...]
    economic: Amounts = field(default_factory=dict)
    three_public_budget: Amounts = field(default_factory=dict)
    three_public_final: Amounts = field(default_factory=dict)
    procurement: Amounts = field(default_factory=dict)
    operating_cost: Amounts = field(default_factory=dict)
    vehicles: Amounts = field(default_factory=dict)
    equipment_over_1m: Decimal = ZERO


def _merged_flow(flows: list[Flow]) -> Flow:
    return Flow(
        function=flows[0].function,
        fund=flows[0].fund,
        opening=sum((f.opening for f in flows), ZERO),
        income=added(f.income for f in flows),
        surplus_used=sum((f.surplus_used for f in flows), ZERO),
        spending=added(f.spending for f in flows),
        surplus_distributed=sum((f.surplus_distributed for f in flows), ZERO),
        closing=sum((f.closing for f in flows), ZERO),
    )


def merged(flows: Iterable[Flow]) -> tuple[Flow, ...]:
    """The flows with one entry a function code and fund, ordered by both."""
    groups: dict[tuple[str, str], list[Flow]] = {}
    for flow in flows:
        groups.setdefault((flow.function, flow.fund), []).append(flow)
    return tuple(_merged_flow(groups[key]) for key in sorted(groups))


def consolidated(accounts: list[Account]) -> Account:
    """A department's account from those of its own office and its units, all of one year.

    Raises:
        ValueError: The accounts are of different years.
    """
    years = {account.fiscal_year for account in accounts}
    if len(years) != 1:
        raise ValueError(f"accounts of different years: {sorted(years)}")
    return Account(
        fiscal_year=years.pop(),
        flows=merged(flow for account in accounts for flow in account.flows),
        economic=added(a.economic for a in accounts),
        three_public_budget=added(a.three_public_budget for a in accounts),
        three_public_final=added(a.three_public_final for a in accounts),
        procurement=added(a.procurement for a in accounts),
        operating_cost=added(a.operating_cost for a in accounts),
        vehicles=added(a.vehicles for a in accounts),
        equipment_over_1m=sum((a.equipment_over_1m for a in accounts), ZERO),
    )
