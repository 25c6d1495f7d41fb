"""Invented filings' text for the tests: lines in, facts out as short tuples."""

from __future__ import annotations

from decimal import Decimal

from ingest.document import Document, Paragraph, Place
from ingest.narrative import Narrative, read_narrative
from ingest.records import Filing, LineItem
from ingest.text_records import NarrativeFact

Fact = tuple[str | None, str | None, str, str | None]


def filing(year: int = 2023, department: str | None = "青禾县水利局") -> Filing:
    """A filing of an invented bureau."""
    return Filing(
        filing_id="0" * 16, sha256="0" * 64, path="x.txt", format="text", n_bytes=1, arrival=1,
        fiscal_year=year, region="0000", region_code=None, region_name=None,
        department=department, unit=None, scope="department", title=None,
        fiscal_year_source="document", region_source="unknown", department_source="document",
        scope_source="document", source_url=None, published_on=None, withdrawn_on=None, note=None,
        parser_version="0", override_hash="0",
    )  # fmt: skip


def item(form: str, row_key: str, label: str) -> LineItem:
    """A printed row of a form, for its name."""
    return LineItem(
        filing_id="0" * 16, form=form, row_key=row_key, measure="total", occurrence=1,
        row_label=label, column_label="", raw_text="1", value=Decimal(1), unit="万元",
        amount_cny=Decimal(10000), value_source="printed", page=None, sheet=None, table_no=1,
        row_no=None, col_no=None, line_no=None, box=None,
    )  # fmt: skip


def narrate(text: str, items: list[LineItem] | None = None, year: int = 2023) -> Narrative:
    """Read text, one paragraph a line; blank lines count as lines only."""
    blocks = tuple(
        Paragraph(line.strip(), Place(line=number))
        for number, line in enumerate(text.strip().splitlines(), start=1)
        if line.strip()
    )
    return read_narrative(filing(year), Document("text", blocks), items or [])


def facts(text: str, items: list[LineItem] | None = None, year: int = 2023) -> set[Fact]:
    """(form, row_key[/measure], aspect, number with unit) of each fact."""
    return {(f.form, _row(f), f.aspect, _number(f)) for f in narrate(text, items, year).facts}


def _row(fact: NarrativeFact) -> str | None:
    plain = fact.measure in (None, "amount", "value")
    return fact.row_key if plain else f"{fact.row_key}/{fact.measure}"


def _number(fact: NarrativeFact) -> str | None:
    return None if fact.value is None else f"{fact.value}{fact.unit or ''}"


def unread(text: str, items: list[LineItem] | None = None) -> list[str]:
    """The sentences that are left unread."""
    return [u.sentence for u in narrate(text, items).unread]
