"""Makes the reader's signals: the texts are data (`messages.yml`), in English and Chinese."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from ingest.data_file import read_yaml
from ingest.document import Place
from ingest.records import Signal


@cache
def messages() -> dict[str, dict[str, str]]:
    """Signal code → severity and message templates."""
    loaded: dict[str, dict[str, str]] = read_yaml(Path(__file__).with_name("messages.yml"))
    return loaded


def signal(
    filing_id: str,
    code: str,
    place: Place = Place(),
    form: str | None = None,
    table_no: int | None = None,
    raw: str | None = None,
    *,
    row_key: str | None = None,
    measure: str | None = None,
    found: str | None = None,
    expected: str | None = None,
) -> Signal:
    """One signal with its messages filled in. Unknown codes are an error of ours: KeyError."""
    said = messages()[code]
    words = {"raw": raw, "form": form, "found": found, "expected": expected}
    return Signal(
        filing_id=filing_id,
        code=code,
        severity=said["severity"],
        message_en=said["en"].format(**words),
        message_zh=said["zh"].format(**words),
        form=form,
        row_key=row_key,
        measure=measure,
        raw_text=raw if raw is not None else found,
        expected=expected,
        page=place.page,
        sheet=place.sheet,
        table_no=table_no,
        row_no=place.row,
        col_no=place.col,
        line_no=place.line,
    )
