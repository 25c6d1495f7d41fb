"""Filers and figures made by hand from compact rows, for the tests of measures and benchmarks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

import polars as pl

from analysis.figures import FIGURES, FILERS

LEVELS = {3: "class", 5: "group", 7: "item"}


@dataclass(frozen=True)
class Made:
    """One filing: `figures` are texts of numbers by `dimension/code`; None is an unread one."""

    department: str
    figures: Mapping[str, str | None] = field(default_factory=dict)
    kind: str | None = "finance"
    level: str | None = "county"
    region: str | None = "990101"
    scope: str | None = "department"
    year: int | None = 2023

    @property
    def filing_id(self) -> str:
        """An id that no other filing made here has."""
        return f"{self.department}-{self.scope}-{self.year}"


def filers(*made: Made) -> pl.DataFrame:
    """Who filed, as the analysis takes it."""
    rows = [
        (
            one.filing_id, one.department, f"{one.department}局", one.kind, one.level, one.region,
            one.scope, one.year,
        )
        for one in made
    ]  # fmt: skip
    return pl.DataFrame(rows, schema=FILERS, orient="row")


def figures(*made: Made) -> pl.DataFrame:
    """Their figures, as the analysis takes them."""
    rows = []
    for one in made:
        for key, text in one.figures.items():
            dimension, _, code = key.partition("/")
            value = None if text is None else Decimal(text)
            level = LEVELS.get(len(code)) if code.isdigit() else "total"
            rows.append((one.filing_id, dimension, code, f"{code}名", level, value))
    return pl.DataFrame(rows, schema=FIGURES, orient="row")


def both(*made: Made) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Filers and figures."""
    return filers(*made), figures(*made)
