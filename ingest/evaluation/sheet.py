"""A form as lines in parts: what stands above the money, the money, goals, indicators, analysis.

Only the cutting lives here: which lines belong to which part, and under which heads. A form may go
on in the next table (a page's edge), and one table may hold several forms.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from ingest.document import Cell, Place
from ingest.evaluation.recognise import (
    indicator_heads,
    is_caption,
    is_form,
    is_title,
    money_heads,
    names_other,
)
from ingest.evaluation.words import key_of, plain, words
from ingest.printed import NOTE, PrintedTable, Row
from ingest.text import fold


@dataclass(frozen=True, slots=True)
class Line:
    """One row of a form, in its table."""

    row: Row
    table: PrintedTable

    @property
    def filled(self) -> dict[int, Cell]:
        """Its cells with something printed, from left to right."""
        return dict(sorted(self.row.filled.items()))

    @property
    def place(self) -> Place:
        """Where its first cell stands."""
        return next((cell.place for cell in self.filled.values()), self.table.place)

    @property
    def raw(self) -> str:
        """Its cells, joined."""
        return " | ".join(cell.text for cell in self.filled.values())


@dataclass(slots=True)
class Section:
    """Lines under one set of heads. `heads` are the lines that hold them."""

    heads: list[Line] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


@dataclass(slots=True)
class Form:
    """One form: its parts in the order printed; a part is there more than once over pages."""

    table: PrintedTable
    sections: list[tuple[str, Section]] = field(default_factory=list)
    above: list[str] = field(default_factory=list)
    """Title and year where they are rows of the table itself, the nearest first."""

    def of(self, part: str) -> list[Section]:
        """The sections of one part."""
        return [section for name, section in self.sections if name == part]

    def lines(self, part: str) -> Iterator[Line]:
        """All lines of one part, without heads."""
        return (line for section in self.of(part) for line in section.lines)

    @property
    def complete(self) -> bool:
        """Whether its total score is printed."""
        return bool(self.of("total"))


def forms(tables: list[PrintedTable]) -> list[Form]:
    """The forms among these tables, in order."""
    found: list[Form] = []
    last: PrintedTable | None = None
    for table in tables:
        rows = [[cell.text for cell in row.filled.values()] for row in table.rows]
        titled = _title(table)
        if titled is not None and names_other(titled):
            last = None
            continue
        goes_on = bool(found) and last is not None and last.no == table.no - 1 and _goes_on(table)
        if is_form(rows) or goes_on:
            _read(table, found, goes_on=goes_on)
            last = table
    return found


def _title(table: PrintedTable) -> str | None:
    return next((x for x in table.caption_lines() if is_title(x) or names_other(x)), None)


def _goes_on(table: PrintedTable) -> bool:
    """Whether a table without a form's name is the rest of the form before: it has its words."""
    first = [fold(c.text) for row in table.rows[:3] for c in row.filled.values()]
    named = any(key_of("fields", x) == "project" for x in first)
    lines = (Line(row, table) for row in table.rows)
    return not named and any(_part(line, "fields") not in ("fields", "money") for line in lines)


def _read(table: PrintedTable, found: list[Form], *, goes_on: bool) -> None:
    part = "indicators" if goes_on else "fields"
    if not goes_on:
        found.append(Form(table))
    named, above = goes_on, list[str]()
    for row in table.rows:
        line = Line(row, table)
        if not line.filled or _is_caption(line):
            above[:0] = [cell.text for cell in line.filled.values()]
            continue
        if _begins(line):
            if named:
                found.append(Form(table))
            found[-1].above, above = above, []
            named, part = True, "fields"
        part = _part(line, part)
        _put(found[-1], part, line)


def _is_caption(line: Line) -> bool:
    return all(is_caption(cell.text) for cell in line.filled.values())


def _begins(line: Line) -> bool:
    first = next(iter(line.filled.values()))
    return key_of("fields", first.text) == "project"


def _put(form: Form, part: str, line: Line) -> None:
    head = _is_head(line, part)
    current = form.sections[-1] if form.sections else None
    opens = current is None or current[0] != part or (head and bool(current[1].lines))
    if opens or current is None:
        form.sections.append((part, Section()))
        current = form.sections[-1]
    (current[1].heads if head else current[1].lines).append(line)


def _is_head(line: Line, part: str) -> bool:
    texts = [cell.text for cell in line.filled.values()]
    if part == "money":
        return all(key_of("money", t) or plain(t) in words("parts") for t in texts)
    if part == "indicators":
        return bool(indicator_heads(texts))
    return part == "goals" and all(key_of("goals", t) or plain(t) in words("parts") for t in texts)


def _part(line: Line, now: str) -> str:
    """The part that a line belongs to, given the part before."""
    texts = [cell.text for cell in line.filled.values()]
    first = plain(texts[0])
    if NOTE.match(fold(texts[0])) and len(texts) == 1:
        return "notes"
    if indicator_heads(texts):
        return "indicators"
    if money_heads(texts):
        return "money"
    if now in ("indicators", "total") and first in words("totals"):
        return "total"
    if now in ("fields", "money") and _goal_labels(line):
        return "goals"
    if any(plain(t) in words("analysis") for t in texts[:-1] or texts):
        return "analysis"
    if now in ("total", "notes") or (now == "analysis"):
        return "analysis"
    return now


def _goal_labels(line: Line) -> Mapping[str, Cell]:
    cells = line.filled.values()
    return {key: cell for cell in cells if (key := key_of("goals", cell.text))}
