"""Files that appear whole or not at all, and the lock that keeps a second writer out."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

_held: dict[Path, int] = {}
"""How often this process holds each lock: a lock of one's own never blocks oneself."""


class Busy(Exception):
    """Another process writes to this warehouse."""


def write_whole(path: Path, write: Callable[[Path], object]) -> None:
    """Let `write` make the file beside, then sync it and move it over `path`."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.part")
    with removed_on_failure(beside):
        write(beside)
        sync(beside)
        beside.replace(path)
    sync(path.parent)


@contextmanager
def removed_on_failure(beside: Path) -> Iterator[None]:
    """Leave no half file behind: on a full disk it would take the room that is left."""
    try:
        yield
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def sync(path: Path) -> None:
    """Have the file or folder reach the disk."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock, which this process may hold already.

    Raises:
        Busy: another process holds it.
    """
    if _held.get(path):
        _held[path] += 1
        try:
            yield
        finally:
            _held[path] -= 1
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("a") as handle:
        try:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy(f"another build is writing to {path.parent}; wait for it to end") from None
        _held[path] = 1
        try:
            yield
        finally:
            del _held[path]
