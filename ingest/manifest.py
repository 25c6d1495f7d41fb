"""The archive's manifest: which bytes arrived under which path, and when.

One JSON line an arrival, sorted by inbox, path and arrival; replaced as a whole, atomically.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from ingest.records import Override

NAME = "manifest.jsonl"


class DamagedManifest(Exception):
    """A line of the manifest that is none. Never repaired by guessing."""


@dataclass(frozen=True, slots=True)
class Entry:
    """These bytes came under this path.

    `inbox` names the folder that they came from: paths mean nothing without it. `arrival` is
    the intake that brought them (see `records.Source`), `file` where they rest below the
    archive, `present` whether the inbox has them under this path now, `override` what
    `filings.csv` said of them last: it stays when the inbox is cleared.
    """

    inbox: str
    path: str
    arrival: int
    sha256: str
    n_bytes: int
    mtime_ns: int
    file: str
    seen_at: str
    present: bool
    override: Override = Override()


def read(archive: Path) -> list[Entry]:
    """All entries, in the order of the file; none where there is no manifest yet.

    Raises:
        DamagedManifest: a line does not parse as an entry.
    """
    path = archive / NAME
    if not path.exists():
        return []
    entries = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        try:
            said = json.loads(line)
            override = Override(**said.pop("override"))
            entries.append(Entry(**said, override=override))
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise DamagedManifest(f"{path}, line {number}: not an entry: {error}") from error
    return entries


def write(archive: Path, entries: Iterable[Entry]) -> None:
    """Replace the manifest; a reader sees the old one or the new one, never a half."""
    ordered = sorted(entries, key=lambda e: (e.inbox, e.path, e.arrival))
    replace(archive / NAME, "".join(f"{_line(entry)}\n" for entry in ordered))


def _line(entry: Entry) -> str:
    row = asdict(entry)
    row["override"] = {key: said for key, said in row["override"].items() if said is not None}
    return json.dumps(row, ensure_ascii=False)


def replace(path: Path, text: str) -> None:
    """Write a file beside and move it over, safe against a crash at any point."""
    beside = path.with_name(f"{path.name}.part")
    with beside.open("w", encoding="utf-8") as out:
        out.write(text)
        out.flush()
        os.fsync(out.fileno())
    beside.replace(path)
