"""A parser for tests: the first line of a file is its year and region, each other a value."""

from ingest.parse import override_hash
from ingest.records import Filing, LineItem, ParsedFiling, Quarantined, Source

PARSED: list[str] = []
"""Paths parsed in this process, in order: a test clears and reads it."""
VERSION = ["1"]


def parser_version() -> str:
    """Changed by the tests that ask what a new parser does."""
    return VERSION[0]


def parse(source: Source) -> ParsedFiling | Quarantined:
    """Read the toy format; anything else is no filing."""
    PARSED.append(source.path)
    lines = source.file.read_text().splitlines()
    said = (source.path, source.sha256)
    version, told = parser_version(), override_hash(source.override)
    if not lines:
        return Quarantined(*said, "empty_file", "empty", "空", version, told)
    year, region = lines[0].split()
    filing_id = source.sha256[:16]
    filing = Filing(
        filing_id=filing_id,
        sha256=source.sha256,
        path=source.path,
        format="toy",
        n_bytes=source.n_bytes,
        arrival=source.arrival,
        fiscal_year=source.override.fiscal_year or int(year),
        region=region,
        region_code=region + "01",
        region_name=None,
        department="d",
        unit=None,
        scope="department",
        title=None,
        fiscal_year_source="document",
        region_source="document",
        department_source="document",
        scope_source="document",
        source_url=None,
        published_on=None,
        withdrawn_on=source.override.withdrawn_on,
        note=None,
        parser_version=version,
        override_hash=told,
    )
    return ParsedFiling(
        filing, line_items=[_item(filing_id, n, v) for n, v in enumerate(lines[1:], 1)]
    )


def _item(filing_id: str, row: int, text: str) -> LineItem:
    return LineItem(
        filing_id=filing_id,
        form="three_public",
        row_key="total",
        measure="final",
        occurrence=row,
        row_label="合计",
        column_label="决算数",
        raw_text=text,
        value=None,
        unit=None,
        amount_cny=None,
        value_source="unread",
        page=None,
        sheet=None,
        table_no=1,
        row_no=row,
        col_no=1,
        line_no=row + 1,
        box=None,
    )
