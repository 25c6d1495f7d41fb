"""Peer groups: which filings are compared with each other, as `peer_groups.yml` and a user say.

Who belongs to a group, and why somebody belongs to none. No statistics here.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import polars as pl
import yaml
from pydantic import BaseModel, ConfigDict

from analysis.amounts import EXPENDITURE, TOTALS
from analysis.columns import COLUMNS
from analysis.figures import checked_figures, checked_filers
from analysis.measures import Text, UnusableMeasures
from analysis.own_groups import OWN_GROUPS

FILE = Path(__file__).with_name("peer_groups.yml")

UNCLASSIFIED = "unclassified"
"""The kind of a department of no known kind: no basis for a comparison."""

ALWAYS_ALIKE = ["fiscal_year", "scope"]
"""Whatever the group, only filings of one year and scope are compared."""


class PeerGroup(BaseModel):
    """A group: those `alike` in all these columns.

    `items`: described for every printed code too; `outliers`: who stands out in it is one.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Text
    name_zh: Text
    name_en: Text
    alike: tuple[Text, ...]
    items: bool
    outliers: bool


class _File(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")

    peer_groups: tuple[PeerGroup, ...]
    size_bands: tuple[int, ...]


@cache
def peer_groups() -> tuple[PeerGroup, ...]:
    """The groups of `peer_groups.yml`."""
    return _file().peer_groups


OWN = "own:"
"""What the names of groups of one's own begin with."""


def peer_group(
    filers: pl.DataFrame, figures: pl.DataFrame, own: pl.DataFrame | None = None
) -> pl.DataFrame:
    """Who is compared with whom: each filing in each peer group, or why it is in none.

    Args:
        filers: as in `analysis.figures.FILERS`.
        figures: as in `analysis.figures.FIGURES`; total expenditure gives the size band.
        own: groups of the user, as in `analysis.own_groups.OWN_GROUPS`.

    Returns:
        One row per filing × group, and per department of an own group that has no filing; columns
        as in `analysis.COLUMNS["peer_group"]`, sorted. Filings with one `group_key` are peers.
    """
    sized = _sized(checked_filers(filers), checked_figures(figures))
    parts = [_members(sized, group) for group in peer_groups()]
    parts += [_own_members(sized, OWN_GROUPS.to_frame() if own is None else own)]
    return (
        pl.concat(parts, how="diagonal")
        .select(list(COLUMNS["peer_group"]))
        .sort("peer_group", "group_key", "region_code", "department_id", "filing_id")
    )


def _members(sized: pl.DataFrame, group: PeerGroup) -> pl.DataFrame:
    """The filings with their `group_key`, null for those that lack what the group is alike in."""
    missing: pl.Expr = pl.lit(None, pl.String)
    for column in [*ALWAYS_ALIKE, *group.alike][::-1]:
        lacking = pl.col(column).is_null()
        if column == "department_kind":
            lacking = lacking | (pl.col(column) == UNCLASSIFIED)
        missing = pl.when(lacking).then(pl.lit(f"no_{column}")).otherwise(missing)
    named = sized.with_columns(peer_group=pl.lit(group.id), left_out=missing)
    return named.with_columns(
        group_key=pl.when(pl.col("left_out").is_null()).then(
            pl.concat_str("peer_group", *ALWAYS_ALIKE, *group.alike, separator="|")
        )
    )


def _own_members(sized: pl.DataFrame, own: pl.DataFrame) -> pl.DataFrame:
    """The filings of the departments that a user put into groups; those without any are kept."""
    by_id = own.drop_nulls("department_id").select("group", "department_id")
    by_name = own.filter(pl.col("department_id").is_null()).drop("department_id")
    there = pl.concat(
        [
            by_id.join(sized, on="department_id", how="left"),
            by_name.join(sized, on=["region_code", "department"], how="left"),
        ],
        how="diagonal",
    ).with_columns(pl.concat_str(pl.lit(OWN), "group").alias("peer_group"))
    missing = (
        pl.when(pl.col("filing_id").is_null())
        .then(pl.lit("no_filing"))
        .when(pl.col("fiscal_year").is_null())
        .then(pl.lit("no_fiscal_year"))
        .when(pl.col("scope").is_null())
        .then(pl.lit("no_scope"))
    )
    return there.unique(maintain_order=True).with_columns(
        left_out=missing,
        group_key=pl.when(missing.is_null()).then(
            pl.concat_str("peer_group", *ALWAYS_ALIKE, separator="|")
        ),
    )


def _sized(filed: pl.DataFrame, figures: pl.DataFrame) -> pl.DataFrame:
    """The filings with their size band: the lower bound, in yuan, that it begins at."""
    total = figures.filter(dimension=TOTALS, code=EXPENDITURE).select("filing_id", total="value")
    band: pl.Expr = pl.lit(None, pl.Int64)
    for bound in sorted(_file().size_bands):
        band = pl.when(pl.col("total") >= bound).then(pl.lit(bound, pl.Int64)).otherwise(band)
    return filed.join(total, on="filing_id", how="left").with_columns(size_band=band)


@cache
def _file() -> _File:
    try:
        return _File.model_validate(yaml.safe_load(FILE.read_text("utf-8")))
    except (yaml.YAMLError, ValueError) as error:
        raise UnusableMeasures(f"{FILE.name}: {error}") from error
