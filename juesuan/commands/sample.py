"""`juesuan sample`: writes the sample filings, of fictional places but for one."""

from __future__ import annotations

from pathlib import Path

import click

from corpus.sample import write_sample


@click.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def command(folder: Path) -> None:
    """Write the sample filings to FOLDER, with a `filings.csv` that says whose they are.

    \b
    Example:
      juesuan sample /tmp/filings && juesuan build --inbox /tmp/filings
    """  # noqa: D301 (click's \b keeps the lines apart)
    written = write_sample(folder)
    click.echo(f"{len(written)} files in {folder}")
