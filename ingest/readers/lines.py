"""Runs of characters to lines, cell texts and paragraphs. Knows positions, no meaning."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from ingest.document import Paragraph, Place
from ingest.readers.drawn import Page, Rect, Run
from ingest.readers.raised import raised

_RADICALS = re.compile("[\u2e80-\u2fdf\uf900-\ufaff]")
_NEW = re.compile(
    r"第[一二三四五六七八九十]+[部章节]|[一二三四五六七八九十]{1,3}[、.．]|[（(][一二三四五六七八九十\d]{1,3}[)）]"
    r"|\d{1,3}[、．]|\d{1,3}\.(?!\d)|注\s*[:：]|附件|其中[:：]"
)
_LEADER = re.compile(r"[.．…·]{4,}\s*[-—]?\d*[-—]?$")
_FOLIO = re.compile(r"^[-—–－\s]*(第\s*)?\d{1,4}(\s*页.*)?[-—–－\s]*(/\s*\d{1,4})?$")
_ENDS = "。！？；：:;!?"
_INSIDE = re.compile(r"[，。；：、,;:]")
_WORD = re.compile(r"[!-~]+|[（《“].[）》”，、；。]*")


@dataclass(slots=True)
class Line:
    """The runs that stand beside each other, left to right."""

    runs: list[Run]
    y0: float
    y1: float

    @property
    def height(self) -> float:
        """The height of the line."""
        return self.y1 - self.y0

    @property
    def x0(self) -> float:
        """The left end."""
        return self.runs[0].x0

    @property
    def x1(self) -> float:
        """The right end."""
        return max(run.x1 for run in self.runs)

    @property
    def text(self) -> str:
        """The characters, with a space where one was printed, three where a column was left."""
        parts = [self.runs[0].text]
        for before, run in zip(self.runs, self.runs[1:], strict=False):
            gap = run.x0 - before.x1
            parts.append("   " if _apart(before, run) else " " if run.spaced and gap > 0.5 else "")
            parts.append(shown(before, run))
        return whole("".join(parts))

    @property
    def columned(self) -> bool:
        """Whether the line has gaps as wide as those between columns."""
        return any(_apart(a, b) for a, b in zip(self.runs, self.runs[1:], strict=False))


def _apart(before: Run, run: Run) -> bool:
    return run.x0 - before.x1 > 1.5 * (run.y1 - run.y0)


def shown(before: Run, run: Run) -> str:
    """A run's text; raised where it is smaller than the one before and stands above its foot."""
    height = before.y1 - before.y0
    is_mark = run.y1 - run.y0 < 0.75 * height and run.y1 < before.y1 - 0.25 * height
    return raised(run.text) if is_mark else run.text


def whole(text: str) -> str:
    """Radicals and compatibility forms, which some fonts put for the characters, made these."""
    if text.isascii():
        return text
    return _RADICALS.sub(lambda match: unicodedata.normalize("NFKC", match.group()), text)


def lines(runs: Iterable[Run]) -> list[Line]:
    """Runs to lines, top to bottom: those whose middles lie within half a height."""
    out: list[Line] = []
    for run in sorted(runs, key=lambda r: r.y0 + r.y1):
        middle = (run.y0 + run.y1) / 2
        for line in reversed(out[-3:]):
            height = max(line.y1 - line.y0, run.y1 - run.y0)
            if abs((line.y0 + line.y1) / 2 - middle) < 0.45 * height:
                line.runs.append(run)
                break
        else:
            out.append(Line([run], run.y0, run.y1))
    for line in out:
        line.runs.sort(key=lambda r: r.x0)
    return out


def cell_text(runs: list[Run]) -> str:
    """The text of a cell, a line break where the print has one."""
    if len(runs) == 1:
        return whole(runs[0].text)
    return "\n".join(line.text for line in lines(runs))


@dataclass(slots=True)
class Flow:
    """A paragraph in the making: its text so far, its last line, the edges of its type area."""

    text: str
    first: Line
    last: Line
    page: Page
    number: int
    box: Rect
    left: float
    right: float

    def paragraph(self) -> Paragraph:
        """The paragraph as it stands."""
        return Paragraph(self.text, Place(page=self.number, box=self.page.shown(*self.box)))

    def full(self, line: Line) -> bool:
        """Whether the last line reaches the right edge, so that the text may go on in this line.

        Inside a sentence it ends before it where what comes next cannot be broken (`87.93%`), and
        by one character more where marks hang over the edge.
        """
        size = self.last.height
        room = 1.6 * size
        if is_open(self.text) and _INSIDE.search(self.text):
            room += size + 0.6 * size * _word_length(line.text)
        return self.last.x1 > self.right - room

    def continues(self, line: Line) -> bool:
        """Whether a line, wherever it stands, may be the next of this paragraph."""
        size = min(self.last.height, line.height)
        return (
            self.full(line)
            and line.x0 < self.left + 1.2 * size
            and abs(self.last.height - line.height) < 0.25 * size
            and not (self.last.columned or line.columned)
            and not starts_anew(line.text)
            and not (self.text[-1:] in "。！？；" and _HEADING.fullmatch(line.text))
            and not _LEADER.search(self.text)
        )

    def add(self, text: str, last: Line) -> None:
        """Takes the next line, or the rest of the paragraph."""
        gap = self.text[-1:].isascii() and text[:1].isascii()
        space = " " if gap and self.text[-1:].isalnum() and text[:1].isalnum() else ""
        self.text, self.last = self.text + space + text, last


def flows(found: list[Line], page: Page, number: int, left: float, right: float) -> list[Flow]:
    """Lines to paragraphs, in a type area from `left` to `right`.

    A line goes on with the one before only where that one is full, this one starts at the left
    edge, without a number of its own, at the usual distance and in the same size. In doubt a
    line is a paragraph.
    """
    out: list[Flow] = []
    for line in found:
        near = out and line.y0 - out[-1].last.y1 < 1.6 * line.height
        if near and out[-1].continues(line):
            current = out[-1]
            current.add(line.text, line)
            x0, y0, x1, _ = current.box
            current.box = (min(x0, line.x0), y0, max(x1, line.x1), line.y1)
        else:
            box = (line.x0, line.y0, line.x1, line.y1)
            out.append(Flow(line.text, line, line, page, number, box, left, right))
    return out


_HEADING = re.compile(r"[^，。；：！？,;:!?]{2,40}表")
"""A line that ends as the title of a table does, without the marks of a sentence."""


def starts_anew(text: str) -> bool:
    """Whether a text opens with the number of a section or item."""
    return _NEW.match(text) is not None


def is_folio(text: str) -> bool:
    """Whether a text is a page number and nothing else."""
    return _FOLIO.match(text) is not None


def is_open(text: str) -> bool:
    """Whether a text stops in the middle of a sentence."""
    return bool(text) and text[-1] not in _ENDS and not _LEADER.search(text)


def _word_length(text: str) -> int:
    """How wide a text's first word is, in half characters: `87.93%` and `（类）` are not broken."""
    word = _WORD.match(text)
    return sum(1 if char.isascii() else 2 for char in word[0]) if word else 0
