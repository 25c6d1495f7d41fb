"""The text outside tables as paragraphs: joined over page ends, classified, with part and section.

Nothing is left out but page numbers; what a paragraph says is not read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from ingest.document import Document, Grid, Paragraph, Place
from ingest.evaluation import own_blocks
from ingest.narrative.headings import (
    PAGE_NUMBER,
    PART,
    is_contents,
    is_note,
    level,
    starts_list,
    topic_of,
)
from ingest.narrative.lexicon import Topic
from ingest.text import fold

HEADING, TEXT, CONTENTS, NOTE, CAPTION = "heading", "text", "contents", "note", "caption"

_CLOSED = tuple("。;:!?")
_GOES_ON = re.compile(r"[,、。;:)]|\((?![一二三四五六七八九十\d]+\))")
_AMOUNT_END = re.compile(r"\d(?:万?元|%|个|人|辆)?$")
_CAPTION_LENGTH = 45


@dataclass(slots=True)
class Piece:
    """One paragraph. `fragments`: where in `text` each printed part begins, and its place."""

    text: str
    fragments: list[tuple[int, Place]]
    kind: str = TEXT
    part: str | None = None
    path: tuple[str, ...] = ()
    topic: Topic | None = None

    @property
    def place(self) -> Place:
        """The place of its beginning."""
        return self.fragments[0][1]

    @property
    def section(self) -> str | None:
        """The headings below the part, or nothing."""
        return " / ".join(self.path) or None

    def place_at(self, index: int) -> Place:
        """The place of a character: that of the printed part it stands in."""
        found = self.fragments[0]
        for fragment in self.fragments:
            if fragment[0] <= index:
                found = fragment
        start, place = found
        if place.line is None:
            return place
        return place._replace(line=place.line + self.text.count("\n", start, index))


def paragraphs(document: Document) -> list[Piece]:
    """All paragraphs in reading order."""
    pieces = list(_classified(document))
    _mark_contents(pieces)
    joined: list[Piece] = []
    outline = _Outline()
    before_grid = False
    for piece in pieces:
        if piece is _GRID:
            before_grid = True
            continue
        last = None if before_grid or not joined else joined[-1]
        if last is not None and _is_cut(last, piece):
            _join(last, piece)
        else:
            outline.place(piece)
            joined.append(piece)
        before_grid = False
    return joined


def ruling(named: list[Topic]) -> Topic | None:
    """Of the topics named from the top down: one to skip, else the last specific, else the last."""
    skipped = [t for t in named if t.skip]
    specific = [t for t in named if not t.generic]
    ranked = skipped or specific or named
    return ranked[-1] if ranked else None


_GRID = Piece("", [(0, Place())], "grid")


def _classified(document: Document) -> Iterator[Piece]:
    own = own_blocks(document)
    kept = [(at, b) for at, b in enumerate(document.blocks) if not _is_page_number(b)]
    blocks = [block for _, block in kept]
    for i, (at, block) in enumerate(kept):
        if isinstance(block, Grid):
            yield _GRID
        elif block.text.strip():
            kind = _kind(block.text, blocks, i)
            of_form = at in own and kind in (TEXT, HEADING)
            yield Piece(block.text, [(0, block.place)], NOTE if of_form else kind)


def _is_page_number(block: object) -> bool:
    if not isinstance(block, Paragraph):
        return False
    line = fold(block.text)
    return bool(PAGE_NUMBER.fullmatch(line)) or line == str(block.place.page)


def _kind(text: str, blocks: list[Paragraph | Grid], index: int) -> str:
    if is_contents(text):
        return CONTENTS
    if level(text) is not None:
        return HEADING
    if is_note(text):
        return NOTE
    return CAPTION if _may_caption(text) and _grid_follows(blocks, index) else TEXT


def _may_caption(text: str) -> bool:
    line = fold(text)
    return len(line) <= _CAPTION_LENGTH and not line.endswith(_CLOSED) and level(text) is None


def _grid_follows(blocks: list[Paragraph | Grid], index: int) -> bool:
    for block in blocks[index + 1 : index + 8]:
        if isinstance(block, Grid):
            return True
        if not _may_caption(block.text):
            return False
    return False


def _mark_contents(pieces: list[Piece]) -> None:
    """After 目录: the lines up to the first that comes a second time."""
    start = next((i for i, p in enumerate(pieces) if fold(p.text) in ("目录", "目次")), None)
    if start is None:
        return
    pieces[start].kind = CONTENTS
    seen: set[str] = set()
    for piece in pieces[start + 1 :]:
        line = _without_page(piece.text)
        if piece is _GRID or line in seen or len(line) > 60:
            return
        seen.add(line)
        piece.kind = CONTENTS


def _without_page(text: str) -> str:
    return re.sub(r"[.…·⋯-]*\d*$", "", fold(text))


def _is_cut(last: Piece, piece: Piece) -> bool:
    """Whether a page end cut one sentence in two: it is not closed, and goes on as no list does."""
    if last.kind != TEXT or piece.kind not in (TEXT, CAPTION) or starts_list(piece.text):
        return False
    one, page = fold(last.text), last.fragments[-1][1].page
    if not one or one.endswith(_CLOSED) or (page is not None and piece.place.page == page):
        return False
    if _AMOUNT_END.search(one):
        return bool(_GOES_ON.match(fold(piece.text)))
    return bool(re.search(r"[,。;、:]", one))


def _join(last: Piece, piece: Piece) -> None:
    last.fragments.append((len(last.text), piece.place))
    last.text += piece.text


@dataclass(slots=True)
class _Outline:
    """The headings above the line that is read."""

    part: str | None = None
    part_topic: Topic | None = None
    path: list[tuple[int, str, Topic | None]] = field(default_factory=list)
    after_part: bool = False

    def place(self, piece: Piece) -> None:
        """Take a heading in; give every other line its part, section and topic."""
        if piece.kind == HEADING:
            self._enter(piece.text.strip(), level(piece.text) or PART)
        piece.part, piece.path = self.part, tuple(title for _, title, _ in self.path)
        topics = [self.part_topic, *(topic for _, _, topic in self.path)]
        piece.topic = ruling([topic for topic in topics if topic])
        self.after_part = piece.kind == HEADING and not self.path

    def _enter(self, title: str, depth: int) -> None:
        if depth == PART:
            goes_on = self.after_part and self.part and not title.startswith("第")
            self.part = f"{self.part} {title}" if goes_on else title
            self.part_topic, self.path = topic_of(self.part), []
            return
        self.path = [h for h in self.path if h[0] < depth]
        self.path.append((depth, title, topic_of(title)))
