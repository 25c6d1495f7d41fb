"""Three cases a rule: accounts that hold, that hold within rounding, that do not.

`cases.csv` types the cells of a rule's equation: `sum` (the claim, and the parts it must equal),
`copy` (the same amount in two forms), `bound` (what must not exceed what). Their amounts follow
from the arithmetic of rounding, below; those of `typed` rows are typed, with the verdict.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from raw_rows import FORMS, Typed

with (Path(__file__).parent / "cases.csv").open(encoding="utf-8", newline="") as file:
    ROWS = list(csv.DictReader(file))

SOFT = {"B-02-03", "B-06-F", "B-06-F2", "B-06-F3", "S-RUN", "S-ANNUITY"}

NEVER_ROUNDS = {
    "A-01-BAL": "both sides are one amount, rounded once",
    "A-04-BAL": "both sides are one amount, rounded once",
    "A-10-CARS": "counts",
    "S-RUN": "against nothing",
}


@dataclass(frozen=True)
class Case:
    """An equation of a filing and its expected verdict."""

    rule: str
    equation: str
    verdict: str
    filing: Typed


def _split(cells: str) -> list[str]:
    return [cell.strip() for cell in cells.split(";") if cell.strip()]


def _cents(cents: int) -> str:
    return f"{cents // 100}.{cents % 100:02}"


def _sum(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """By domain.md 2.0: n parts may miss their total by ceil((n + 1) / 2) - 1 cents, no more."""
    first, *others = _split(row["left"])
    parts = _split(row["right"])
    n = len(others) + len(parts)
    allowed = -(-(n + 1) // 2) - 1
    fixed = {cell: 1 + 111 * k for k, cell in enumerate([*others, *parts], start=1)}
    fixed[parts[0]] += 10_000
    exact = sum(fixed[c] for c in parts) - sum(fixed[c] for c in others)
    for gap, verdict in [(0, "exact"), (allowed, "rounding"), (-allowed - 1, "fail")]:
        amounts = {first: exact + gap, **fixed}
        yield verdict, "; ".join(f"{cell}={_cents(cents)}" for cell, cents in amounts.items())


# 3.33 万元 stands for 33,250 to 33,350 元; the other form is printed in 元 with cents.
COPY = [("33300.00", "exact"), ("33349.00", "rounding"), ("33351.00", "fail")]
BOUND = [
    ("33300.00", "exact"),
    ("99900.00", "exact"),
    ("33251.00", "rounding"),
    ("33249.00", "fail"),
]


def _amounts(row: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Verdict and cells of each case of a row."""
    if row["kind"] == "typed":
        yield row["verdict"], row["also"]
    elif row["kind"] == "sum":
        yield from _sum(row)
    else:
        for there, verdict in COPY if row["kind"] == "copy" else BOUND:
            yield verdict, f"{row['left']}=3.33; {row['right']}={there}元; {row['also']}"


def _case(row: dict[str, str], verdict: str, cells: str, number: int) -> Case:
    rule = row["rule_id"]
    return Case(
        rule,
        re.sub(r"^\d\d(?=\|)", lambda form: FORMS[form[0]], row["equation"]),
        "soft" if verdict == "fail" and rule in SOFT else verdict,
        Typed(f"case{number:04}", cells, label="行政运行" if rule == "S-RUN" else ""),
    )


def cases() -> list[Case]:
    """All cases, each in a filing of its own."""
    typed = [(row, *amounts) for row in ROWS for amounts in _amounts(row)]
    return [_case(*case, number) for number, case in enumerate(typed)]
