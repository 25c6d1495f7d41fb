"""Is every form there that every filing prints? So that no form is lost without a word.

The forms are data (`layouts/core_forms.csv`), with the year since which they are printed and the
regions (beginnings of codes) that leave one out.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache

from ingest.document import Document, Paragraph, Place
from ingest.layouts import FOLDER
from ingest.match import title_of
from ingest.records import Filing, Signal
from ingest.signals import signal
from ingest.text import fold, squeeze

_STANDARD = 3
"""A filing with so many of the core forms is of the standard kind."""
_ELSEWHERE = re.compile(
    r"(?:见|另附|附后|参见)[^。]{0,12}(?:附件|附表|附后|公开表)|(?:附表|表格)附后"
)
_LEADER = re.compile(r"[.．…·\s\d—-]*$")


def complete(filing: Filing, found: set[str], document: Document) -> Iterator[Signal]:
    """Signals the core forms that a filing lacks.

    Args:
        filing: the filing.
        found: the forms that its tables were taken for, readable or not.
        document: where it may name the forms, or say that they are elsewhere.
    """
    missing = [row for row in core_forms() if row["form"] not in found]
    yield from _others_named(filing.filing_id, found, document)
    if len(core_forms()) - len(missing) >= _STANDARD:
        named = _named(document) if missing else {}
        for row in missing:
            at = named.get(row["form"])
            code = "form_missing" if _printed(row, filing) else "form_not_printed"
            yield signal(
                filing.filing_id,
                code,
                at.place if at else Place(),
                row["form"],
                found=squeeze(at.text) if at else "-",
                expected=row["title"],
            )
    elif missing:
        yield _few(filing, found, missing, document)


@cache
def core_forms() -> tuple[dict[str, str], ...]:
    """The forms that every filing prints, in their order."""
    with (FOLDER / "core_forms.csv").open(encoding="utf-8", newline="") as lines:
        return tuple(csv.DictReader(lines))


def _printed(row: dict[str, str], filing: Filing) -> bool:
    """Whether filings of this year and region print the form."""
    without = tuple(row["regions_without"].split())
    left_out = bool(without) and (filing.region_code or "").startswith(without)
    return filing.fiscal_year >= int(row["first_year"]) and not left_out


def _few(
    filing: Filing, found: set[str], missing: list[dict[str, str]], document: Document
) -> Signal:
    """The signal for a filing that has next to none of the forms."""
    titles = "、".join(row["title"] for row in missing)
    said = (
        (sentence, paragraph)
        for paragraph in document.paragraphs()
        for sentence in re.split(r"(?<=[。；])", paragraph.text)
        if _ELSEWHERE.search(fold(sentence))
    )
    sentence, paragraph = next(said, (None, None))
    if found or paragraph is None:
        return signal(
            filing.filing_id, "few_forms", found="、".join(sorted(found)) or "-", expected=titles
        )
    return signal(
        filing.filing_id, "tables_elsewhere", paragraph.place,
        found=squeeze(sentence or "")[:80], expected=titles,
    )  # fmt: skip


def _others_named(filing_id: str, found: set[str], document: Document) -> Iterator[Signal]:
    """Signals each form that not every filing prints, but that the text of this one names."""
    core = {row["form"] for row in core_forms()}
    for form, at in sorted(_named(document).items()):
        if form not in found | core:
            text = squeeze(at.text)
            yield signal(filing_id, "form_named", at.place, form, found=text)


def _named(document: Document) -> dict[str, Paragraph]:
    """Form → the first line of the text, the contents included, that is one of its titles."""
    named: dict[str, Paragraph] = {}
    for paragraph in document.paragraphs():
        for line in paragraph.text.splitlines():
            known = title_of(_LEADER.sub("", line))
            if known:
                named.setdefault(known[1].form, Paragraph(line, paragraph.place))
    return named
