"""Filings typed by hand as tab-separated text, for the tests of reading meaning."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

from ingest.parse import parse
from ingest.records import Override, ParsedFiling, Quarantined, Source

COVER = "青原县水务局\n\n2023年度部门决算公开\n\n"
ABOUT = "部门名称：青原县水务局\n\n2023年度\n\n金额单位：万元\n\n"


def source(folder: Path, text: str | bytes, name: str = "a.txt", **said: object) -> Source:
    """A file of that content as a source to parse."""
    data = text.encode() if isinstance(text, str) else text
    path = folder / name
    path.write_bytes(data)
    override = Override(**said)  # type: ignore[arg-type]
    return Source(name, path, hashlib.sha256(data).hexdigest(), len(data), 1, override)


def filing(folder: Path, text: str, **said: object) -> ParsedFiling:
    """The parsed filing of a text that must land."""
    parsed = parse(source(folder, text, **said))
    assert isinstance(parsed, ParsedFiling), parsed
    return parsed


def refused(folder: Path, text: str | bytes, name: str = "a.txt") -> Quarantined:
    """The quarantine row of a text that must not land."""
    parsed = parse(source(folder, text, name))
    assert isinstance(parsed, Quarantined), parsed
    return parsed


def values(parsed: ParsedFiling) -> dict[tuple[str, str, str], Decimal]:
    """What is printed, by form, row key and measure."""
    return {
        (i.form, i.row_key, i.measure): i.value for i in parsed.line_items if i.value is not None
    }


def codes(parsed: ParsedFiling) -> list[str]:
    """The codes of the signals, sorted, without those of who filed and of how many forms."""
    of_all = {"region_unknown", "scope_unknown", "filer_unknown", "few_forms"}
    return sorted(s.code for s in parsed.signals if s.code not in of_all)
