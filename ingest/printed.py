"""What a printed table looks like before its meaning: captions, rows of cells, notes.

Also the lines that stand about a table and say something of the page, not of a form: unit lines,
page numbers, notes, titles as a shape.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from ingest.document import Cell, Paragraph, Place
from ingest.text import fold

_NUMBER = r"(?:公开|财决|附|批复)*表?[\dA-Z一二三四五六七八九十.-]{1,6}表?"
TITLE = re.compile(r"[^。;；]{0,60}表(?:\([^()]*\))?(?:\([^()]*\))?")
ABOUT = re.compile(
    rf"{_NUMBER}|\((?=[^()]*表){_NUMBER}\)|(?:部门|单位|公开部门|公开单位|编制单位|编制部门|编报单位|填报单位|预算单位)(?:名称)?(?:\([^()]*\))?:.*"
    r"|(?:金额)?单位:.*|\d{4}年度?|.{0,30}单位:(?:人民币)?(?:万元|元|千元)|日期:.*"
)
_AMOUNT = re.compile(r"[-(]?[\d,]*\.?\d+\)?")
TRIVIAL = re.compile(r"[-—–\s\d/]*|第?\d+页?(?:共\d+页)?|续表.*|\(?续\)?")
NOTE = re.compile(r"(?:注|说明|备注|附注)\d*(?::|、|\.|\d|本表)")


@dataclass(slots=True)
class Row:
    """One row: `cells` by the column where they begin, `cover` by every column they cover.

    `texts` is what is printed in them, folded; blank cells have none.
    """

    cells: dict[int, Cell]
    cover: dict[int, Cell] = field(default_factory=dict)
    texts: dict[int, str] = field(init=False)

    def __post_init__(self) -> None:
        """Fold what is printed, once."""
        self.texts = {
            col: text for col, cell in self.cells.items() if cell.text and (text := fold(cell.text))
        }

    def text(self, col: int) -> str:
        """The text of the cell that begins at this column."""
        cell = self.cells.get(col)
        return cell.text if cell else ""

    @property
    def is_sheet(self) -> bool:
        """Whether its cells are numbered as those of a sheet."""
        return any(cell.place.sheet is not None for cell in self.cells.values())

    @property
    def filled(self) -> dict[int, Cell]:
        """The cells with something printed in them."""
        return {col: self.cells[col] for col in self.texts}


@dataclass(slots=True)
class PrintedTable:
    """A table with what is printed about it, before and after. `no` counts from 1.

    `by_words`: it, or a part of it on some page, has no rules.
    """

    captions: list[Paragraph]
    rows: list[Row]
    n_cols: int
    place: Place
    notes: list[Paragraph] = field(default_factory=list)
    no: int = 0
    by_words: bool = False

    def caption_lines(self) -> Iterator[str]:
        """The caption's lines, the nearest to the table first."""
        for paragraph in reversed(self.captions):
            yield from reversed(paragraph.text.splitlines())


@lru_cache(maxsize=65536)
def is_title(text: str) -> bool:
    """Whether a folded line may be the title of a table."""
    if "表" not in text or not TITLE.fullmatch(text):
        return False
    return not (ABOUT.fullmatch(text) or TRIVIAL.fullmatch(text))


@lru_cache(maxsize=65536)
def is_about(text: str) -> bool:
    """Whether a folded line says who, when, in which unit or under which number."""
    return bool(ABOUT.fullmatch(text)) and not _AMOUNT.fullmatch(text)
