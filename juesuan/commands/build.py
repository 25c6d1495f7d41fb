"""`juesuan build`: the main job, from the inbox to the release."""

from __future__ import annotations

import json
import logging
import re
import warnings
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING

import click

from ingest.corrections import UnusableCorrections
from ingest.inbox import UnusableInbox
from ingest.manifest import DamagedManifest
from ingest.overrides import UnusableOverrides
from juesuan.terminal import Terminal
from warehouse.files import Busy
from warehouse.home import Home
from warehouse.room import UnusableHome, prepare, refused

if TYPE_CHECKING:
    from orchestration.summary import Summary

EXAMPLE = "select fiscal_year, sum(amount_cny) from marts.fct_expenditure group by 1 order by 1"
_UNEVENTFUL = re.compile(r"\s*\d+ of \d+ (PASS|START|OK|SKIP|NO-OP)\b")
"""Lines of dbt on a node that went well, or was left out because another failed."""
_DBT_FAILED = "DagsterDbtCliRuntimeError"
_FOLDER = click.Path(file_okay=False, path_type=Path)


@click.command()
@click.option(
    "--home", type=_FOLDER, envvar="JUESUAN_HOME", help="The warehouse.  [default: warehouse/data]"
)
@click.option("--inbox", type=_FOLDER, help="The folder of filings.  [default: that of the home]")
@click.option(
    "--jobs",
    type=click.IntRange(min=1),
    help="Worker processes.  [default: one a core, two at least]",
)
@click.option("--json", "as_json", is_flag=True, help="The summary as one JSON object.")
def command(home: Path | None, inbox: Path | None, jobs: int | None, *, as_json: bool) -> None:
    """Archive, parse, load, model, check and publish what the inbox holds.

    What did not change since the last build is not parsed again. With no inbox of your own the
    sample is built. Exit code 1 when a blocking check failed: the release then stays as it was.

    \b
    Examples:
      juesuan build
      juesuan build --inbox ~/filings --jobs 4
      JUESUAN_HOME=/srv/juesuan juesuan build --json
    """  # noqa: D301 (click's \b keeps the lines apart)
    # Dagster's imports take seconds, and speak of betas that are no matter of who runs this.
    warnings.simplefilter("ignore")
    logging.getLogger("dagster").setLevel(logging.CRITICAL)
    place = Home.find(home)
    try:
        prepare(place)
    except UnusableHome as error:
        raise Unusable(f"{error}; nothing was published") from None
    from orchestration.assets.transform import BrokenProject
    from orchestration.resources import Warehouse
    from orchestration.run import run_nightly

    warehouse = Warehouse(
        home=str(home or ""), inbox=str(inbox.expanduser() if inbox else ""), jobs=jobs or 0
    )
    try:
        with Terminal() as progress:
            outcome = run_nightly(warehouse, progress)
    except (UnusableInbox, UnusableOverrides, DamagedManifest, Busy) as error:
        raise Unusable(str(error)) from error
    except Exception as error:
        if why := refused(place, str(error)):
            raise Unusable(f"{why}; nothing was published") from error
        if isinstance(error, BrokenProject | UnusableCorrections):
            raise click.ClickException(str(error)) from error
        raise
    if not outcome.success:
        if why := refused(place, "\n".join((*outcome.errors, outcome.output))):
            raise Unusable(f"{why}; nothing was published")
        _complain(outcome.failed_checks, outcome.errors, outcome.output)
        raise SystemExit(1)
    from orchestration.summary import summarise

    summary = summarise(warehouse.place)
    did = outcome.metadata
    if as_json:
        said = {**asdict(summary), "build": did}
        click.echo(json.dumps(said, ensure_ascii=False, indent=1, default=str))
        return
    _tell(summary, did)


class Unusable(click.ClickException):
    """Input that cannot be used: one line, exit code 2."""

    exit_code = 2


def _complain(checks: tuple[str, ...], errors: tuple[str, ...], output: str) -> None:
    for line in output.splitlines():
        if line.strip() and not _UNEVENTFUL.match(line):
            click.echo(line, err=True)
    for check in checks:
        click.echo(f"check failed: {check}", err=True)
    for error in errors:
        if _DBT_FAILED not in error:  # its own output says it
            click.echo(f"error: {error}", err=True)
    click.echo("nothing was published; the release before this build stays", err=True)


def _tell(summary: Summary, did: Mapping[str, Mapping[str, object]]) -> None:
    """The summary for a person, on stdout."""
    landed, taken, released = did["line_items"], did["archive"], did["release"]
    years = f"{summary.first_year}–{summary.last_year}" if summary.filings else "–"
    lines = [
        f"inbox       {taken['inbox']}",
        f"filings     {summary.filings:,} of {summary.departments:,} departments, {years}",
        f"            parsed {landed['parsed']}, unchanged {landed['skipped, nothing changed']}",
        f"superseded  {summary.superseded:,}",
        f"values      {summary.values:,}",
        f"findings    {_counts(summary.findings) or 'none'}",
        *(f"  {who:9} {_counts(n)}" for who, n in summary.findings_by_origin.items()),
        f"quarantine  {len(summary.quarantine)}",
        *(f"  {c.path}: {c.reason}: {c.message_en}" for c in summary.quarantine),
        *_warnings(taken),
        f"release     {summary.release}{'' if released['new'] else ' (unchanged)'}",
        "",
        f"Open        {summary.open}",
        f'Try         duckdb -readonly {summary.open} "{EXAMPLE}"',
    ]
    click.echo("\n".join(lines))


def _counts(findings: Mapping[str, int]) -> str:
    return ", ".join(f"{n:,} {severity}" for severity, n in findings.items())


def _warnings(taken: Mapping[str, object]) -> list[str]:
    """What the intake says of files and rows that it could not use."""
    keys = ("still being written", "rows of filings.csv without a file")
    return [f"warning     {key}: {row}" for key in keys for row in _texts(taken[key])]


def _texts(rows: object) -> list[str]:
    return [str(row) for row in rows] if isinstance(rows, list) else []
