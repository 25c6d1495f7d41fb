"""Peer groups: which values a department's own value is compared with.

A peer group is data: what its members share, and what they must not share. No statistics here.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

UNCLASSIFIED = "unclassified"
"""The kind of a department of no known kind: no basis for a comparison."""

CELL = ["fiscal_year", "scope", "dimension", "code", "measure"]
"""Only values that agree in all of these are ever compared."""


@dataclass(frozen=True, slots=True)
class PeerGroup:
    """A department's peers: those `alike` in one column and, if said, not in its own `apart`.

    A department is always a member of its own set. Where several of a group share their `apart`
    (the schools of a region), each has a set of its own: itself and those of the other regions.
    """

    alike: str
    apart: str | None = None


PEER_GROUPS: dict[str, PeerGroup] = {
    "same_kind_other_regions": PeerGroup(alike="department_kind", apart="region_code"),
    "same_region_other_departments": PeerGroup(alike="region_code"),
}


def grouped(values: pl.DataFrame, group: PeerGroup) -> pl.DataFrame:
    """The values that the group can compare, numbered.

    Returns:
        The values with `row`, their `group_id`, their `part_id` (those of one part are no peers of
        each other), and `crowded`: some part of the group has several members.
    """
    part = [group.apart] if group.apart else []
    known = (
        values.drop_nulls([group.alike, *part])
        .filter(pl.col(group.alike) != UNCLASSIFIED)
        .with_row_index("row")
    )
    numbered = _numbered(known, [*CELL, group.alike], "group_id")
    numbered = _numbered(numbered, ["group_id", *(part or ["row"])], "part_id")
    crowded = pl.len().over("part_id").max().over("group_id") > 1
    return numbered.with_columns(crowded=crowded)


def own_sets(values: pl.DataFrame) -> pl.LazyFrame:
    """Each row with each value of its set, as `row` and `value`: for crowded groups only.

    Quadratic in the size of a group, so kept narrow.
    """
    member = values.lazy().select("group_id", "value", member_part="part_id", member="row")
    is_peer = pl.col("part_id") != pl.col("member_part")
    return (
        values.lazy()
        .select("row", "group_id", "part_id")
        .join(member, on="group_id")
        .filter(is_peer | (pl.col("row") == pl.col("member")))
        .select("row", "value")
    )


def _numbered(frame: pl.DataFrame, columns: list[str], name: str) -> pl.DataFrame:
    return frame.join(frame.select(columns).unique().with_row_index(name), on=columns)
