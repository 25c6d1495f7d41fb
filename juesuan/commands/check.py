"""`juesuan check`: findings on files, no warehouse needed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from ingest.records import ParsedFiling


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json", "sarif"]), default="table",
    show_default=True, help="json is one list of findings with stable keys, sarif is SARIF 2.1.0.",
)  # fmt: skip
@click.option(
    "--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True,
    help="Language of table and sarif; json has both.",
)  # fmt: skip
def command(files: tuple[Path, ...], form: str, lang: str) -> None:
    """Check FILES: what contradicts what in them, where, and by how much.

    Several files are checked against each other too: years of one department, a department
    against its units. Exit code 1 if any finding is an error, 2 if a file cannot be read.

    \b
    Examples:
      juesuan check 县财政局2023年度部门决算公开.pdf
      juesuan check 2022.pdf 2023.pdf --lang en
      juesuan check *.docx --format sarif > findings.sarif
    """  # noqa: D301 (click's \b keeps the lines apart)
    from juesuan.checking import findings

    parsed, refused = _read(files)
    rows, rules = findings(parsed)
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2))
    elif form == "sarif":
        from juesuan.sarif import log

        click.echo(json.dumps(log(rows, rules, lang), ensure_ascii=False, indent=2))
    else:
        from rich.console import Console

        from juesuan.listing import show

        show(rows, parsed, lang, Console(highlight=False, markup=False, emoji=False))
    errors = any(row["severity"] == "error" for row in rows)
    sys.exit(2 if refused else 1 if errors else 0)


def _read(files: tuple[Path, ...]) -> tuple[dict[str, ParsedFiling], bool]:
    """What each file says, by its name as given; whether any could not be read.

    A file given again, by the same or another name, is checked once.
    """
    from ingest.records import Quarantined
    from juesuan.sources import parse_files

    parsed: dict[str, ParsedFiling] = {}
    first: dict[str, str] = {}
    refused = False
    for path, one in parse_files(files):
        if isinstance(one, Quarantined):
            refused = True
            click.echo(f"{path}: {one.reason}: {one.message_en}", err=True)
        elif (same := first.setdefault(one.filing.filing_id, str(path))) != str(path):
            click.echo(f"{path}: the same as {same}, checked once", err=True)
        else:
            parsed[str(path)] = one
    return parsed, refused
