"""Peer groups: which values a department's own value is compared with.

A peer group makes sets of values and says which members each set is for. No statistics here.
"""

from __future__ import annotations

from collections.abc import Callable

import polars as pl

UNCLASSIFIED = "unclassified"
"""The kind of a department of no known kind: no basis for a comparison."""

MEMBER = "department_id"
CELL = ["fiscal_year", "scope", "dimension", "code", "measure"]
"""Only values that agree in all of these are ever compared."""

SET = [*CELL, "peer_set"]
"""What names a set of values within one peer group."""

PeerGroup = Callable[[pl.DataFrame], pl.DataFrame]
"""Values in, members out: the columns of the values, `peer_set`, and `is_target`. A member that is
no target of its set is there for another's comparison only."""


def same_region_other_departments(values: pl.DataFrame) -> pl.DataFrame:
    """The departments of a region, whatever their kind. Values without a region have no peers."""
    return _shared_sets(values.drop_nulls("region_code"), "region_code")


def same_kind_other_regions(values: pl.DataFrame) -> pl.DataFrame:
    """A department and those of its kind in all other regions.

    Where a region has several of a kind (schools), each is compared with the other regions'
    only, so each has a set of its own. Values without a kind or region have no peers.
    """
    known = values.drop_nulls("region_code").filter(pl.col("department_kind") != UNCLASSIFIED)
    kind = [*CELL, "department_kind"]
    in_region = known.with_columns(of_region=pl.len().over([*kind, "region_code"]))
    crowded = pl.col("of_region").max().over(kind) > 1
    shared = _shared_sets(in_region.filter(~crowded).drop("of_region"), "department_kind")
    return pl.concat([shared, _own_sets(in_region.filter(crowded).drop("of_region"), kind)])


def _shared_sets(values: pl.DataFrame, by: str) -> pl.DataFrame:
    return values.with_columns(peer_set=pl.col(by), is_target=pl.lit(value=True))


def _own_sets(values: pl.DataFrame, kind: list[str]) -> pl.DataFrame:
    """Quadratic in a group's size: kept to the groups that need it."""
    target = values.select(*kind, target=MEMBER, target_region="region_code")
    is_target = pl.col(MEMBER) == pl.col("target")
    return (
        values.join(target, on=kind)
        .filter(is_target | (pl.col("region_code") != pl.col("target_region")))
        .with_columns(peer_set="target", is_target=is_target)
        .drop("target", "target_region")
    )


PEER_GROUPS: dict[str, PeerGroup] = {
    "same_kind_other_regions": same_kind_other_regions,
    "same_region_other_departments": same_region_other_departments,
}
