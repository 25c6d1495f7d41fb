"""What changed from one release to another: filings, values and findings, each with its cause.

The cause is the first of these that holds:

- `source`: other bytes count for the filing, or they came or went.
- `correction`: the bytes are the same, a row of `corrections.csv` is not.
- `override`: the bytes are the same; `filings.csv`, or the file's name, says otherwise of them, or
  that the filing was withdrawn.
- `code`: nothing of that, but other code of ours read or judged them.
- `neighbour`: nothing of all that; another filing that this one is compared with changed.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import duckdb
import polars as pl

from warehouse.files import write_whole
from warehouse.home import Home
from warehouse.load import SETTINGS
from warehouse.release import current_release, releases

CODE = "code_version"
"""The table of the schema `raw` that says which code made a release: `part`, `digest`."""
SUFFIX = ".changes.parquet"
_COMPARED = (
    "filing_id", "path", "fiscal_year", "region_code", "department", "unit", "scope", "title",
    "published_on", "source_url", "note",
)  # fmt: skip
_PLACE = ("page", "sheet", "table_no", "row_no", "col_no", "line_no")


class CannotCompare(Exception):
    """Two releases of which one lacks what is compared: code of another time made it."""


def changes(before: Path, after: Path) -> pl.DataFrame:
    """Compare two releases.

    Returns:
        One row a change: `what` (filing, value, finding), `kind` (added, removed, changed),
        `cause`, whose filing, which cell, how it was `before` and is `after`, and the place. The
        values of filings that came or went are not listed but counted, in `n_values`.

    Raises:
        CannotCompare: a table or column is missing in one of them.
    """
    with duckdb.connect(config=dict(SETTINGS)) as con:
        for side, file in (("before", before), ("after", after)):
            quoted = str(file.resolve(strict=True)).replace("'", "''")
            con.execute(f"attach '{quoted}' as {side} (read_only)")
        con.execute("set variable code_changed = $1", [_code(con, "before") != _code(con, "after")])
        try:
            for script in _scripts():
                con.execute(script)
        except (duckdb.CatalogException, duckdb.BinderException) as error:
            reason = str(error).splitlines()[0]
            raise CannotCompare(f"{before.stem}, {after.stem}: {reason}") from error
        rows: pl.DataFrame = con.sql("from change").pl()
        return rows


def counted(rows: pl.DataFrame) -> list[dict[str, object]]:
    """The changes counted by `what`, `kind` and `cause`; `n_values` of the filings summed."""
    keys = ("what", "kind", "cause")
    totals = rows.group_by(keys).agg(n=pl.len(), n_values=pl.col("n_values").sum())
    return totals.sort(keys).to_dicts()


def keep_changes(home: Home) -> pl.DataFrame | None:
    """The changes that the current release brought, kept beside it; None for the first one.

    Raises:
        CannotCompare: see `changes`; nothing is kept then.
    """
    there = releases(home)
    for stale in home.releases.glob(f"*{SUFFIX}"):
        if stale.with_name(f"{stale.name.removesuffix(SUFFIX)}.duckdb") not in there:
            stale.unlink()
    current = current_release(home)
    earlier = [file for file in there if current and file.name < current.name]
    if current is None or not earlier:
        return None
    kept = current.with_name(f"{current.stem}{SUFFIX}")
    if not kept.exists():
        rows = changes(earlier[-1], current)
        write_whole(kept, lambda beside: rows.write_parquet(beside, compression="zstd"))
    return pl.read_parquet(kept)


def _code(con: duckdb.DuckDBPyConnection, side: str) -> list[tuple[str, str]] | str:
    """What code made a release. One that does not say so was made by code before this."""
    there = con.execute(
        "select 1 from duckdb_tables() where database_name = $1 and table_name = $2", [side, CODE]
    ).fetchone()
    if not there:
        return f"unknown code of {side}"
    return con.execute(f"select part, digest from {side}.raw.{CODE} order by all").fetchall()  # noqa: S608


def _scripts() -> Iterator[str]:
    here = Path(__file__).parent
    for side in ("before", "after"):
        yield (here / "changes_side.sql").read_text("utf-8").replace("{side}", side)
    script = (here / "changes.sql").read_text("utf-8")
    differ = " or ".join(f"a.{name} is distinct from b.{name}" for name in _COMPARED)
    place = ", ".join(
        f"case when a.text is null then b.{name} else a.{name} end as {name}" for name in _PLACE
    )
    filled = {"{differ}": f"({differ})", "{place}": place}
    filled |= {"{differences_before}": _differing("b"), "{differences_after}": _differing("a")}
    for mark, text in filled.items():
        script = script.replace(mark, text)
    yield script


def _differing(side: str) -> str:
    """SQL: the attributes that differ, as `name=value; name=value`; null where there is none."""
    said = ", ".join(
        f"case when a.{name} is distinct from b.{name} then '{name}=' || {side}.{name} end"
        for name in _COMPARED
    )
    return f"case when {side}.filing_id is not null then concat_ws('; ', {said}) end"
