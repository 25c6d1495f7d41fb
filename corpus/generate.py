"""Draws the accounts of a department, year after year, from its profile and a seed.

The same profile and seed give the same cents. The closing balance of a year is the opening
balance of the next; personnel cost by economic code feeds the functions that pay it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from corpus.accounts import THREE_PUBLIC, Account, Amounts, Flow, merged, total
from corpus.money import CENT, YUAN_IN, ZERO
from corpus.profile import Department, Kind, Stream, kinds

WAN = YUAN_IN["万元"]
PAY = ("30101", "30102", "30103", "30107")
ON_PAY = {"30108": 160, "30109": 80, "30110": 65, "30112": 5, "30113": 120}
"""Insurance and housing, in thousandths of pay."""
PENSION, ANNUITY, HOUSING = "2080505", "2080506", "2210201"
ECONOMIC_OF = {"abroad": "30212", "vehicle_operation": "30231", "reception": "30217"}


def _permille(amount: Decimal, thousandths: int) -> Decimal:
    return (amount * thousandths / 1000).quantize(CENT, rounding=ROUND_HALF_UP)


def _drawn(rng: Random, usual: Decimal, spread: int = 120) -> Decimal:
    """The usual amount, moved by up to `spread` thousandths, with cents of its own."""
    moved = _permille(usual, 1000 + rng.randint(-spread, spread))
    return moved + CENT * rng.randint(0, 99)


class _Draw:
    """One department's random choices; a year's are independent of those of other years."""

    def __init__(self, department: Department, seed: int) -> None:
        self.department = department
        self.kind: Kind = kinds()[department.kind]
        self.seed = seed

    def _rng(self, purpose: object) -> Random:
        return Random(f"{self.seed}:{self.department.id}:{purpose}")  # noqa: S311 - no secret

    def year(self, fiscal_year: int, closings: dict[int, Decimal]) -> Account:
        """The account of a year; `closings` are last year's, by the position of the stream."""
        rng = self._rng(fiscal_year)
        growth = 1000 + 45 * (fiscal_year - self.department.first_year)
        economic = self._economic(rng, growth)
        final = self._three_public(rng, economic)
        flows = [
            *self._running(economic),
            *(
                _stream_flow(rng, stream, growth, closings.get(number))
                for number, stream in enumerate(self.department.streams)
            ),
        ]
        office = {c: a for c, a in economic.items() if c[:3] not in ("301", "303")}
        cost = self.kind.operating_cost
        return Account(
            fiscal_year=fiscal_year,
            flows=tuple(flows),
            economic=economic,
            three_public_budget={k: _budget(rng, v) for k, v in final.items()},
            three_public_final=final,
            procurement=_procurement(rng, economic, flows),
            operating_cost={cost: total(office)} if cost else {},
            vehicles={k: Decimal(n) for k, n in self.department.vehicles.items()},
            equipment_over_1m=Decimal(self.department.equipment_over_1m),
        )

    def _economic(self, rng: Random, growth: int) -> dict[str, Decimal]:
        """Basic expenditure of the general budget by economic 款."""
        staff = max(1, self.department.staff + rng.randint(-1, 1))
        amounts = {
            code: _drawn(rng, _permille(rate * staff, growth))
            for code, rate in self.kind.per_head.items()
        }
        pay = sum((amounts[code] for code in PAY if code in amounts), ZERO)
        amounts |= {code: _permille(pay, share) for code, share in ON_PAY.items()}
        if self.department.retired:
            usual = self.kind.retired_per_head * self.department.retired
            amounts["30302"] = _drawn(rng, usual)
        return amounts

    def _three_public(self, rng: Random, economic: dict[str, Decimal]) -> dict[str, Decimal]:
        """Final 三公 by item; most of it is basic expenditure and is added to `economic`."""
        final: dict[str, Decimal] = {}
        for item in THREE_PUBLIC:
            usual = self.department.three_public.get(item, ZERO)
            if not usual or (item == "vehicle_purchase" and rng.randint(0, 1)):
                continue
            final[item] = _drawn(rng, usual * WAN, 300)
            if item in ECONOMIC_OF:
                economic[ECONOMIC_OF[item]] = _permille(final[item], rng.choice((700, 1000)))
        return final

    def _running(self, economic: Amounts) -> list[Flow]:
        """Basic expenditure by function: what has a function of its own, the rest runs the office.

        Nothing of it is carried over.
        """
        own = {
            PENSION: economic["30108"],
            ANNUITY: economic["30109"],
            self.kind.medical: economic["30110"],
            HOUSING: economic["30113"],
            self.kind.retirement: economic.get("30302", ZERO),
        }
        own[self.department.running] = total(economic) - total(own)
        return [
            Flow(code, "general_budget", income={"general_budget": a}, spending={"basic": a})
            for code, a in own.items()
            if a
        ]


def _stream_flow(rng: Random, stream: Stream, growth: int, last: Decimal | None) -> Flow:
    """One stream's flow; the income is what makes it balance.

    Without a last year, a stream that carries opens with some money of the years before.
    """
    spent = _drawn(rng, _permille(stream.wan * WAN, growth))
    shares = [rng.randint(20, 180) for _ in range(4)]
    opening = last
    if opening is None:
        opening = _permille(spent, shares[0]) if stream.carries else ZERO
    closing = _permille(spent, shares[1]) if stream.carries else ZERO
    used = _permille(spent, shares[2]) if stream.uses_surplus else ZERO
    distributed = _permille(spent, shares[3]) if stream.distributes else ZERO
    return Flow(
        function=stream.function,
        fund=stream.fund,
        opening=opening,
        income={stream.source: spent + distributed + closing - opening - used},
        surplus_used=used,
        spending={stream.nature: spent},
        surplus_distributed=distributed,
        closing=closing,
    )


def _budget(rng: Random, final: Decimal) -> Decimal:
    """A 三公 budget: in whole hundreds of yuan, never under the final figure."""
    hundreds = (final / 100).to_integral_value(rounding=ROUND_HALF_UP) + 1
    return (hundreds + rng.randint(0, 60)) * 100


def _procurement(rng: Random, economic: Amounts, flows: Iterable[Flow]) -> dict[str, Decimal]:
    """Contract values: a part of office cost as goods, of projects as works and services."""
    projects = sum((flow.spending.get("project", ZERO) for flow in flows), ZERO)
    goods = _permille(economic.get("30201", ZERO), rng.randint(300, 800))
    parts = {
        "goods": goods,
        "works": _permille(projects, rng.randint(100, 300)) if projects > 100 * WAN else ZERO,
        "services": _permille(projects, rng.randint(20, 90)),
    }
    return {kind: amount for kind, amount in parts.items() if amount}


def accounts(department: Department, years: Iterable[int], seed: int = 0) -> list[Account]:
    """The accounts of a department for consecutive years, without its units.

    Args:
        department: The profile.
        years: Fiscal years, ascending, without gaps; those that it does not file are left out.
        seed: Chooses one of many possible histories.
    """
    draw = _Draw(department, seed)
    result: list[Account] = []
    closings: dict[int, Decimal] = {}
    for year in years:
        if not department.first_year <= year <= department.last_year:
            continue
        account = draw.year(year, closings)
        running = len(account.flows) - len(department.streams)
        closings = {n: flow.closing for n, flow in enumerate(account.flows[running:])}
        result.append(account)
    return [replace(a, flows=merged(_recoded(department, a))) for a in result]


def _recoded(department: Department, account: Account) -> list[Flow]:
    year = account.fiscal_year
    return [replace(f, function=department.function_in(year, f.function)) for f in account.flows]
