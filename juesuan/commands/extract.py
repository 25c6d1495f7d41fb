"""`juesuan extract`: the line items of files, no warehouse needed."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, fields
from decimal import Decimal
from pathlib import Path
from typing import TextIO

import click

from ingest.records import LineItem, Quarantined, schema
from juesuan.sources import parse_files

COLUMNS = ["file", *(f.name for f in fields(LineItem))]


@click.command()
@click.argument(
    "files", nargs=-1, required=True, type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option(
    "--format",
    "form",
    type=click.Choice(["csv", "json", "parquet"]),
    default="csv",
    show_default=True,
    help="json is one object a line.",
)
@click.option(
    "--output",
    "-o",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Write here instead of stdout (parquet needs it).",
)
def command(files: tuple[Path, ...], form: str, output: Path | None) -> None:
    """Write the line items of FILES, one row a printed value, with a `file` column.

    Files that cannot be read are named on stderr and leave exit code 2; the others are written.

    \b
    Examples:
      juesuan extract 县财政局2023年度部门决算公开.txt
      juesuan extract *.xlsx --format json
      juesuan extract *.xlsx --format parquet -o items.parquet
    """  # noqa: D301 (click's \b keeps the lines apart)
    if form == "parquet" and output is None:
        raise click.UsageError("parquet is binary: name a file with --output.")
    refused: list[Path] = []
    rows = _rows(files, refused)
    if output is not None and form == "parquet":
        _parquet(rows, output)
    elif output is not None:
        with output.open("w", encoding="utf-8", newline="") as stream:
            _text(rows, form, stream)
    else:
        _text(rows, form, sys.stdout)
    if refused:
        raise SystemExit(2)


def _rows(files: tuple[Path, ...], refused: list[Path]) -> Iterator[dict[str, object]]:
    for path, parsed in parse_files(files):
        if isinstance(parsed, Quarantined):
            refused.append(path)
            click.echo(f"{path}: {parsed.reason}: {parsed.message_en}", err=True)
            continue
        for said in parsed.signals:
            if said.severity == "error":
                click.echo(f"{path}: {said.code}: {said.message_en}", err=True)
        for item in parsed.line_items:
            yield {"file": path.as_posix(), **asdict(item)}


def _text(rows: Iterable[dict[str, object]], form: str, stream: TextIO) -> None:
    """CSV with a head, or JSON lines. Values keep their printed decimals, as text."""
    if form == "csv":
        writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
        writer.writeheader()
        for row in rows:
            writer.writerow({k: _plain(v) for k, v in row.items()})
        return
    for row in rows:
        line = json.dumps({k: _plain(v) for k, v in row.items()}, ensure_ascii=False)
        stream.write(line + "\n")


def _plain(value: object) -> object:
    return f"{value:f}" if isinstance(value, Decimal) else value


def _parquet(rows: Iterable[dict[str, object]], output: Path) -> None:
    import polars as pl

    columns: dict[str, pl.DataType] = {"file": pl.String(), **schema(LineItem)}
    pl.DataFrame(list(rows), schema=columns, orient="row").write_parquet(output)
