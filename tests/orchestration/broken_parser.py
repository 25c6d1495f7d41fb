"""The real parser, but with every line item twice: an error of ours that dbt's tests catch."""

from dataclasses import replace

from ingest import parse as real
from ingest.records import ParsedFiling, Quarantined, Source


def parser_version() -> str:
    """Not that of the real one: all is parsed anew."""
    return f"{real.parser_version()}-broken"


def parse(source: Source) -> ParsedFiling | Quarantined:
    """Parse, and double."""
    parsed = real.parse(source)
    if isinstance(parsed, Quarantined):
        return parsed
    filing = replace(parsed.filing, parser_version=parser_version())
    return replace(parsed, filing=filing, line_items=parsed.line_items * 2)
