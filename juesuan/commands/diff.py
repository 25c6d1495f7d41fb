"""`juesuan diff`: what changed between two releases, and why."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from juesuan.places import where
from warehouse.as_of import release_of
from warehouse.home import Home
from warehouse.release import UnknownRelease, releases

if TYPE_CHECKING:
    import polars as pl


@click.command()
@click.argument("before", required=False, metavar="[A]")
@click.argument("after", required=False, metavar="[B]")
@click.option(
    "--home", type=click.Path(file_okay=False, path_type=Path), envvar="JUESUAN_HOME",
    help="The warehouse.  [default: warehouse/data]",
)  # fmt: skip
@click.option(
    "--what", type=click.Choice(["filing", "value", "finding"]), help="Only changes of these."
)
@click.option(
    "--limit", type=click.IntRange(min=0), default=50, show_default=True,
    help="List so many changes at most; the counts are of all. json lists all.",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="All changes as one JSON object.")
def command(
    before: str | None,
    after: str | None,
    home: Path | None,
    what: str | None,
    limit: int,
    *,
    as_json: bool,
) -> None:
    """List what changed from release A to release B: filings, values, findings.

    A release is named by its number, by its id or the beginning of it, or by a day: the one that
    was current then. Without B it is the newest one, without A the one before B. The cause is
    source (other bytes), correction, override (filings.csv: also what was withdrawn), code (ours)
    or neighbour (a filing that it is compared with).

    \b
    Examples:
      juesuan diff
      juesuan diff 3 7 --what finding
      juesuan diff 2026-10-31
      juesuan diff --json | jq '.changes[] | select(.cause == "code")'
    """  # noqa: D301 (click's \b keeps the lines apart)
    from warehouse.diff import CannotCompare, changes, counted

    try:
        pair = _pair(Home.find(home), before, after)
        rows = changes(*pair)
    except (UnknownRelease, CannotCompare) as error:
        click.echo(f"Error: {error}", err=True)
        raise SystemExit(2) from error
    counts = counted(rows)
    listed = rows.filter(rows["what"] == what) if what else rows
    names = {"before": pair[0].stem, "after": pair[1].stem}
    if as_json:
        said = {**names, "counts": counts, "changes": listed.to_dicts()}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1))
        return
    click.echo(f"{names['before']} → {names['after']}")
    for n in counts or [{}]:
        click.echo(_count(n) if n else "nothing changed")
    _list(listed, limit)


def _pair(home: Home, before: str | None, after: str | None) -> tuple[Path, Path]:
    there = releases(home)
    later = release_of(home, after) if after else there[-1] if there else None
    if later is None:
        raise UnknownRelease(f"{home.releases}: there is no release yet")
    if before:
        return release_of(home, before), later
    earlier = [file for file in there if file.name < later.name]
    if not earlier:
        raise UnknownRelease(f"{later.stem}: there is no release before it")
    return earlier[-1], later


def _count(n: dict[str, Any]) -> str:
    values = f"  ({n['n_values']:,} values)" if n["n_values"] else ""
    return f"  {n['n']:>8,}  {n['what']:8} {n['kind']:8} {n['cause']}{values}"


def _list(rows: pl.DataFrame, limit: int) -> None:
    filing = None
    for row in rows.head(limit).sort("path", "what", maintain_order=True).to_dicts():
        if row["path"] != filing:
            filing = row["path"]
            click.echo(f"\n{filing or 'no filing'}")
        cell = " ".join(str(row[k]) for k in ("rule_id", "form", "row_key", "measure") if row[k])
        place = where(row, "en")
        click.echo(f"  {row['what']} {row['kind']} ({row['cause']})  {cell}  {place}".rstrip())
        click.echo(f"    - {row['before']}" * bool(row["before"]), nl=bool(row["before"]))
        click.echo(f"    + {row['after']}" * bool(row["after"]), nl=bool(row["after"]))
    if rows.height > limit:
        click.echo(f"\n… {rows.height - limit:,} more; --limit or --json shows them")
