"""Bytes in, by sha256: takes what is new in an inbox into the immutable archive.

`intake` looks, hashes what changed and keeps the manifest; `inventory` says from the manifest
which file to parse under which path. No document is opened here.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import re
import tempfile
from collections.abc import Iterable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from ingest import inbox as inboxes
from ingest import manifest
from ingest.inbox import Dropped, Refused
from ingest.manifest import Entry
from ingest.overrides import Overrides, read_overrides
from ingest.records import Override

LAST_INTAKE = "last_intake.json"
_BLOCK = 1 << 20
_NO_ROOM = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS)
_SUFFIX = re.compile(r"\.[a-z0-9]{1,8}")


@dataclass(frozen=True, slots=True)
class Intake:
    """What one look at the inbox brought; all but `refused` are paths, sorted.

    `new` and `changed` were archived now; `unsettled` are still being written and wait for the
    next intake; `vanished` are gone from the inbox and stay in the archive; `unmatched` are the
    rows of `filings.csv` that speak of no file, as `line N: path`.
    """

    inbox: str
    arrival: int
    new: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    vanished: tuple[str, ...] = ()
    unsettled: tuple[str, ...] = ()
    ignored: tuple[str, ...] = ()
    unmatched: tuple[str, ...] = ()
    refused: tuple[Refused, ...] = ()


def intake(inbox: Path, archive: Path, name: str = "inbox") -> Intake:
    """Take what is new in `inbox` into `archive` and bring the manifest up to date.

    Args:
        inbox: the folder that filings are dropped into.
        archive: the folder of the archive, made where it is missing.
        name: what the manifest calls this inbox; entries of other inboxes are left alone.

    Raises:
        UnusableInbox: see `inbox.check`.
        UnusableOverrides: see `overrides.read_overrides`; nothing was archived then.
        DamagedManifest: see `manifest.read`.
    """
    root = inboxes.check(inbox, archive)
    overrides = read_overrides(root / inboxes.OVERRIDES_NAME)
    archive.mkdir(parents=True, exist_ok=True)
    listing = inboxes.look(root)
    entries = manifest.read(archive)
    mine = [entry for entry in entries if entry.inbox == name]
    latest = {e.path: e for e in sorted(mine, key=lambda e: e.arrival)}
    taken = _Taken(archive, name, 1 + max((e.arrival for e in mine), default=0))
    for dropped in listing.files:
        taken.take(dropped, latest.get(dropped.path))
    kept = _told(_kept(mine, taken.current), overrides)
    manifest.write(archive, [e for e in entries if e.inbox != name] + kept)
    result = replace(
        taken.result(),
        vanished=_vanished(mine, listing.files),
        ignored=listing.ignored,
        unmatched=tuple(str(row) for row in overrides.unmatched(e.path for e in kept)),
        refused=tuple(sorted(listing.refused + tuple(taken.refused), key=lambda r: r.path)),
    )
    manifest.replace(
        archive / LAST_INTAKE, json.dumps(asdict(result), ensure_ascii=False, indent=1)
    )
    return result


def last_intake(archive: Path) -> Intake:
    """The result of the latest `intake` on this archive, as it was kept beside the manifest."""
    said = json.loads((archive / LAST_INTAKE).read_text("utf-8"))
    refused = tuple(Refused(**row) for row in said.pop("refused"))
    rest: dict[str, Any] = {k: tuple(v) if isinstance(v, list) else v for k, v in said.items()}
    return Intake(**rest, refused=refused)


class _Taken:
    """One intake under way: the current entry of each path, and what became of the path."""

    def __init__(self, archive: Path, name: str, arrival: int) -> None:
        self.archive, self.name, self.arrival = archive, name, arrival
        self.stored: dict[str, str] = {e.sha256: e.file for e in manifest.read(archive)}
        self.current: dict[str, Entry] = {}
        self.refused: list[Refused] = []
        self.paths: dict[str, list[str]] = {
            kind: [] for kind in ("new", "changed", "unchanged", "unsettled")
        }

    def take(self, dropped: Dropped, known: Entry | None) -> None:
        facts = (dropped.n_bytes, dropped.mtime_ns)
        if known and (known.n_bytes, known.mtime_ns) == facts and self._rests(known):
            self._note("unchanged", known)
            return
        try:
            sha256 = self._store(dropped)
        except OSError as error:
            if error.errno in _NO_ROOM:  # ours, and no fault of the file's
                raise
            self.refused.append(_unreadable(dropped.path, error))
            return
        if sha256 is None:
            self.paths["unsettled"].append(dropped.path)
            if known:
                self.current[dropped.path] = known
        elif known and known.sha256 == sha256:
            self._note("unchanged", replace(known, mtime_ns=dropped.mtime_ns))
        else:
            self._note("changed" if known else "new", self._entry(dropped, sha256))

    def result(self) -> Intake:
        brought = bool(self.paths["new"] or self.paths["changed"])
        arrival = self.arrival if brought else self.arrival - 1
        lists: dict[str, Any] = {kind: tuple(paths) for kind, paths in self.paths.items()}
        return Intake(self.name, arrival, **lists)

    def _rests(self, entry: Entry) -> bool:
        return (self.archive / entry.file).is_file()

    def _note(self, kind: str, entry: Entry) -> None:
        self.paths[kind].append(entry.path)
        self.current[entry.path] = replace(entry, present=True)

    def _entry(self, dropped: Dropped, sha256: str) -> Entry:
        now = datetime.now(UTC).isoformat(timespec="seconds")
        return Entry(
            inbox=self.name,
            path=dropped.path,
            arrival=self.arrival,
            sha256=sha256,
            n_bytes=dropped.n_bytes,
            mtime_ns=dropped.mtime_ns,
            file=self.stored[sha256],
            seen_at=now,
            present=True,
        )

    def _store(self, dropped: Dropped) -> str | None:
        """Copy into the archive while hashing; None where the file changed meanwhile."""
        with tempfile.NamedTemporaryFile(dir=self.archive, suffix=".part", delete=False) as out:
            beside = Path(out.name)
            try:
                sha256 = _copy(dropped.file, beside)
                after = dropped.file.stat()
                if (after.st_size, after.st_mtime_ns) != (dropped.n_bytes, dropped.mtime_ns):
                    return None
                self._settle(beside, sha256, dropped.path)
            finally:
                beside.unlink(missing_ok=True)
        return sha256

    def _settle(self, beside: Path, sha256: str, path: str) -> None:
        suffix = Path(path).suffix.lower()
        kept = suffix if _SUFFIX.fullmatch(suffix) else ""
        file = self.stored.setdefault(sha256, f"{sha256[:2]}/{sha256}{kept}")
        target = self.archive / file
        if not target.exists():
            target.parent.mkdir(exist_ok=True)
            beside.chmod(0o444)
            beside.rename(target)


def _copy(source: Path, target: Path) -> str:
    digest = hashlib.sha256()
    with source.open("rb") as bytes_in, target.open("wb") as out:
        while block := bytes_in.read(_BLOCK):
            digest.update(block)
            out.write(block)
        out.flush()
        os.fsync(out.fileno())
    return digest.hexdigest()


def _kept(mine: Iterable[Entry], current: dict[str, Entry]) -> list[Entry]:
    """The manifest's entries after an intake: the current ones, and all earlier as not present."""
    now = {(e.path, e.arrival): e for e in current.values()}
    before = {(e.path, e.arrival): replace(e, present=False) for e in mine}
    return list((before | now).values())


def _told(entries: list[Entry], overrides: Overrides) -> list[Entry]:
    """The entries with what `filings.csv` says now of the newest bytes under each path.

    Earlier versions keep what was said of them, and so do files that are gone from the inbox
    while no row speaks of them any more.
    """
    latest = {e.path: e for e in sorted(entries, key=lambda e: e.arrival)}
    said = overrides.by_path(latest)
    told = {
        path: replace(entry, override=said.get(path, Override()))
        for path, entry in latest.items()
        if entry.present or path in said
    }
    return [told[e.path] if e is latest[e.path] and e.path in told else e for e in entries]


def _vanished(mine: Iterable[Entry], files: Iterable[Dropped]) -> tuple[str, ...]:
    here = {file.path for file in files}
    return tuple(sorted({e.path for e in mine if e.present and e.path not in here}))


def _unreadable(path: str, error: OSError) -> Refused:
    why = error.strerror or type(error).__name__
    return Refused(
        path, "unreadable", f"{path}: not taken: {why}", f"{path}：文件无法读取（{why}）"
    )
