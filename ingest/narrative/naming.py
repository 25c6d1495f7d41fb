"""Words → what they name: cells of the forms, codes by their names. Numbers are not seen here."""

from __future__ import annotations

import re

from ingest.narrative.lexicon import Cell, subjects, word
from ingest.narrative.state import Context, State, Target

_FUNCTION_FORMS = {
    "general_budget": "general_budget_by_function",
    "expenditure": "expenditure_by_function",
    "income": "income_by_function",
    "fund": "government_fund_by_function",
    "state_capital": "state_capital_by_function",
    "fiscal": "appropriation_summary",
    "fiscal_expenditure": "appropriation_summary",
}

_WITH_CODE = re.compile(r"(?P<name>[^\d]+?)\((?P<code>\d{3}|\d{5}|\d{7})\)(?:支出)?")
_PROJECT = re.compile(r"(?:项目)?(?:支出)?(?:绩效)?自评(?:结果)?(?:综述|情况)$")
_NATURES = {"基本支出": "basic", "项目支出": "project"}
_WITH_NATURES = ("general_budget_by_function", "expenditure_by_function")


class Namer:
    """Names subjects by the topic of the moment; a name may change the topic."""

    def __init__(self, context: Context, state: State) -> None:
        self.state, self._own, self._codes = state, context.own_names, context.codes

    def strip(self, words: str) -> tuple[str, str | None]:
        """Words without what may stand before a subject; the year or date that stood there."""
        period: str | None = None
        while words:
            m = next((m for name in ("before", "own") if (m := word(name).match(words))), None)
            if m is None:
                m = word("time").match(words)
                period = _period(m.group(), period) if m else period
            end = m.end() if m else self._own_name(words)
            if not end:
                break
            words = words[end:]
        return words, period

    def _own_name(self, words: str) -> int:
        """How much of the words is the filer's name, or a body's before a year."""
        for name in self._own:
            if words.startswith(name):
                return len(name)
        m = re.match(r"[^\d,]{2,40}?(?=\d{4}年|本年度)", words)
        if m and re.search(word("body").pattern + "$", m.group()):
            return m.end()
        return 0

    def subject(self, words: str, *, carry: bool) -> tuple[Target, ...] | None:
        """What the words name; the subject carried so far where they name nothing more."""
        rest, period = self.strip(words)
        if rest and (late := re.search(r"\d{4}年度?$", rest)):
            rest, period = rest[: late.start()], _period(late.group(), period)
        found = self._named(rest) if rest else self.state.subject if carry else ()
        if found or not rest:
            self.state.period = self.state.period if period is None else period or None
        return found or None

    def _named(self, name: str) -> tuple[Target, ...] | None:
        if self.state.topic == "basic" and (coded := self._coded(name)):
            return coded
        nature = _NATURES.get(name)
        if nature and (row := self._row_above()):
            return self._of_row(row, nature)
        pattern, meant = subjects(self.state.topic)
        m = pattern.fullmatch(name)
        if m and m.lastgroup:
            which = next(int(g[1:]) for g, v in m.groupdict().items() if v is not None)
            subject = meant[which]
            if self.state.aside is not None and not subject.in_aside:
                return ()
            if subject.is_project:
                return (Target(subject.cells[0], _PROJECT.sub("", name)),)
            self.state.topic = subject.opens or self.state.topic
            return tuple(Target(cell, None, None, subject.is_count) for cell in subject.cells)
        found = self._levelled(name) or self._with_code(name) or self._coded(name)
        for target in found or ():
            self.state.fresh = True
            if target not in self.state.rows:
                self.state.rows.append(target)
        return found

    def _row_above(self) -> Target | None:
        """The row of a code that is spoken of, where 基本支出 may be said of it."""
        said = self.state.subject
        of_heading = not self.state.rows
        if len(said) != 1 or said[0].cell[0] not in _WITH_NATURES or said[0].name is None:
            return None
        told = of_heading or self.state.fresh or self.state.part or self.state.aside is not None
        return said[0] if told else None

    def _of_row(self, row: Target, measure: str) -> tuple[Target, ...]:
        """Basic or project expenditure of that row; nothing where it may be the total's."""
        plain = self.state.part or self.state.aside is not None or not self.state.rows
        if not plain or len(self.state.rows) > 1:
            return ()
        form, code, _ = row.cell
        return (Target((form, code, measure), row.name, row.level),)

    def _levelled(self, name: str) -> tuple[Target, ...] | None:
        said = self._codes.levelled(name)
        if said is None:
            return None
        code = self._codes.path_code(said)
        return (self._function(code, " / ".join(said.names), " / ".join(said.levels)),)

    def _with_code(self, name: str) -> tuple[Target, ...] | None:
        """A name with its code behind (行政运行(2010301)); of no code where they do not fit."""
        m = _WITH_CODE.fullmatch(name)
        if m is None or self.state.topic not in _FUNCTION_FORMS:
            return None
        code = m["code"] if self._codes.bears(m["code"], m["name"]) else None
        return (self._function(code, m["name"], None),)

    def _coded(self, name: str) -> tuple[Target, ...] | None:
        topic = self.state.topic
        if topic == "basic":
            known, code = self._codes.economic_code(name)
            cell: Cell = ("basic_expenditure_by_economic", code, "amount")
            return (Target(cell, name),) if known else None
        if topic not in _FUNCTION_FORMS:
            return None
        known, code = self._codes.function_code(name)
        if not known or self._is_a_use(name, code):
            return None
        return (self._function(code, name, None),)

    def _is_a_use(self, name: str, code: str | None) -> bool:
        """Whether a name of both classifications (住房公积金) is what a row was spent for."""
        rows = tuple(row.cell[1] or "-" for row in self.state.rows)
        if not (self.state.part and rows) or not self._codes.economic_code(name)[0]:
            return False
        return not (code or "").startswith(rows)

    def _function(self, code: str | None, name: str, level: str | None) -> Target:
        form = _FUNCTION_FORMS.get(self.state.topic or "", "general_budget_by_function")
        if form == "appropriation_summary":
            is_class = code is not None and len(code) == 3
            alone = self._codes.printed_in.get(code or "")
            cell: Cell = (alone, code, "total") if alone else (None, code, None)
            return Target((form, f"expenditure.{code}", "total") if is_class else cell, name, level)
        return Target((form, code, "total"), name, level)


def _period(text: str, before: str | None) -> str | None:
    """`2023` or `2023-12-31`; other words of time name the year of the filing."""
    day = re.search(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", text)
    if day:
        year = day[1] or (before or "")[:4]
        return f"{year}-{int(day[2]):02d}-{int(day[3]):02d}" if year else None
    year_only = re.search(r"\d{4}", text)
    if year_only:
        return year_only.group()
    return "" if text in ("本年", "本年度", "今年", "当年") else before
