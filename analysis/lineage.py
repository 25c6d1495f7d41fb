"""Whose filing stands before whose: departments followed through their renames and mergers.

Filings only; amounts and codes are not here. A part that went over (split, transfer) is not
followed: it makes the two filings incomparable, and that is said.
"""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

import polars as pl

SUCCESSION = pl.Schema(
    {
        "from_department_id": pl.String(),
        "to_department_id": pl.String(),
        "fiscal_year": pl.Int32(),
        "kind": pl.String(),
        "share": pl.Float64(),
    }
)
"""One row per event: what became of a department, from the first fiscal year of the successor."""

UNITS = pl.Schema({"filing_id": pl.String(), "kind": pl.String(), "body": pl.String()})
"""What filings say of bodies, as in `marts.fct_staffing`: here the units that accounts take in."""

MEMBER = "consolidated_unit"

RENAMES = frozenset({"rename"})
WHOLE = frozenset({"rename", "merge"})
"""Events by which all of a department goes over to one other, if the share is 1."""


class Event(NamedTuple):
    """A row of `SUCCESSION`."""

    old: str
    new: str | None
    year: int
    kind: str
    share: float | None

    def is_whole(self, kinds: Collection[str] = WHOLE) -> bool:
        """Whether all of the department goes over, by an event of these kinds."""
        return self.kind in kinds and self.share == 1 and self.new is not None


def events(succession: pl.DataFrame) -> list[Event]:
    """The events, by year."""
    typed = succession.select(pl.col(name).cast(kind) for name, kind in SUCCESSION.items())
    return sorted(
        (Event(*row) for row in typed.iter_rows()), key=lambda e: (e.year, e.old, e.new or "")
    )


def heirs(known: list[Event], year: int, kinds: Collection[str] = WHOLE) -> dict[str, str]:
    """What each department that goes over has become by the fiscal year."""
    became: dict[str, str] = {}
    for event in known:
        if event.year > year or not event.is_whole(kinds) or event.new is None:
            continue
        for old, now in became.items():
            if now == event.old:
                became[old] = event.new
        became[event.old] = event.new
    return {old: now for old, now in became.items() if old != now}


def links(
    filed: pl.DataFrame, known: list[Event], units: pl.DataFrame, year: int, base: int
) -> pl.DataFrame:
    """The filings of the base year that stand before each filing of the year, of one scope.

    A department that still files in its own name stands alone, also after its merger.

    Args:
        filed: as `analysis.amounts.filings` gives it.
        known: as `events` gives them.
        units: as in `UNITS`.
        year: the fiscal year.
        base: an earlier one.

    Returns:
        `filing_id`, `prior_filing_id`, and `scope_changed`: a part came or went between the two
        years, one that merged into it did not file for the base year, or two filings name the
        units that they take in, and one names more.
    """
    now, before = _named(filed, known, year, year), _named(filed, known, base, year)
    before = before.rename({"filing_id": "prior_filing_id", "department_id": "prior_department_id"})
    still = now.filter(pl.col("name") != pl.col("heir")).join(
        before.drop("heir"), on=["name", "scope"]
    )
    merged = now.filter(pl.col("name") == pl.col("heir")).join(
        before.drop("name").join(still, on="prior_filing_id", how="anti"), on=["heir", "scope"]
    )
    columns = ["filing_id", "department_id", "prior_filing_id", "prior_department_id", "heir"]
    pairs = pl.concat([still.select(columns), merged.select(columns)])
    between = [event for event in known if base < event.year <= year]
    taken_in = _units(units)
    return (
        pairs.join(taken_in, on="filing_id", how="left")
        .join(taken_in.select(pl.all().name.prefix("prior_")), on="prior_filing_id", how="left")
        .select(
            "filing_id",
            "prior_filing_id",
            scope_changed=_scope_changed(between, before, known, year)
            | (
                (pl.col("n_units") != pl.col("prior_n_units")).fill_null(value=False)
                & (pl.len().over("filing_id") == 1)
            ),
        )
        .with_columns(pl.col("scope_changed").any().over("filing_id"))
    )


def _units(units: pl.DataFrame) -> pl.DataFrame:
    """How many units each filing names. Their names change more often than they come and go."""
    typed = units.select(pl.col(name).cast(kind) for name, kind in UNITS.items())
    return typed.filter(kind=MEMBER).group_by("filing_id").agg(n_units=pl.col("body").n_unique())


def _named(filed: pl.DataFrame, known: list[Event], year: int, seen_from: int) -> pl.DataFrame:
    """The filings of a year: what the filer is called later (`name`), and who has its tasks."""
    renamed = pl.col("department_id").replace(heirs(known, seen_from, RENAMES))
    return (
        filed.filter(fiscal_year=year)
        .select("filing_id", "department_id", "scope", name=renamed)
        .with_columns(
            # Two that file side by side, under the old name and the new one, are two.
            name=pl.when(pl.len().over("name", "scope") > 1).then("department_id").otherwise("name")
        )
        .with_columns(heir=pl.col("name").replace(heirs(known, seen_from)))
    )


def _scope_changed(
    between: list[Event], before: pl.DataFrame, known: list[Event], year: int
) -> pl.Expr:
    parts = [event for event in between if not event.is_whole()]
    touched = {event.old for event in parts} | {event.new for event in parts if event.new}
    there = set(before["name"])
    later = heirs(known, year)
    lacks = {
        later.get(event.old, event.old)
        for event in between
        if event.is_whole() and event.kind == "merge" and event.old not in there
    }
    return (
        pl.col("department_id").is_in(list(touched))
        | pl.col("prior_department_id").is_in(list(touched))
        | pl.col("heir").is_in(list(lacks))
    )
