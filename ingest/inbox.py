"""What lies in an inbox: the files to take, those refused, those ignored by name.

Only names and `stat` here; no byte of a file is read. The same listing whatever the order in
which the file system gives the names.
"""

from __future__ import annotations

import fnmatch
import os
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

OVERRIDES_NAME = "filings.csv"
CORRECTIONS_NAME = "corrections.csv"
NOTES = (OVERRIDES_NAME, CORRECTIONS_NAME)
"""What a person says of the filings: lies at the top of the inbox, and is no filing itself."""

IGNORED_NAMES = (
    "~$*",  # a document open in Office
    ".~lock.*#",  # the same in LibreOffice
    "*.part",
    "*.crdownload",
    "*.tmp",
    "._*",  # resource forks of macOS
    "__MACOSX",
    ".DS_Store",
    "Thumbs.db",
    "desktop.ini",
    ".gitkeep",
    ".gitignore",
)


class UnusableInbox(Exception):
    """The inbox as a whole cannot be read: it is missing, no folder, or holds the warehouse."""


@dataclass(frozen=True, slots=True)
class Dropped:
    """A regular file of the inbox, its path relative to it (posix)."""

    path: str
    file: Path
    n_bytes: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class Refused:
    """An entry that is not taken, and why. `path` is printable whatever the name was."""

    path: str
    reason: str
    message_en: str
    message_zh: str


@dataclass(frozen=True, slots=True)
class Listing:
    """One look at an inbox, each part sorted by path."""

    files: tuple[Dropped, ...]
    refused: tuple[Refused, ...]
    ignored: tuple[str, ...]


def check(inbox: Path, archive: Path) -> Path:
    """The inbox resolved.

    Raises:
        UnusableInbox: it is no readable folder, or the archive lies inside it.
    """
    root = inbox.resolve()
    if not root.is_dir():
        raise UnusableInbox(f"{inbox}: no such folder; drop filings into a folder and name it")
    if not os.access(root, os.R_OK | os.X_OK):
        raise UnusableInbox(f"{inbox}: no permission to read this folder")
    if archive.resolve().is_relative_to(root):
        raise UnusableInbox(
            f"{inbox}: the warehouse lies inside this folder; give another --inbox or --home"
        )
    return root


def look(inbox: Path) -> Listing:
    """List an inbox, with all its folders."""
    files: list[Dropped] = []
    refused: list[Refused] = []
    ignored: list[str] = []
    for entry in _entries(inbox.resolve(), inbox.resolve()):
        if isinstance(entry, Dropped):
            files.append(entry)
        elif isinstance(entry, Refused):
            refused.append(entry)
        else:
            ignored.append(entry)
    return Listing(
        tuple(sorted(files, key=lambda f: f.path)),
        tuple(sorted(refused, key=lambda r: r.path)),
        tuple(sorted(ignored)),
    )


def _entries(root: Path, folder: Path) -> Iterator[Dropped | Refused | str]:
    try:
        found = list(os.scandir(folder))
    except OSError as error:
        yield _refuse(folder.relative_to(root).as_posix(), "unreadable", str(error.strerror))
        return
    for entry in found:
        path = Path(entry.path).relative_to(root).as_posix()
        if any(fnmatch.fnmatchcase(entry.name, name) for name in IGNORED_NAMES):
            yield printable(path)
        elif path in NOTES:
            continue
        elif _is_odd(entry.name):
            yield _refuse(path, "outside_archive", "a name with control or undecodable characters")
        elif entry.is_dir(follow_symlinks=False):
            yield from _entries(root, Path(entry.path))
        else:
            yield _file(root, entry, path)


def _file(root: Path, entry: os.DirEntry[str], path: str) -> Dropped | Refused:
    if entry.is_symlink():
        target = Path(entry.path).resolve()
        if not target.is_relative_to(root):
            return _refuse(path, "outside_archive", "a link that leaves the inbox")
        if not target.is_file():
            return _refuse(path, "outside_archive", "a link to no file")
    try:
        facts = entry.stat()
    except OSError as error:
        return _refuse(path, "unreadable", str(error.strerror))
    if not stat.S_ISREG(facts.st_mode):
        return _refuse(path, "outside_archive", "no regular file (pipe, socket or device)")
    if not os.access(entry.path, os.R_OK):
        return _refuse(path, "unreadable", "no permission to read it")
    return Dropped(path, Path(entry.path), facts.st_size, facts.st_mtime_ns)


def _is_odd(name: str) -> bool:
    return "\\" in name or not name.isprintable()


def printable(path: str) -> str:
    """The path with everything that cannot be printed written as an escape."""
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in path)


_ZH = {"unreadable": "文件无法读取", "outside_archive": "文件名或链接不被接受，未归档"}


def _refuse(path: str, reason: str, why: str) -> Refused:
    shown = printable(path)
    return Refused(shown, reason, f"{shown}: not taken: {why}", f"{shown}：{_ZH[reason]}（{why}）")
