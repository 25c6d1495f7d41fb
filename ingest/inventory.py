"""From the manifest to the list of files to parse: one source for each distinct content.

The same bytes under a second path are a duplicate, said by name; replaced files stay as earlier
versions. Pure: no file is touched.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from ingest.inbox import Refused
from ingest.manifest import Entry
from ingest.records import Quarantined, Source


@dataclass(frozen=True, slots=True)
class Inventory:
    """What there is to parse, sorted by path and arrival, and what is not to be parsed at all."""

    sources: tuple[Source, ...]
    refused: tuple[Quarantined, ...]


def inventory(
    entries: Iterable[Entry],
    archive: Path,
    refused: Iterable[Refused] = (),
) -> Inventory:
    """Sources and refusals of one inbox.

    Args:
        entries: the manifest's entries of that inbox.
        archive: the folder that `Entry.file` is relative to.
        refused: what the intake did not take.
    """
    by_content: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_content[entry.sha256].append(entry)
    sources: list[Source] = []
    quarantined = [_refused(row) for row in refused]
    for same in by_content.values():
        first, others = _first(same)
        sources.append(_source(first, archive))
        quarantined += [_duplicate(other, first) for other in others]
    return Inventory(
        tuple(sorted(sources, key=lambda s: (s.path, s.arrival))),
        tuple(sorted(quarantined, key=lambda q: (q.path, q.sha256))),
    )


def _source(entry: Entry, archive: Path) -> Source:
    return Source(
        path=entry.path,
        file=archive / entry.file,
        sha256=entry.sha256,
        n_bytes=entry.n_bytes,
        arrival=entry.arrival,
        override=entry.override,
    )


def _first(same: list[Entry]) -> tuple[Entry, list[Entry]]:
    """The entry that stands for these bytes, and the other paths that hold them now.

    Its arrival: the latest under its own path, since bytes that were replaced and dropped again
    are the newest again, while a copy under another name makes nothing newer.
    """
    here = sorted((e for e in same if e.present), key=lambda e: e.path)
    if here:
        return here[0], here[1:]
    return min(same, key=lambda e: (-e.arrival, e.path)), []


def _duplicate(other: Entry, first: Entry) -> Quarantined:
    return Quarantined(
        path=other.path,
        sha256=other.sha256,
        reason="duplicate",
        message_en=f"{other.path}: the same bytes as {first.path}; only that one is read",
        message_zh=f"{other.path}：与 {first.path} 内容完全相同，只读取后者",
        parser_version="",
        override_hash="",
    )


def _refused(row: Refused) -> Quarantined:
    return Quarantined(row.path, "", row.reason, row.message_en, row.message_zh, "", "")
