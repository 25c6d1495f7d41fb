"""Filings of random trees with random gaps and misprints: whatever is printed, sums must hold.

Drawn from a fixed seed, so that a failure comes again.
"""

from __future__ import annotations

import random
from collections.abc import Iterator

from raw_schema import RawFiling, RawValue

CODES = {
    "expenditure_by_function": "total 201 20101 2010101 2010102 20102 2010201 202 20201 2029901"
    " 203",
    "basic_expenditure_by_economic": "total personnel_total office_total 301 30101 30102 302 30201"
    " 303 309 30901 310",
    "appropriation_summary": "expenditure.grand_total expenditure.expenditure_total expenditure.201"
    " expenditure.202 expenditure.closing_balance income.grand_total income.income_total"
    " income.general_budget income.opening_balance income.opening_balance.general_budget"
    " income.opening_balance.government_fund",
}
MEASURES = {
    "expenditure_by_function": ["total", "basic", "project"],
    "basic_expenditure_by_economic": ["amount"],
    "appropriation_summary": ["total", "general_budget", "government_fund"],
}


def _cells(rng: random.Random, form: str) -> Iterator[RawValue]:
    row_share, cell_share = rng.choice([0.4, 0.8, 1.0]), rng.choice([0.5, 0.9, 1.0])
    for row in CODES[form].split():
        measures = ["total"] if row.startswith("income.") else MEASURES[form]
        for measure in measures:
            if rng.random() > row_share * cell_share:
                continue
            for occurrence in range(1, rng.choice([2, 2, 2, 2, 2, 2, 3])):
                text = f"{rng.randint(-2, 40) / 100:.2f}"
                yield RawValue(form, row, measure, text, occurrence=occurrence)


def random_filings(count: int) -> list[RawFiling]:
    """So many filings of fiscal year 2022."""
    rng = random.Random(20220101)  # noqa: S311
    return [
        RawFiling(
            f"{number:016d}",
            [cell for form in CODES for cell in _cells(rng, form)],
            fiscal_year=2022,
            department=f"随机{number}局",
        )
        for number in range(1, count + 1)
    ]
