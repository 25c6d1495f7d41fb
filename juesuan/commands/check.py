"""`juesuan check`: findings on files, no warehouse needed."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import click

from ingest.records import ParsedFiling, Quarantined
from juesuan.sources import parse_files

STYLES = {"error": "bold red", "warn": "yellow", "info": "dim"}


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--format", "form", type=click.Choice(["table", "json"]), default="table", show_default=True,
    help="json is one list of findings with stable keys.",
)  # fmt: skip
@click.option("--lang", type=click.Choice(["zh", "en"]), default="zh", show_default=True)
def command(files: tuple[Path, ...], form: str, lang: str) -> None:
    """Check FILES: what contradicts what in them, where, and by how much.

    Several files are checked against each other too: years of one department, a department
    against its units. Exit code 1 if any finding is an error, 2 if a file cannot be read.

    \b
    Examples:
      juesuan check 县财政局2023年度部门决算公开.pdf
      juesuan check 2022.pdf 2023.pdf --format json
    """  # noqa: D301 (click's \b keeps the lines apart)
    from juesuan.checking import findings

    parsed: list[ParsedFiling] = []
    refused = False
    for path, one in parse_files(files):
        if isinstance(one, Quarantined):
            refused = True
            click.echo(f"{path}: {one.reason}: {one.message_en}", err=True)
        else:
            parsed.append(one)
    rows = findings(parsed) if parsed else []
    if form == "json":
        click.echo(json.dumps(rows, ensure_ascii=False, indent=2, default=str))
    else:
        _table(rows, [p.filing.path for p in parsed], lang)
    errors = any(row["severity"] == "error" for row in rows)
    sys.exit(2 if refused else 1 if errors else 0)


def _table(rows: list[dict[str, Any]], paths: list[str], lang: str) -> None:
    """The findings as blocks of lines: severity, rule and place; then the sentence."""
    from rich.console import Console

    console = Console(highlight=False)
    for path in paths:
        mine = [row for row in rows if row["file"] == path]
        counts = ", ".join(
            f"{n} {s}" for s in STYLES if (n := sum(r["severity"] == s for r in mine))
        )
        console.print(f"{path}: {counts or 'no findings'}", style="bold", markup=False)
        for row in mine:
            head = f"  {row['severity']:5} {row['rule_id']:12} {_where(row)}"
            console.print(head, style=STYLES[row["severity"]], markup=False)
            message = row["message_zh" if lang == "zh" else "message"]
            console.print(f"        {message}", markup=False, soft_wrap=True)


def _where(row: dict[str, Any]) -> str:
    """The place of the cell that the finding names, as a person looks it up."""
    place = row["places"][0] if row["places"] else {}
    words = (
        ("page", "page"), ("sheet", "sheet"), ("line_no", "line"), ("table_no", "table"),
        ("row_no", "row"), ("col_no", "column"),
    )  # fmt: skip
    return ", ".join(f"{word} {place[key]}" for key, word in words if place.get(key) is not None)
