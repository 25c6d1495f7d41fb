"""Which region a filer's name speaks of: full names of GB/T 2260 at the start of the name.

Exact names only, valid in the fiscal year. A name that several regions bear stays undecided. The
departments of the centre name no region: they are a list, and their region is the whole country.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from ingest.text import fold

CODES = Path(__file__).parent / "codes" / "region_codes.csv"
CENTRAL = CODES.with_name("national_departments.csv")
NATION = "100000"
_PARTIES = (
    "中国共产党", "中共", "中国共产主义青年团", "共青团", "中国国民党革命委员会", "民革",
    "中国民主同盟", "民盟", "中国民主建国会", "民建", "中国民主促进会", "民进", "中国农工民主党",
    "农工党", "中国致公党", "致公党", "九三学社", "台湾民主自治同盟", "台盟",
)  # fmt: skip
"""Bodies that put the region after their own name: `中共台安县委政法委员会`."""


@dataclass(frozen=True, slots=True)
class Region:
    """A region of one period. `path` is its folded names from the province down."""

    code: str
    name: str
    path: tuple[str, ...]
    valid_from: int
    valid_to: int


def regions_of(name: str, fiscal_year: int) -> list[Region]:
    """The regions that the start of a filer's name may mean in that year, most specific first.

    One: decided. None: the name names no region. Several: the name is ambiguous.
    """
    folded = fold(name)
    if folded in _central():
        return [region for region in _regions() if region.code == NATION]
    folded = folded.removeprefix(next(filter(folded.startswith, _PARTIES), ""))
    best: dict[str, tuple[int, Region]] = {}
    for first in _by_first_name(folded):
        for region in first:
            if not region.valid_from <= fiscal_year <= region.valid_to:
                continue
            length = _matched(folded, region.path)
            if length:
                best[region.code] = max(best.get(region.code, (0, region)), (length, region))
    longest = max((length for length, _ in best.values()), default=0)
    return [region for _, (length, region) in sorted(best.items()) if length == longest]


def _matched(folded: str, path: tuple[str, ...]) -> int:
    """How many characters of the name the region's names take up.

    Upper levels may be left out, the region's own name may not, and something must follow it.
    """
    for skip in range(len(path)):
        for middle in range(skip, len(path)):
            words = "".join((*path[skip:middle], path[-1])) if middle < len(path) else ""
            if words and folded.startswith(words) and len(folded) > len(words):
                return len(words)
    return 0


def _by_first_name(folded: str) -> list[tuple[Region, ...]]:
    index = _index()
    return [index[folded[:n]] for n in range(2, min(len(folded), 16)) if folded[:n] in index]


@cache
def _index() -> dict[str, tuple[Region, ...]]:
    """Any name on a region's path → the regions that a text beginning with it may mean."""
    index: dict[str, list[Region]] = defaultdict(list)
    for region in _regions():
        for name in region.path:
            index[name].append(region)
    return {name: tuple(found) for name, found in index.items()}


@cache
def _central() -> frozenset[str]:
    with CENTRAL.open(encoding="utf-8", newline="") as lines:
        return frozenset(fold(row["name"]) for row in csv.DictReader(lines))


@cache
def _regions() -> tuple[Region, ...]:
    with CODES.open(encoding="utf-8", newline="") as lines:
        return tuple(_region(row) for row in csv.DictReader(lines))


def _region(row: dict[str, str]) -> Region:
    above = [row["province"], row["prefecture"]]
    names = [fold(n) for n in (*above, row["name"]) if n and n != "直辖" and n != row["name"]]
    return Region(
        code=row["region_code"],
        name=row["name"],
        path=(*names, fold(row["name"])),
        valid_from=int(row["valid_from"] or 0),
        valid_to=int(row["valid_to"] or 9999),
    )
