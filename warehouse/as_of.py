"""Which release was current on a day. Within a release, `marts.filing_as_of(day)` asks the same.

A release's day is that on which its file was written, in China; backups must keep that time.
"""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from warehouse.home import Home
from warehouse.release import UnknownRelease, released, releases

_CHINA = ZoneInfo("Asia/Shanghai")


def release_of(home: Home, said: str) -> Path:
    """The release that a person names: by number, id, the beginning of it, or by a day.

    Raises:
        UnknownRelease: none is called so, several are, or none of that day is kept.
    """
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return released(home, said)
    if len(said) != len("2026-01-31"):
        return released(home, said)
    return released_on(home, day)


def released_on(home: Home, day: date) -> Path:
    """The release that was current at the end of a day.

    Raises:
        UnknownRelease: the oldest one that is kept was published later.
    """
    there = [(published_on(file), file) for file in releases(home)]
    earlier = [file for published, file in there if published <= day]
    if not earlier:
        known = ", ".join(f"{file.stem} of {published}" for published, file in there) or "none"
        raise UnknownRelease(f"{day}: no release of that day is kept; there are: {known}")
    return earlier[-1]


def published_on(release: Path) -> date:
    """The day on which a release was published."""
    return datetime.fromtimestamp(release.stat().st_mtime, _CHINA).date()
