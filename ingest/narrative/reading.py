"""A document's text → rows: paragraphs, facts, unread sentences. Only wiring and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ingest.document import Document
from ingest.narrative.folding import Folded, folded
from ingest.narrative.names import CodeNames
from ingest.narrative.paragraphs import HEADING, TEXT, Piece, paragraphs
from ingest.narrative.scan import Scanner
from ingest.narrative.staff import Stated, listed_member, opens_members, staff, table_members
from ingest.narrative.state import Context, Read
from ingest.records import Filing, LineItem
from ingest.text import fold
from ingest.text_records import NarrativeFact, TextParagraph, UnreadSentence
from ingest.values import YUAN, to_yuan


@dataclass(slots=True)
class Narrative:
    """The rows of one filing's text."""

    paragraphs: list[TextParagraph] = field(default_factory=list)
    facts: list[NarrativeFact] = field(default_factory=list)
    unread: list[UnreadSentence] = field(default_factory=list)


def read_narrative(filing: Filing, document: Document, items: list[LineItem]) -> Narrative:
    """Read the text of a filing whose forms are read already (their names are those of codes)."""
    return _Reader(filing, items).read(document)


class _Reader:
    def __init__(self, filing: Filing, items: list[LineItem]) -> None:
        self.filing, self.out = filing, Narrative()
        names = {fold(n) for n in (filing.unit, filing.department) if n}
        self.own = tuple(sorted(names, key=len, reverse=True))
        self.codes = CodeNames.of(items, filing.fiscal_year)
        self.context = self._context(None)
        self.in_members = False
        self.announced: int | None = None

    def read(self, document: Document) -> Narrative:
        for number, piece in enumerate(paragraphs(document), start=1):
            self._paragraph(number, piece)
            if piece.kind in (HEADING, TEXT) and not (piece.topic and piece.topic.skip):
                self._text(number, piece)
        self._member_tables(document)
        return self.out

    def _context(self, topic: str | None) -> Context:
        return Context(topic, self.own, self.codes, self.filing.fiscal_year)

    def _paragraph(self, number: int, piece: Piece) -> None:
        place = piece.place
        row = TextParagraph(
            self.filing.filing_id, number, piece.kind, piece.part, piece.section,
            piece.text, place.page, place.sheet, place.line,
        )  # fmt: skip
        self.out.paragraphs.append(row)

    def _text(self, number: int, piece: Piece) -> None:
        text = folded(piece.text)
        topic = piece.topic.name if piece.topic else None
        if topic == "staff":
            self._staff(number, piece, text)
            return
        if topic != self.context.topic:
            self.codes.path.clear()
            self.context = self._context(topic)
        scanner = Scanner(text.text, self.context)
        scanner.run()
        for read in scanner.reads:
            self._fact(number, piece, text, read)
        self._unread(number, piece, text, [q.start for q in scanner.unread])
        if piece.kind == HEADING:
            title = Scanner(text.text.rstrip("。:"), self.context)
            self.context.carried = title.subject_of_heading()

    def _staff(self, number: int, piece: Piece, text: Folded) -> None:
        for said in staff(text):
            self._stated(number, piece, text, said)
        if self.in_members and (name := listed_member(text)):
            start = text.text.index(name)
            said = Stated(
                "unit.member", "flag", name, Decimal(1), None, start, start + len(name), None
            )
            self._stated(number, piece, text, said)
        else:
            self.in_members = opens_members(text)
            self.announced = number if self.in_members else self.announced

    def _stated(self, number: int, piece: Piece, text: Folded, said: Stated) -> None:
        self._add(
            number, piece, text, said.start, said.end,
            period=said.period, cell=(None, said.key, None), aspect=said.aspect, name=said.name,
            level=None, value=said.value, unit=said.unit, template=said.key,
        )  # fmt: skip

    def _fact(self, number: int, piece: Piece, text: Folded, read: Read) -> None:
        topic = piece.topic.name if piece.topic else "text"
        self._add(
            number, piece, text, read.start, read.end,
            period=read.period, cell=read.target.cell, aspect=read.aspect, name=read.target.name,
            level=read.target.level, value=read.value, unit=read.unit,
            template=f"{topic}.{read.template}", is_money=not read.target.is_count,
        )  # fmt: skip

    def _add(
        self, number: int, piece: Piece, text: Folded, start: int, end: int, *,
        period: str | None, cell: tuple[str | None, str | None, str | None], aspect: str,
        name: str | None, level: str | None, value: Decimal | None, unit: str | None,
        template: str, is_money: bool = False,
    ) -> None:  # fmt: skip
        place = piece.place_at(text.at[start]) if start < len(text.at) else piece.place
        in_words = unit is None and value == 0 and is_money
        amount = to_yuan(value, unit) if value is not None and unit in YUAN else None
        fact = NarrativeFact(
            filing_id=self.filing.filing_id,
            fact_no=len(self.out.facts) + 1,
            period=period or str(self.filing.fiscal_year),
            form=cell[0],
            row_key=cell[1],
            measure=cell[2],
            aspect=aspect,
            name=name,
            level=level,
            raw_text=text.printed(start, end),
            value=value,
            unit=unit,
            amount_cny=Decimal("0.00") if in_words else amount,
            template=template,
            section=piece.section,
            sentence=_sentence(text, start),
            paragraph_no=number,
            page=place.page,
            line_no=place.line,
        )
        self.out.facts.append(fact)

    def _unread(self, number: int, piece: Piece, text: Folded, starts: list[int]) -> None:
        for sentence, start in {_sentence(text, s): s for s in reversed(starts)}.items():
            place = piece.place_at(text.at[start])
            row = UnreadSentence(
                self.filing.filing_id, number, piece.section, sentence, place.page, place.line
            )
            self.out.unread.append(row)

    def _member_tables(self, document: Document) -> None:
        number = self.announced or len(self.out.paragraphs)
        for grid in document.grids():
            for name, raw, place in table_members(grid):
                piece = Piece(raw, [(0, place)])
                text = folded(raw)
                said = Stated(
                    "unit.member", "flag", name, Decimal(1), None, 0, len(text.text), None
                )
                self._stated(number, piece, text, said)


def _sentence(text: Folded, at: int) -> str:
    start = max(text.text.rfind("。", 0, at), -1) + 1
    end = text.text.find("。", at)
    return text.printed(start, end + 1 if end >= 0 else len(text.text))
