"""`juesuan layouts`: which forms and layouts are known, and what a file's tables are taken for."""

from __future__ import annotations

from pathlib import Path

import click

from ingest.document import UnreadableFile
from ingest.explain import explain as explain_table
from ingest.layouts import forms
from ingest.readers import read
from ingest.tables import printed_tables


@click.group()
def command() -> None:
    """The known forms and layouts, and why a table is, or is not, one of them."""


@command.command(name="list")
def list_forms() -> None:
    """List every form with its titles and layouts."""
    for form in forms():
        click.echo(f"{form.form}: {', '.join(layout.name for layout in form.layouts)}")
        for title in form.titles:
            click.echo(f"  {title}")


@command.command()
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def explain(file: Path) -> None:
    """Say what each table of FILE is taken for, and what to add where it is not known.

    \b
    Example:
      juesuan layouts explain 县财政局2024年度部门决算公开.xlsx
    """  # noqa: D301 (click's \b keeps the lines apart)
    try:
        document = read(file.read_bytes(), file.name)
    except UnreadableFile as error:
        click.echo(f"{file}: {error.reason}: {error}", err=True)
        raise SystemExit(2) from error
    for table in printed_tables(document):
        click.echo("\n".join(explain_table(table)))
