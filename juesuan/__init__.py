"""The command line, `juesuan COMMAND`, and what a program needs to read a warehouse.

`connect` opens a warehouse for SQL that may come from anyone; `open_release` gives a DuckDB
connection of one's own. It knows all packages; none of them knows it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from warehouse.bounded import NotAllowed, Page, QueryError, Reader, TooMuch, connect
    from warehouse.reader import open_release

__all__ = ["NotAllowed", "Page", "QueryError", "Reader", "TooMuch", "connect", "open_release"]


def __getattr__(name: str) -> object:
    """Import what is asked for only then: the commands start faster without."""
    if name not in __all__:
        raise AttributeError(name)
    from warehouse import bounded, reader

    return getattr(bounded, name, None) or getattr(reader, name)
