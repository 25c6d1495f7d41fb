"""Which form a printed table is: by whole title and by column heads, never by its number.

A title alone makes no form, and neither do heads: where only one of them fits, the table is kept
as unknown and the nearest form is named for a person to look at. A table without rules is read only
where its columns are apart and all that hold numbers are known.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from ingest.heads import Heads, read_heads
from ingest.layouts import Form, forms, other_titles
from ingest.printed import PrintedTable, is_title
from ingest.text import fold

_NUMBER = re.compile(
    r"\(?((?:公开|财决公开|财决|附)表?\s*[\dA-Z.-]+\s*表?|(?:附?表)[\d一二三四五六七八九十]+)\)?"
)
_BEFORE = re.compile(
    r"(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|\d{1,2}[.、]?|[A-Z]{1,3}\d+|附?表[\d一二三四五六七八九十]+[-:、.]?|公开\d+表[-:]?)?"
    r"(?:.{0,40}?\d{4}年度?)?(?:部门|单位|本级)?"
)
_AFTER = re.compile(
    r"(?:\(按?(?:支出)?(?:功能|经济)(?:分类)?(?:科目)?(?:列示)?\))?(?:\(续表?\))?"
    r"(?:\((?:公开|财决|表|附表)[^()]*\)|(?:公开|财决)\d+表)?(?:(?:金额)?单位:.{1,12})?"
)


@dataclass(frozen=True, slots=True)
class Match:
    """What a table was taken for. `heads` is there when some layout of the form was tried.

    `status`: `read`, `unknown_layout` (the title of a form without its heads), `other` (known to
    be none of the forms) or `unknown_form`.
    """

    form: Form | None
    heads: Heads | None
    title: str | None
    printed_number: str | None
    status: str


def match(table: PrintedTable) -> Match:
    """The form of a table, by its title and its heads."""
    number = _printed_number(table)
    text, form = _title(table)
    if form is None:
        other = text is not None and any(_plain(text).endswith(t) for t in other_titles())
        return Match(None, None, text, number, "other" if other else "unknown_form")
    tried = [heads for layout in form.layouts if (heads := read_heads(table, layout))]
    fitting = [heads for heads in tried if heads.fits]
    usable = fitting or [heads for heads in tried if not heads.missing]
    if table.by_words:
        usable = [heads for heads in usable if _apart(table, heads)]
    if not usable:
        nearest = min(tried, key=lambda h: len(h.missing), default=None)
        return Match(form, nearest, text, number, "unknown_layout")
    return Match(form, usable[0], text, number, "read")


def _apart(table: PrintedTable, heads: Heads) -> bool:
    """Whether no two heads reach into one column and no number stands in an unknown one."""
    rows = (row.filled.values() for row in table.rows[heads.first_head : heads.first_data])
    columns = ([c for x in row for c in range(x.col, x.col + x.col_span)] for row in rows)
    unknown = {col for col, _ in heads.unknown}
    body = (text for row in table.rows for col, text in row.texts.items() if col in unknown)
    numbers = any(char.isdigit() for text in body for char in text)
    return not numbers and all(len(found) == len(set(found)) for found in columns)


def _title(table: PrintedTable) -> tuple[str | None, Form | None]:
    """The title nearest to the table; one that is not known ends the search.

    Those above it speak of other tables.
    """
    for line in table.caption_lines():
        known = title_of(line)
        if known:
            return known
        if is_title(fold(line)):
            return fold(line), None
    return None, None


@lru_cache(maxsize=65536)
def title_of(line: str) -> tuple[str, Form] | None:
    """The title in a caption line and its form, if the line is a known title and no more.

    The longest title that ends the line counts, and what stands before it may only be a number,
    a year (with a name before it) or `部门`: `支出决算表` never matches inside another title.
    """
    folded = _plain(fold(line))
    for title, form in _titles():
        at = folded.rfind(title)
        if at < 0:
            continue
        before, after = folded[:at], folded[at + len(title) :]
        if _BEFORE.fullmatch(before) and _AFTER.fullmatch(after):
            return title, form
        return None
    return None


def _plain(title: str) -> str:
    """`支出决算公开表` is `支出决算表`: some provinces put the word into every title."""
    return title.replace("决算公开表", "决算表")


@cache
def _titles() -> tuple[tuple[str, Form], ...]:
    pairs = [(title, form) for form in forms() for title in form.titles]
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair[0])))


def _printed_number(table: PrintedTable) -> str | None:
    found = (_NUMBER.search(fold(line)) for line in table.caption_lines())
    return next((m.group(1) for m in found if m), None)
