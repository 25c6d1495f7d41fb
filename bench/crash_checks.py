"""What must hold whenever a build was killed: each check says what it finds wrong, if anything."""

from __future__ import annotations

import hashlib
import stat
from collections.abc import Collection, Iterator
from pathlib import Path

import duckdb

from ingest import manifest
from warehouse.fingerprint import fingerprint
from warehouse.home import Home
from warehouse.reader import open_release
from warehouse.release import current_release, releases


def wrong_releases(home: Home) -> Iterator[str]:
    """Every released file is whole, as its name says of its content, and the link leads to one."""
    for file in releases(home):
        if stat.S_IMODE(file.stat().st_mode) != 0o444:
            yield f"{file.name}: may be written"
        if file.with_name(f"{file.name}.wal").exists():
            yield f"{file.name}: with a log beside"
        try:
            found = _fingerprint(file)
        except duckdb.Error as error:
            yield f"{file.name}: cannot be read: {str(error).splitlines()[0]}"
            continue
        if not file.stem.endswith(f"-{found}"):
            yield f"{file.name}: holds {found}"
    if home.current.is_symlink() and current_release(home) not in releases(home):
        yield f"the link leads to {home.current.readlink()}"


def wrong_archive(home: Home, before: Collection[str]) -> Iterator[str]:
    """Every archived file holds the bytes of its name; none that was there before is gone."""
    there = archived(home)
    yield from (f"{name}: gone from the archive" for name in sorted(set(before) - set(there)))
    for name, file in there.items():
        if hashlib.sha256(file.read_bytes()).hexdigest() != name:
            yield f"{name}: other bytes in the archive"
    if home.archive.exists():
        for entry in manifest.read(home.archive):
            if not (home.archive / entry.file).is_file():
                yield f"{entry.path}: in the manifest, not in the archive"


def archived(home: Home) -> dict[str, Path]:
    """The archive's files by the hash that names them."""
    return {f.stem: f for f in home.archive.glob("??/*") if len(f.stem) == 64}


def published(home: Home, query: str) -> frozenset[object]:
    """The distinct values that a query gives in the current release; none without a release."""
    if current_release(home) is None:
        return frozenset()
    with open_release(home.current) as con:
        return frozenset(value for (value,) in con.execute(query).fetchall())


def _fingerprint(file: Path) -> str:
    with duckdb.connect() as con:
        quoted = str(file).replace("'", "''")
        con.execute(f"attach '{quoted}' as there (read_only)")
        return fingerprint(con, "there")
