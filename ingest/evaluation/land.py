"""The rows of all self-evaluation forms of a filing, and what of them could not be read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from decimal import Decimal

from ingest.document import Document, Place
from ingest.evaluation.funding import read_funds, unused
from ingest.evaluation.funds import Funds
from ingest.evaluation.indicators import Indicator, read_indicators
from ingest.evaluation.numbers import number
from ingest.evaluation.quantity import Quantity, is_garbled, operator_of, quantity
from ingest.evaluation.recognise import is_title, loose_titles
from ingest.evaluation.rows import Key, funding_row, indicator_row, project_row, text_row
from ingest.evaluation.sheet import Form, Line, forms
from ingest.evaluation.texts import (
    Said,
    Total,
    read_analysis,
    read_fields,
    read_goals,
    read_total,
)
from ingest.evaluation.words import plain
from ingest.printed import PrintedTable
from ingest.records import ParsedFiling, Signal
from ingest.signals import signal
from ingest.text import fold

FORM = "project_evaluation"


def land(parsed: ParsedFiling, document: Document, tables: Iterable[PrintedTable]) -> None:
    """Add the rows of the forms among these tables (of no other form) to the parsed filing.

    Their cells stay in the raw layer. A table that bears the title of a form and is none to us is
    signalled, and so is a form that the document prints as running text.
    """
    listed = list(tables)
    found = forms(listed)
    read: set[int] = set()
    for no, form in enumerate(found, start=1):
        _Landing(parsed, form, no).all()
        read |= {line.table.no for _, s in form.sections for line in (*s.heads, *s.lines)}
    for table in listed:
        titled = next((x for x in table.caption_lines() if is_title(x)), None)
        if titled and table.no not in read:
            parsed.signals.append(_title_alone(parsed, titled, table.place, table.no))
    for title in loose_titles(document):
        parsed.signals.append(_title_alone(parsed, title.text, title.place, None))
    parsed.tables[:] = [
        replace(t, form=FORM, status="read") if t.table_no in read else t for t in parsed.tables
    ]


def _title_alone(parsed: ParsedFiling, title: str, place: Place, no: int | None) -> Signal:
    filing_id = parsed.filing.filing_id
    return signal(filing_id, "evaluation_unread", place, FORM, no, raw=fold(title), found="title")


@dataclass(slots=True)
class _Landing:
    """One form on its way into a parsed filing."""

    parsed: ParsedFiling
    form: Form
    no: int
    signals: list[Signal] = field(default_factory=list)

    @property
    def _id(self) -> str:
        return self.parsed.filing.filing_id

    def all(self) -> None:
        """All rows of the form, then its signals."""
        funds = [f for section in self.form.of("money") for f in read_funds(section)]
        rows = list(read_indicators(self.form.of("indicators")))
        fields, strange = read_fields(self.form)
        goals, lost = read_goals(self.form)
        said, rest = read_analysis(self.form)
        total = read_total(self.form, _sum(funds, rows))
        key = Key(self._id, self.no)
        self.parsed.projects.append(project_row(key, self.form, fields, goals, total))
        self.parsed.fundings.extend(funding_row(key, self.form, f) for f in funds)
        for no, row in enumerate(rows, start=1):
            target, actual = (self._quantity(row, name) for name in ("target", "actual"))
            self.parsed.indicators.append(indicator_row(key, no, row, target, actual))
        texts = [*(s for side in ("target", "achieved") for s in goals.get(side, [])), *said]
        self.parsed.project_texts.extend(text_row(key, n, s) for n, s in enumerate(texts, start=1))
        self._tell(funds, rows, total, fields)
        odd = [line for section in self.form.of("money") for line in unused(section)]
        again = list(self.form.lines("total"))[1:]
        for line in (*strange, *odd, *lost, *again, *rest):
            self._signal("evaluation_left_over", line, found=_first(line))
        self.parsed.signals.extend(self.signals)

    def _signal(self, code: str, line: Line, **said: str | None) -> None:
        place = line.place
        raw = said.pop("raw", None) or line.raw
        made = signal(self._id, code, place, FORM, line.table.no, raw=raw, **said)
        if made not in self.signals:
            self.signals.append(made)

    def _tell(
        self,
        funds: list[Funds],
        rows: list[Indicator],
        total: Total | None,
        fields: dict[str, Said],
    ) -> None:
        """Signals of what could not be read."""
        for f in funds:
            if f.status == "unread":
                self._signal("evaluation_unread", f.line, found=f.label or "-")
            elif f.source == "unlisted":
                self._signal("evaluation_left_over", f.line, found=f.label)
        for row in rows:
            if not row.read:
                self._signal("evaluation_unread", row.line, found=_first(row.line))
        if total is not None and total.score is None and len(total.line.filled) > 1:
            self._signal("evaluation_unread", total.line, found=_first(total.line))
        missing = [name for name in ("money", "indicators") if not self.form.of(name)]
        if "project" not in fields:
            missing.append("项目名称")
        for name in missing:
            line = Line(self.form.table.rows[0], self.form.table)
            self._signal("evaluation_unread", line, raw="", found=name)

    def _quantity(self, row: Indicator, name: str) -> Quantity:
        """The quantity of a target or value, with operator and unit of columns of their own."""
        text = row.cells.get(name)
        said = quantity(text)
        if said.value is not None and said.unit is None and row.cells.get("unit"):
            said = said._replace(unit=fold(row.cells["unit"]))
        if said.value is not None and said.operator is None and name == "target":
            said = said._replace(operator=operator_of(row.cells.get("operator", "")))
        labels = (row.cells.get("level_1"), row.cells.get("level_2"), row.cells.get("name"))
        if is_garbled(said, labels):
            self._signal("garbled", row.line, raw=text, found=row.cells.get("name"))
            return Quantity()
        return said


def _first(line: Line) -> str:
    return next((plain(cell.text) for cell in line.filled.values()), "-")


def _sum(funds: list[Funds], rows: list[Indicator]) -> Decimal | None:
    """The scores of money and indicators; None where one of them is not known."""
    scores = [f.money.get("score") for f in funds if f.status == "read"]
    of_money = next((score for score in scores if score is not None), None)
    of_rows = [number(row.cells.get("score", "")) for row in rows]
    known = [score for score in of_rows if score is not None]
    if of_money is None or len(known) < len(of_rows):
        return None
    return sum(known, of_money)
