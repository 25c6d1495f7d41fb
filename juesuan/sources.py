"""Files named on the command line as sources to parse, without an archive or a warehouse."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from ingest.parse import parse
from ingest.records import ParsedFiling, Quarantined, Source


def parse_files(paths: tuple[Path, ...]) -> Iterator[tuple[Path, ParsedFiling | Quarantined]]:
    """Parse each file where it lies, in the order given."""
    for path in paths:
        data = path.read_bytes()
        sha256 = hashlib.sha256(data).hexdigest()
        yield path, parse(Source(path.name, path, sha256, len(data), arrival=1))
