"""How right the reading of the text is: its facts by family of wording, in every format.

A fact that is missing where its sentence is listed as unread is told; all else that is not right is
silent. A part of `bench.accuracy`.
"""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from pathlib import Path

from bench.made import extension, printed
from bench.text_cases import told
from corpus.publication import Publication
from corpus.wording import FAMILIES
from ingest.parse import parse
from ingest.records import ParsedFiling, Source
from ingest.text import fold

TEXTLESS = ("xlsx", "xls", "pdf (sheets)")
"""Formats that are printed without the text."""
Cell = tuple[str | None, str | None, str | None]
Key = tuple[Cell, str, str]
"""Of what, which aspect, when."""
Numbers = dict[Key, Counter[tuple[Decimal | None, str | None]]]
"""How often each value, with its unit, is told."""


def text_counts(per_family: int, formats: Iterable[str], folder: Path) -> dict[str, Counter[str]]:
    """Family → how many facts are right, wrong, missing, spurious, silent."""
    counts: dict[str, Counter[str]] = {family: Counter() for family in FAMILIES}
    able = [form for form in formats if form not in TEXTLESS]
    for family, filing in _filings(per_family):
        for form in able:
            counts[family] += facts_compared(filing, form, folder)
    return counts


def _filings(per_family: int) -> Iterator[tuple[str, Publication]]:
    for family in FAMILIES:
        for n in range(per_family):
            filing = told(family, n, seed=7)
            if filing is not None:
                yield family, filing


def facts_compared(filing: Publication, form: str, folder: Path) -> Counter[str]:
    """Print one filing, read it, and count its facts by kind."""
    content, _ = printed(filing, form)
    path = folder / f"told.{extension(form)}"
    path.write_bytes(content)
    sha256 = hashlib.sha256(content).hexdigest()
    read = parse(Source(path.name, path, sha256, len(content), 1))
    counts = Counter(filings=1)
    if not isinstance(read, ParsedFiling):
        return counts + Counter(missing=len(filing.said))
    unread = [fold(u.sentence) for u in read.unread_sentences]
    told_keys = {
        (s.cell, s.aspect, s.period)
        for s in filing.said
        if any(sentence in fold(s.paragraph) for sentence in unread)
    }
    truth, got = _truth(filing), _got(read)
    for key in truth.keys() | got.keys():
        counts += _of_key(truth[key], got[key], told=key in told_keys)
    return counts


def _truth(filing: Publication) -> Numbers:
    numbers: Numbers = defaultdict(Counter)
    for s in filing.said:
        unit = fold(s.unit) if s.unit else None
        numbers[s.cell, s.aspect, s.period][s.value.normalize(), unit] += 1
    return numbers


def _got(read: ParsedFiling) -> Numbers:
    numbers: Numbers = defaultdict(Counter)
    for f in read.facts:
        value = None if f.value is None else f.value.normalize()
        numbers[(f.form, f.row_key, f.measure), f.aspect, f.period][value, f.unit] += 1
    return numbers


def _of_key(
    truth: Counter[tuple[Decimal | None, str | None]],
    got: Counter[tuple[Decimal | None, str | None]],
    *,
    told: bool,
) -> Counter[str]:
    """The facts of one key: those of another value are wrong, the rest missing or spurious."""
    lost, more = (truth - got).total(), (got - truth).total()
    wrong = min(lost, more)
    missing, spurious = lost - wrong, more - wrong
    silent = wrong + spurious + (0 if told else missing)
    return Counter(
        right=(truth & got).total(), wrong=wrong, missing=missing, spurious=spurious, silent=silent
    )
