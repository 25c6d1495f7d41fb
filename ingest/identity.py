"""Who filed a document, for which year: read from its cover and its tables' captions.

A person's word in `filings.csv` wins over the document. What neither says stays unknown and is
signalled; nothing is taken from the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Document, Paragraph
from ingest.printed import PrintedTable, is_title
from ingest.records import Override, Signal
from ingest.regions import regions_of
from ingest.signals import signal
from ingest.text import fold, squeeze
from ingest.years import YEAR, number, table_year

DOCUMENT, FILINGS_CSV, UNKNOWN = "document", "filings.csv", "unknown"

_COVER = re.compile(
    rf"(?P<name>[^,。;:]{{0,40}}?)(?P<year>{YEAR})年?度?(?P<after>[^,。;:\d]{{0,30}}?)(?P<kind>部门|单位)?(?:本级)?(?:收支)?决算"
)
_BUDGET = re.compile(
    rf"[^,。;:]{{0,40}}{YEAR}年?度?[^,。;:\d]{{0,30}}预算(?:信息)?(?:公开|草案|编制|情况)*(?:说明|报告|表)?"
)
_NAMED = re.compile(
    r"(?P<what>公开部门|公开单位|编制部门|编制单位|编报单位|填报单位|预算单位|部门名称|单位名称|部门|单位)"
    r"(?:\([^()]*\))?:(?P<name>[^:\s]{2,60}?)(?=\s{2,}|\t|单位:|金额单位|$)"
)
_COUNTED_IN = re.compile(
    r"(?:人民币|亿元|万元|千元|元|辆|台|套|个|人次|人|批次|批|平方米|[、,/]|\(.*\))+"
)
"""What follows `单位:` where it is the unit of numbers, not a filer."""
_YEAR_LAST = re.compile(rf"[^,。;:]{{0,40}}{YEAR}年?度?")
_TITLE_LINES = 3
_CONTENTS = ("目录", "目次")
_COVER_LINES = 40


@dataclass(slots=True)
class Identity:
    """Who filed what. Every `*_source` says where it is known from."""

    fiscal_year: int | None = None
    region_code: str | None = None
    region_name: str | None = None
    department: str | None = None
    unit: str | None = None
    scope: str | None = None
    title: str | None = None
    sources: dict[str, str] = field(default_factory=dict)
    signals: list[Signal] = field(default_factory=list)


def identify(
    filing_id: str, document: Document, tables: list[PrintedTable], override: Override
) -> Identity:
    """Read the filing's identity and lay the override over it."""
    found = Identity()
    name = _read_cover(document, found)
    captions = named(tables)
    _read_year(tables, found)
    _read_filer(name, captions, found)
    _override(override, found)
    _read_region(filing_id, found)
    _complain(filing_id, captions, found)
    return found


def _read_cover(document: Document, found: Identity) -> str | None:
    """Year, scope and title of the first line that is a filing's title; returns the name on it."""
    above: list[str] = []
    lines = list(_cover_lines(document))
    for at, line in enumerate(lines):
        title = _title(lines[at : at + _TITLE_LINES])
        cover = _COVER.match(fold(title)) if title else None
        if cover is None:
            above = [*above, squeeze(line)] if len(fold(line)) <= 40 else []
            continue
        found.title = title
        found.fiscal_year = number(cover["year"])
        kind = cover["kind"]
        found.scope = {"部门": "department", "单位": "unit"}.get(kind) if kind else None
        return cover["name"] or cover["after"] or _name_above(above, document)
    return None


def budget_title(document: Document) -> str | None:
    """The line that calls the document a budget (`2024年部门预算公开`), None where none does."""
    lines = (line for line in _cover_lines(document) if _BUDGET.fullmatch(fold(line)))
    return next((squeeze(line) for line in lines if "决算" not in line), None)


def _title(lines: list[str]) -> str | None:
    """The filing's title that these lines begin with; below a year it may go on in others."""
    for count in range(1, len(lines) + 1 if _YEAR_LAST.fullmatch(fold(lines[0])) else 2):
        title = squeeze("".join(lines[:count]))
        folded = fold(title)
        if len(folded) <= 90 and _COVER.match(folded) and not is_title(folded):
            return title
    return None


