"""`juesuan status`: what the last night did, what is missing, which release is current."""

from __future__ import annotations

import json
import logging
import warnings
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from warehouse.home import Home

if TYPE_CHECKING:
    from dagster import DagsterInstance

_ASSETS = ("archive", "line_items", "release")


@click.command()
@click.option(
    "--home", type=click.Path(file_okay=False, path_type=Path), envvar="JUESUAN_HOME",
    help="The warehouse.  [default: warehouse/data]",
)  # fmt: skip
@click.option(
    "--on", type=click.DateTime(["%Y-%m-%d"]),
    help="Filings that are missing by this day.  [default: today]",
)  # fmt: skip
@click.option("--json", "as_json", is_flag=True, help="All of it as one JSON object.")
def command(home: Path | None, on: datetime | None, *, as_json: bool) -> None:
    """Say how the last run went, what it did, what the current release holds, and what is missing.

    A filing is missing when its filer filed for the year before and the day is past on which its
    region published then; where that is not known, the deadline of its level stands for it.

    \b
    Examples:
      juesuan status
      juesuan status --json | jq .last_run
    """  # noqa: D301 (click's \b keeps the lines apart)
    place = Home.find(home)
    if not place.current.exists() and not (place.dagster / "dagster.yaml").exists():
        error = click.ClickException(f"{place.root}: nothing was built here yet")
        error.exit_code = 2
        raise error
    said = {**_last_run(place), **_release(place, on.date() if on else None)}
    if as_json:
        click.echo(json.dumps(said, ensure_ascii=False, indent=1, default=str))
    else:
        click.echo("\n".join(_lines(said)))


def _last_run(home: Home) -> dict[str, Any]:
    """The last run, and what the assets that it made said."""
    warnings.simplefilter("ignore")
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    from orchestration.failures import of_run
    from orchestration.run import instance_of

    nothing: dict[str, Any] = {"last_run": None, "failed": [], "did": {}}
    if not (home.dagster / "dagster.yaml").exists():
        return nothing
    with instance_of(home.dagster) as instance:
        for record in instance.get_run_records(limit=1):
            run, start = record.dagster_run, record.start_time
            began = datetime.fromtimestamp(start, UTC).isoformat("T", "seconds") if start else None
            said = {"job": run.job_name, "status": run.status.value, "began": began}
            did = {name: _made(instance, name, run.run_id) for name in _ASSETS}
            failed = list(of_run(instance, run.run_id))
            return {"last_run": said, "failed": failed, "did": did}
    return nothing


def _made(instance: DagsterInstance, name: str, run_id: str) -> dict[str, object]:
    from dagster import AssetKey

    event = instance.get_latest_materialization_event(AssetKey(name))
    made = event.asset_materialization if event and event.run_id == run_id else None
    return {key: value.value for key, value in made.metadata.items()} if made else {}


def _release(home: Home, on: date | None) -> dict[str, Any]:
    from orchestration.summary import summarise
    from warehouse.missing import freshness, today
    from warehouse.reader import open_release

    if not home.current.exists():
        return {"release": None, "freshness": []}
    with open_release(home.current) as con:
        day = on or today()
        rows = freshness(con, day)
    fresh = [{**asdict(row), "overdue": row.is_overdue(day)} for row in rows]
    return {"release": asdict(summarise(home)), "freshness": fresh}


def _lines(said: dict[str, Any]) -> Iterator[str]:
    run, release = said["last_run"], said["release"]
    yield (
        f"last run    {run['job']}: {run['status']}, began {run['began']}" if run else "no run yet"
    )
    for reason in said["failed"]:
        yield "  failed      " + reason.replace("\n", "\n            ")
    for name, did in said["did"].items():
        if not did:
            yield f"  {name:12}not made in this run"
        for key, value in did.items():
            text = str(value).replace("\n", "\n            ")
            yield f"  {name:12}{key}: {text}"
    if release is None:
        yield "release     none"
        return
    found = ", ".join(f"{n:,} {severity}" for severity, n in release["findings"].items())
    yield f"release     {release['release']}"
    yield f"filings     {release['filings']:,} of {release['departments']:,} departments"
    yield f"values      {release['values']:,}"
    yield f"findings    {found or 'none'}"
    yield f"quarantine  {len(release['quarantine'])}"
    for row in said["freshness"]:
        if row["missing"]:
            where = f"{row['region_code']} {row['fiscal_year']}"
            due = f"{'overdue since' if row['overdue'] else 'due on'} {row['due_on']}"
            yield f"missing     {where}: {len(row['missing'])} of {row['expected']}, {due}"
            yield f"            {'、'.join(row['missing'])}"
