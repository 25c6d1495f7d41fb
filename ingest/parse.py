"""One file to rows: read, find its tables, its forms, its filer; or say why it cannot land.

Pure in its result: the same bytes, override and parser give the same rows, and bad input is a
`Quarantined`, never an exception.
"""

from __future__ import annotations

import hashlib
from dataclasses import asdict
from functools import cache
from pathlib import Path

from ingest.assemble import assemble
from ingest.data_file import read_yaml
from ingest.document import Document, UnreadableFile
from ingest.evaluation import land
from ingest.identity import Identity, budget_title, identify
from ingest.narrative import read_narrative
from ingest.readers import read
from ingest.records import (
    Filing,
    Override,
    ParsedFiling,
    Quarantined,
    Source,
)
from ingest.seen import Seen, look
from ingest.tables import printed_tables

UNKNOWN_REGION = "0000"


def parse(source: Source) -> ParsedFiling | Quarantined:
    """Parse one archived file."""
    try:
        document = read(source.file.read_bytes(), source.path)
    except UnreadableFile as error:
        return _refuse(source, error.reason, str(error))
    filing_id = source.sha256[:16]
    seen = look(printed_tables(document))
    identity = identify(filing_id, document, [s.table for s in seen], source.override)
    refused = _no_account(document, identity, seen)
    if refused is not None:
        return _refuse(source, *refused)
    parsed = assemble(_filing(source, filing_id, document, identity), document, seen)
    parsed.signals[:0] = identity.signals
    land(parsed, document, [s.table for s in seen if s.match.form is None])
    _read_text(parsed, document)
    return parsed


def _no_account(
    document: Document, identity: Identity, seen: list[Seen]
) -> tuple[str, str | None] | None:
    """Why a readable document is no final account that can land, and what tells so; else None."""
    titles = [s.match.title or "" for s in seen if s.match.form is not None]
    budget = None if identity.title else budget_title(document)
    if budget and not any("决算" in title for title in titles):
        return "budget", budget
    if not titles and identity.title is None:
        return "not_a_filing", None
    return ("no_fiscal_year", None) if identity.fiscal_year is None else None


def _read_text(parsed: ParsedFiling, document: Document) -> None:
    """The rows of the text, with the names that the filing's own forms print."""
    text = read_narrative(parsed.filing, document, parsed.line_items)
    parsed.paragraphs.extend(text.paragraphs)
    parsed.facts.extend(text.facts)
    parsed.unread_sentences.extend(text.unread)


@cache
def parser_version() -> str:
    """A digest of the code and data that decide what a file gives: 12 hex digits."""
    digest = hashlib.sha256()
    root = Path(__file__).parent
    for path in sorted(p for p in root.rglob("*") if p.suffix in (".py", ".yml", ".csv")):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def override_hash(override: Override) -> str:
    """A digest of what a person said of the file: 12 hex digits."""
    return hashlib.sha256(repr(sorted(asdict(override).items())).encode()).hexdigest()[:12]


@cache
def reasons() -> dict[str, dict[str, str]]:
    """Why a file does not land → the message in `en` and `zh`."""
    loaded: dict[str, dict[str, str]] = read_yaml(Path(__file__).with_name("reasons.yml"))
    return loaded


def _refuse(source: Source, reason: str, found: str | None) -> Quarantined:
    said = reasons()[reason]
    return Quarantined(
        path=source.path,
        sha256=source.sha256,
        reason=reason,
        message_en=said["en"].format(found=found),
        message_zh=said["zh"].format(found=found),
        parser_version=parser_version(),
        override_hash=override_hash(source.override),
    )


def _filing(source: Source, filing_id: str, document: Document, who: Identity) -> Filing:
    said = source.override
    return Filing(
        filing_id=filing_id,
        sha256=source.sha256,
        path=source.path,
        format=document.format,
        n_bytes=source.n_bytes,
        arrival=source.arrival,
        fiscal_year=who.fiscal_year or 0,
        region=who.region_code[:4] if who.region_code else UNKNOWN_REGION,
        region_code=who.region_code,
        region_name=who.region_name,
        department=who.department,
        unit=who.unit,
        scope=who.scope,
        title=who.title,
        fiscal_year_source=who.sources["fiscal_year"],
        region_source=who.sources["region"],
        department_source=who.sources["department"],
        scope_source=who.sources["scope"],
        source_url=said.source_url,
        published_on=said.published_on,
        withdrawn_on=said.withdrawn_on,
        note=said.note,
        parser_version=parser_version(),
        override_hash=override_hash(said),
    )
