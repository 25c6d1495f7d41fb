"""Peer groups of the user's own: the text of a CSV file to a frame, read strictly."""

from __future__ import annotations

import csv
import io

import polars as pl

OWN_GROUPS = pl.Schema(
    {
        "group": pl.String(),
        "department_id": pl.String(),
        "region_code": pl.String(),
        "department": pl.String(),
    }
)
"""One row per department of a group: known by its id, or by region and name as
`marts.dim_department` has them. A department may be in several groups."""


class UnusableGroups(ValueError):
    """A file of own groups that cannot be used. The message names the line."""


def own_groups(text: str) -> pl.DataFrame:
    """The groups of a CSV file.

    Its columns are those of `OWN_GROUPS`; one may be missing where no row needs it.

    Returns:
        As in `OWN_GROUPS`, in the order of the file.

    Raises:
        UnusableGroups: an unknown column, a line without a group, or without a department_id or
            else both region_code and department.
    """
    reader = csv.DictReader(io.StringIO(text.removeprefix("\ufeff")), restkey="more")
    columns = reader.fieldnames or []
    if unknown := [name for name in columns if name not in OWN_GROUPS]:
        raise UnusableGroups(f"line 1: unknown columns {unknown}; known are {list(OWN_GROUPS)}")
    rows = []
    for row in reader:
        said = {name: (row.get(name) or "").strip() or None for name in OWN_GROUPS}
        named = said["department_id"] or (said["region_code"] and said["department"])
        if "more" in row or not said["group"] or not named:
            raise UnusableGroups(
                f"line {reader.line_num}: a group, and a department_id or else a region_code and a"
                " department, are needed, and nothing more"
            )
        rows.append(said)
    return pl.DataFrame(rows, schema=OWN_GROUPS)
