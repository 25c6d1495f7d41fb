"""Is a file a compilation of several filings? Then which tables are not of the first of them.

A filing prints a form once, or twice alike. Several forms that come again with other numbers are
those of another filer: their numbers must never fill what the first filing leaves out.
"""

from __future__ import annotations

from collections.abc import Sequence

from ingest.identity import named
from ingest.line_items import Reading
from ingest.printed import PrintedTable

SEVERAL = 3
"""So many forms that come again with other numbers are no slip."""


def of_others(printed: Sequence[tuple[PrintedTable, Reading]]) -> tuple[list[int], list[str]]:
    """The tables that belong to other filings than the first, and all filers that are named.

    Args:
        printed: the tables of known forms, in order, as read.

    Returns:
        Their positions in `printed`; the names of the filers. Both empty for a single filing.
    """
    if (
        sum(_differs([r for _, r in printed if r.form == form]) for form in _forms(printed))
        < SEVERAL
    ):
        return [], []
    owners = _owners([table for table, _ in printed])
    names = list(dict.fromkeys(name for name in owners if name))
    if len(names) > 1:
        return [i for i, owner in enumerate(owners) if owner != owners[0]], names
    again = (i for i, (_, r) in enumerate(printed) if i and r.form == printed[0][1].form)
    first = next(again, len(printed))
    return list(range(first, len(printed))), names


def _forms(printed: Sequence[tuple[PrintedTable, Reading]]) -> list[str]:
    return list(dict.fromkeys(reading.form for _, reading in printed))


def _differs(same: list[Reading]) -> bool:
    """Whether two prints of a form have rows in common and another number in one of them."""
    first, *rest = [_numbers(reading) for reading in same]
    return any(
        (shared := first.keys() & other.keys()) and any(first[k] != other[k] for k in shared)
        for other in rest
    )


def _numbers(reading: Reading) -> dict[tuple[str, str, int], object]:
    items = reading.items
    return {(i.row_key, i.measure, i.occurrence): i.value for i in items if i.value is not None}


def _owners(tables: list[PrintedTable]) -> list[str | None]:
    """The filer that each table names; one that names none is of the filer before it."""
    owners: list[str | None] = []
    for table in tables:
        names = [name for _, name in named([table])]
        owners.append(names[-1] if names else owners[-1] if owners else None)
    return owners
