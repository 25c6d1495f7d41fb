"""What only the text tells, drawn for an account: initial budgets, people, batches, projects.

All of it is chosen by the figures and the seed alone, and agrees with the figures.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from random import Random

from corpus.figures import Figures, Key
from corpus.money import ZERO

GENERAL = "general_budget_by_function"
FUNDS = "performance.{}.funds"
PROJECTS = "performance.{}.projects"


def budgets(exact: Figures, rng: Random) -> Figures:
    """Initial budgets of all rows of the general budget, in whole hundreds of yuan by 项.

    Some are as the outturn, some are nothing: what came during the year had no initial budget.
    """
    found: Figures = {}
    for key, amount in exact.items():
        if key.form != GENERAL or key.measure != "total" or len(key.row_key) != 7:
            continue
        share = rng.choice((0, 1000, *(rng.randint(820, 1180) for _ in range(10))))
        planned = amount if share == 1000 else _hundreds(amount * share / 1000)
        code = key.row_key
        for row in (code, code[:5], code[:3], "total"):
            above = Key(GENERAL, row, "total")
            found[above] = found.get(above, ZERO) + planned
    return found


def _hundreds(amount: Decimal) -> Decimal:
    return (amount / 100).to_integral_value(rounding=ROUND_HALF_UP) * 100


def drawn(exact: Figures, rng: Random, offices: int) -> Figures:
    """The narrative's own facts by their keys, in yuan and counts."""
    found = _public(exact, rng) | _procurement(exact, rng) | _evaluation(exact, rng) | _staff(rng)
    found["unit.offices"] = Decimal(offices)
    return {Key("", name, ""): value for name, value in found.items() if value}


def _count(rng: Random, least: int, most: int) -> Decimal:
    return Decimal(rng.randint(least, most))


def _public(exact: Figures, rng: Random) -> dict[str, Decimal]:
    """Journeys, cars and guests: none where no money went there."""

    def spent(item: str) -> Decimal:
        return exact.get(Key("three_public", item, "final"), ZERO)

    batches = _count(rng, 2, 40) if spent("reception") else ZERO
    guests = batches * rng.randint(3, 9)
    groups = _count(rng, 1, 3) if spent("abroad") else ZERO
    return {
        "abroad.groups": groups,
        "abroad.persons": groups * rng.randint(1, 5),
        "vehicle_purchase.vehicles": _count(rng, 1, 2) if spent("vehicle_purchase") else ZERO,
        "vehicle_operation.vehicles": exact.get(
            Key("disclosure_statistics", "vehicles.total", "value"), ZERO
        ),
        "reception.domestic": spent("reception"),
        "reception.batches": batches,
        "reception.persons": guests,
        "reception.domestic.batches": batches,
        "reception.domestic.persons": guests,
    }


def _procurement(exact: Figures, rng: Random) -> dict[str, Decimal]:
    bought = exact.get(Key("disclosure_statistics", "procurement.total", "value"), ZERO)
    sme = bought
    if bought > 1000 and rng.randint(0, 4):
        sme = _hundreds(bought * rng.randint(300, 950) / 1000)
    reserved = min(sme, _hundreds(sme * rng.randint(400, 900) / 1000))
    return {
        "procurement.sme_awarded": sme,
        "procurement.micro_awarded": min(sme, _hundreds(sme * rng.randint(200, 900) / 1000)),
        "procurement.sme_reserved_budget": reserved,
        "procurement.sme_reserved_awarded": reserved,
    }


def _evaluation(exact: Figures, rng: Random) -> dict[str, Decimal]:
    projects = exact.get(Key(GENERAL, "total", "project"), ZERO)
    n = _count(rng, 3, 24)
    good = _count(rng, 0, 2)
    found = {
        PROJECTS.format("self_evaluation"): n,
        "performance.self_evaluation.projects_level_2": n,
        "performance.self_evaluation.grade.优": n - good,
        "performance.self_evaluation.grade.良": good,
        FUNDS.format("self_evaluation"): _hundreds(projects * rng.randint(600, 990) / 1000),
    }
    for phase in ("targets", "tracking"):
        found[PROJECTS.format(phase)] = n + rng.randint(0, 3)
        found[FUNDS.format(phase)] = _hundreds(projects * rng.randint(990, 1200) / 1000)
    return found


def _staff(rng: Random) -> dict[str, Decimal]:
    administrative, institutional = _count(rng, 6, 40), _count(rng, 4, 60)
    on_duty = administrative + institutional - rng.randint(0, 3)
    retired, veterans = _count(rng, 1, 30), _count(rng, 0, 2)
    return {
        "staff.administrative_quota": administrative,
        "staff.institutional_quota": institutional,
        "staff.quota": administrative + institutional,
        "staff.on_duty": on_duty,
        "staff.retired.ordinary": retired,
        "staff.retired.veteran": veterans,
        "staff.actual": on_duty + retired + veterans,
    }
