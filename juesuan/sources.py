"""Files named on the command line as sources to parse, without an archive or a warehouse."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import click

from ingest.inbox import OVERRIDES_NAME
from ingest.overrides import UnusableOverrides, read_overrides
from ingest.parse import parse
from ingest.records import Override, ParsedFiling, Quarantined, Source


def parse_files(paths: tuple[Path, ...]) -> Iterator[tuple[Path, ParsedFiling | Quarantined]]:
    """Parse each file where it lies, in the order given.

    What the nearest `filings.csv` above a file says of it wins over the document, as in an inbox.

    Raises:
        click.UsageError: such a file cannot be used.
    """
    for path in paths:
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        source = Source(path.name, path, sha256, len(data), arrival=1, override=_said(path))
        yield path, parse(source)


def _said(path: Path) -> Override:
    whole = path.absolute()
    for folder in whole.parents:
        if (file := folder / OVERRIDES_NAME).is_file():
            name = whole.relative_to(folder).as_posix()
            try:
                return read_overrides(file).by_path([name]).get(name, Override())
            except UnusableOverrides as error:
                raise click.UsageError(str(error)) from error
    return Override()
