"""Whether a warehouse can be written to: found out before a build, and told of a failed one."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from pathlib import Path

from warehouse.home import Home

FLOOR = 100 * 2**20
"""What a build of a few filings takes, with room to spare: models, events, a release."""
COPIES = 3
"""The builder's database is made anew, may spill while it sorts, and is copied for the release."""
_NOTHING = 2**20
"""With less than that, nothing that writes goes well, whatever it says."""
_SAID = (
    *(os.strerror(n) for n in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EFBIG)),
    "database or disk is full",
)
"""How the system and SQLite say that a file could not grow."""


class UnusableHome(Exception):
    """The warehouse cannot be written to, or there is no room for a build."""


def prepare(home: Home) -> None:
    """Make the home and see that a build has a place in it.

    Raises:
        UnusableHome: it cannot be written to, or too little room is left.
    """
    try:
        home.root.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryFile(dir=home.root):
            pass
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise UnusableHome(f"{home.root}: cannot be written to: {why}") from None
    free, needed = shutil.disk_usage(home.root).free, _needed(home.build)
    if free < needed:
        megabytes = f"{free / 2**20:,.0f} MB free, {needed / 2**20:,.0f} MB needed"
        raise UnusableHome(f"{home.root}: too little room for a build: {megabytes}")


def refused(home: Home, said: str) -> str | None:
    """One line for an error that comes of a full disk or a read-only one, None for any other."""
    free = shutil.disk_usage(home.root).free
    why = next((words for words in _SAID if words.lower() in said.lower()), None)
    if why is None and free < _NOTHING:
        why = os.strerror(errno.ENOSPC)  # SQLite then speaks of an I/O error, dbt of its log
    return why and f"{home.root}: cannot be written to: {why} ({free / 2**20:,.0f} MB free now)"


def _needed(build: Path) -> int:
    return FLOOR + COPIES * (build.stat().st_size if build.exists() else 0)