def _name_above(lines: list[str], document: Document) -> str | None:
    """The filer's name in the lines above the title, which may break it over two or three.

    Lines are joined only where the document uses the joined name again.
    """
    text = "".join(fold(paragraph.text) for paragraph in document.paragraphs())
    for count in (3, 2):
        joined = "".join(lines[-count:])
        again = text.count(fold(joined)) - sum(fold(joined) in fold(one) for one in lines)
        if len(lines) >= count and again > 1:
            return joined
    return lines[-1] if lines else None


def _cover_lines(document: Document) -> Iterator[str]:
    """The first lines of the document, those in cells too: a workbook's cover is a sheet."""
    count = 0
    for block in document.blocks:
        texts = [block.text] if isinstance(block, Paragraph) else [c.text for c in block.cells]
        for line in (line for text in texts for line in text.splitlines()):
            if fold(line) in _CONTENTS or count >= _COVER_LINES:
                return
            count += 1
            yield line


def _read_year(tables: list[PrintedTable], found: Identity) -> None:
    """Without a cover, the year that the tables agree on."""
    if found.fiscal_year is not None:
        return
    years = {year for table in tables if (year := table_year(table))}
    if len(years) == 1:
        found.fiscal_year = years.pop()


def named(tables: list[PrintedTable]) -> list[tuple[str, str]]:
    """(`部门名称`, name) pairs that the captions print, in order, once each."""
    pairs: dict[tuple[str, str], None] = {}
    for table in tables:
        for line in table.caption_lines():
            text = re.sub(
                r"[:：]\s+", ":", line.replace("：", ":").replace("（", "(").replace("）", ")")
            )
            for match in _NAMED.finditer(text.strip()):
                if not _COUNTED_IN.fullmatch(match["name"]):
                    pairs[(match["what"], squeeze(match["name"]))] = None
    return list(pairs)


def _read_filer(name: str | None, captions: list[tuple[str, str]], found: Identity) -> None:
    of_department = next((n for what, n in captions if what == "部门名称"), None)
    of_unit = next((n for what, n in captions if what == "单位名称"), None)
    anyone = next((n for _, n in captions), None)
    if found.scope == "unit":
        found.unit = of_unit or name or anyone
        found.department = of_department
    else:
        found.department = of_department or anyone or name
    for key in ("fiscal_year", "department", "scope"):
        value = getattr(found, key) or (key == "department" and found.unit)
        found.sources[key] = DOCUMENT if value else UNKNOWN


def _override(override: Override, found: Identity) -> None:
    for key in ("fiscal_year", "region_code", "department", "unit", "scope"):
        said = getattr(override, key)
        if said is not None:
            setattr(found, key, said)
            found.sources["department" if key == "unit" else key] = FILINGS_CSV


def _read_region(filing_id: str, found: Identity) -> None:
    """The region that the filer's name, or the title, begins with."""
    found.sources["region"] = found.sources.pop("region_code", UNKNOWN)
    if found.region_code is not None or found.fiscal_year is None:
        return
    names = [n for n in (found.unit, found.department, found.title) if n]
    for name in names:
        regions = regions_of(name, found.fiscal_year)
        if len(regions) == 1:
            found.region_code, found.region_name = regions[0].code, regions[0].name
            found.sources["region"] = DOCUMENT
            return
    several = [
        f"{r.code} {''.join(r.path)}" for n in names for r in regions_of(n, found.fiscal_year)
    ]
    said = "; ".join(dict.fromkeys(several)) or "-"
    found.signals.append(
        signal(filing_id, "region_unknown", found=names[0] if names else "", expected=said)
    )


def _complain(filing_id: str, captions: list[tuple[str, str]], found: Identity) -> None:
    if found.scope is None:
        found.signals.append(signal(filing_id, "scope_unknown"))
    if found.unit is None and found.department is None:
        found.signals.append(signal(filing_id, "filer_unknown"))
    names = list(dict.fromkeys(name for _, name in captions))
    if len(names) > 1:
        found.signals.append(signal(filing_id, "filer_conflict", found=", ".join(names)))
