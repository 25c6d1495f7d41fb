"""How much a reader takes on: the limits, in one place, and the errors for going beyond them.

Only numbers and their checks belong here. The limits are far above any real filing (the longest
seen has some 200 pages); they keep a hostile or broken file from stopping a night.
"""

from __future__ import annotations

from ingest.document import UnreadableFile

MAX_BYTES = 200 * 2**20
MAX_UNPACKED_BYTES = 400 * 2**20
MAX_RATIO = 200
"""Unpacked over packed size of an archive above which it is taken for a bomb."""
MAX_MEMBERS = 2_000
MAX_DEPTH = 2
"""A zip in a zip is read, one more level is not."""
MAX_PAGES = 2_000
MAX_CELLS = 2_000_000
MAX_SPAN = 1_000
"""No printed cell spans more rows or columns; HTML and Word let one claim anything."""
SOFFICE_SECONDS = 120


def too_large(what: str, found: int, limit: int) -> UnreadableFile:
    """The error for a file beyond a limit."""
    return UnreadableFile(
        "too_large", f"{what}: found {found:,}, at most {limit:,} are read; split the file"
    )


def check(what: str, found: int, limit: int) -> None:
    """Raises `UnreadableFile('too_large')` when `found` is above `limit`."""
    if found > limit:
        raise too_large(what, found, limit)
