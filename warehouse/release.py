"""Publishes the builder's database: a new read-only file, then the link moves to it.

Readers never wait and never see half: a release is immutable, and the link is replaced in one
step. The same content is not published twice.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path

import duckdb

from warehouse.files import removed_on_failure, sync
from warehouse.fingerprint import fingerprint
from warehouse.home import Home
from warehouse.load import SETTINGS

STORAGE_VERSION = "v1.2.0"
"""BI drivers still ship DuckDB 1.x; this is the oldest format that they and 2.0 both read."""
KEEP = 5
_NAME = re.compile(r"(\d{6})-([0-9a-f]{12})\.duckdb")


class CannotRelease(Exception):
    """There is nothing that may be published: no database, or its checks have not passed."""


class UnknownRelease(Exception):
    """No release is called so, or it is not clear which one."""


@dataclass(frozen=True, slots=True)
class Release:
    """A published file. `is_new` is false where the content was published already."""

    file: Path
    is_new: bool

    @property
    def id(self) -> str:
        """Number and content hash, as in the file's name."""
        return self.file.stem


def publish(home: Home) -> Release:
    """Publish the builder's database, unless it holds what the current release holds.

    Raises:
        CannotRelease: no database was built, or not every blocking check has passed on it.
    """
    if not home.build.exists():
        raise CannotRelease(f"{home.build}: nothing was built yet")
    if not home.checked.exists():
        reason = "a blocking check has not passed, or the analysis was not made"
        raise CannotRelease(f"{home.build}: {reason}")
    home.releases.mkdir(parents=True, exist_ok=True)
    for stale in home.releases.glob("*.part*"):
        stale.unlink()
    with duckdb.connect(config=dict(SETTINGS)) as con:
        con.execute(f"attach '{_quoted(home.build)}' as build (read_only)")
        content = fingerprint(con, "build")
        current = current_release(home)
        if current and current.stem.endswith(f"-{content}"):
            return Release(current, is_new=False)
        target = home.releases / f"{_next_number(home):06d}-{content}.duckdb"
        beside = target.with_name(f"{target.name}.part")
        with removed_on_failure(beside):
            _copy(con, beside)
    with removed_on_failure(beside):
        _settle(beside, target)
    _point(home.current, target)
    _forget_old(home)
    return Release(target, is_new=True)


def current_release(home: Home) -> Path | None:
    """The file that the link points to, if there is one."""
    target = home.current.resolve()
    return target if home.current.is_symlink() and target.is_file() else None


def releases(home: Home) -> list[Path]:
    """All released files, oldest first."""
    return sorted(file for file in home.releases.glob("*.duckdb") if _NAME.fullmatch(file.name))


def released(home: Home, said: str) -> Path:
    """The release that a person names: by its number, its id or the beginning of it.

    Raises:
        UnknownRelease: no release is called so, or several are.
    """
    there = releases(home)
    found = [file for file in there if said.isdecimal() and file.name[:6] == f"{int(said):06d}"]
    found = found or [file for file in there if said and file.stem.startswith(said)]
    if len(found) != 1:
        known = ", ".join(file.stem for file in there) or "none"
        raise UnknownRelease(f"{said}: {len(found)} releases are called so; there are: {known}")
    return found[0]


def _copy(con: duckdb.DuckDBPyConnection, beside: Path) -> None:
    con.execute(f"attach '{_quoted(beside)}' as copy (storage_version '{STORAGE_VERSION}')")
    con.execute("copy from database build to copy")
    con.execute("checkpoint copy")
    con.execute("detach copy")


def _settle(beside: Path, target: Path) -> None:
    if beside.with_name(f"{beside.name}.wal").exists():
        raise CannotRelease(f"{beside}: not all of it reached the file")
    sync(beside)
    beside.chmod(0o444)
    beside.rename(target)
    sync(target.parent)


def _point(link: Path, target: Path) -> None:
    beside = link.with_name(f"{link.name}.part")
    beside.unlink(missing_ok=True)
    beside.symlink_to(os.path.relpath(target, link.parent))
    beside.replace(link)
    sync(link.parent)


def _next_number(home: Home) -> int:
    return 1 + max((int(file.name[:6]) for file in releases(home)), default=0)


def _forget_old(home: Home) -> None:
    current = current_release(home)
    for file in releases(home)[:-KEEP]:
        if file != current:
            file.unlink()


def _quoted(path: Path) -> str:
    return str(path).replace("'", "''")
