"""Reads one paragraph from left to right: each number gets its subject, its aspect and its sign.

Words between two numbers must be understood whole; else the number is left unread. What a wording
means is in the yml files; where facts go is not known here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from ingest.narrative.lexicon import (
    Cell,
    Count,
    aspects,
    changes,
    comparison,
    counts,
    subjects,
    topics,
    unchanged,
    word,
)
from ingest.narrative.names import CodeNames
from ingest.narrative.quantities import MONEY, NONE, PERCENT, Quantity, quantities

PRIOR, BUDGET = "prior", "budget"
_FUNCTION_FORMS = {
    "general_budget": "general_budget_by_function",
    "expenditure": "expenditure_by_function",
    "income": "income_by_function",
    "fund": "government_fund_by_function",
    "state_capital": "state_capital_by_function",
    "fiscal": "appropriation_summary",
    "fiscal_expenditure": "appropriation_summary",
}
_BUDGETS = ("budget", "adjusted_budget", "unnamed_budget")
_BREAK = re.compile(r"[,;。:!?]")
_ZERO = Decimal(0)


@dataclass(frozen=True, slots=True)
class Target:
    """What a number speaks of: a cell, or a name that is no code's."""

    cell: Cell
    name: str | None = None
    level: str | None = None
    is_count: bool = False


@dataclass(frozen=True, slots=True)
class Read:
    """One number as read. `start:end` is where it stands in the folded paragraph."""

    target: Target
    aspect: str
    value: Decimal | None
    unit: str | None
    start: int
    end: int
    template: str
    period: str | None


@dataclass(slots=True)
class Context:
    """What holds in a section: its topic, who files, the names of codes."""

    topic: str | None
    own_names: tuple[str, ...]
    codes: CodeNames
    carried: tuple[Target, ...] = ()


@dataclass(slots=True)
class _State:
    """What was said so far in the paragraph."""

    topic: str | None
    subject: tuple[Target, ...] = ()
    base: str | None = None
    period: str | None = None
    reason: bool = False
    key: str = ""
    way: tuple[tuple[Target, ...], int | None] = ((), None)
    last: tuple[str, str, int | None] | None = None


@dataclass(frozen=True, slots=True)
class _Found:
    targets: tuple[Target, ...]
    aspect: str
    template: str
    sign: int | None = 1


class Scanner:
    """Scans one paragraph. `reads` are its facts, `unread` the amounts that nothing took."""

    def __init__(self, text: str, context: Context) -> None:
        self.text, self.context = text, context
        self.reads: list[Read] = []
        self.unread: list[Quantity] = []
        self.state = _State(context.topic, context.carried)
        self._found = quantities(text)

    def run(self) -> None:
        """Read the whole paragraph."""
        at = 0
        for i, quantity in enumerate(self._found):
            start = self._clauses(at, quantity.start)
            following = self._found[i + 1].start if i + 1 < len(self._found) else len(self.text)
            self._number(quantity, at, start, following)
            at = quantity.end
        self._clauses(at, len(self.text), closing=True)

    def subject_of_heading(self) -> tuple[Target, ...]:
        """What a heading names, for the paragraphs below it."""
        return self._subject(self.text, carry=False) or ()

    # --- clauses without a number

    def _clauses(self, start: int, end: int, *, closing: bool = False) -> int:
        """Take in the clauses of `start:end`; returns where the words before the number begin."""
        at = start
        for mark in _BREAK.finditer(self.text, start, end):
            self._clause(self.text[at : mark.start()], at, mark.group())
            at = mark.end()
        if closing and at < end:
            self._clause(self.text[at:end], at, "。")
            at = end
        return at

    def _clause(self, clause: str, start: int, mark: str) -> None:
        state = self.state
        if clause:
            self._words_only(clause, start, mark)
        if mark in ";。!?":
            state.reason = False

    def _words_only(self, clause: str, start: int, mark: str) -> None:
        state = self.state
        if state.reason:
            return
        if word("reason").search(clause) and not word("no_reason").search(clause):
            state.reason = True
            return
        if self._heads(clause, mark) or self._stated_zero(clause, start):
            return
        compared = comparison().search(clause)
        if compared:
            self._compare(clause, compared)
            return
        found = self._subject(clause, carry=False)
        if found is not None:
            state.subject = found
        elif not word("neutral").search(clause) and self._strip(clause)[0]:
            state.subject = ()

    def _heads(self, clause: str, mark: str) -> bool:
        """A heading inside the paragraph (`2.收入情况。`) sets what is spoken of."""
        if mark not in "。:" or len(clause) > 30 or not clause.endswith(("情况", "说明")):
            return False
        named = next((t for t in topics() if t.heading.search(clause)), None)
        if named is None:
            return False
        above = next((t for t in topics() if t.name == self.context.topic), None)
        if not (named.generic and above is not None and not above.generic):
            self.state.topic = named.name
        self.state.subject = ()
        return True

    def _compare(self, clause: str, compared: re.Match[str]) -> None:
        rest = clause[: compared.start()]
        self.state.base = PRIOR if compared["prior"] else BUDGET
        found = self._subject(rest, carry=True) if rest else self.state.subject
        self.state.subject = found if found is not None else ()

    def _stated_zero(self, clause: str, start: int) -> bool:
        same = unchanged().search(clause)
        if same:
            found = self._subject(clause[: same.start()], carry=True)
            base = PRIOR if same["prior"] else BUDGET if same["budget"] else self.state.base
            if found and base:
                aspect = "delta" if base == PRIOR else "budget_delta"
                self._zero(found, aspect, "unchanged", start, start + len(clause))
                self.state.subject = found
                return True
        return self._nothing(clause, start)

    def _nothing(self, clause: str, start: int) -> bool:
        rest, _ = self._strip(clause)
        if word("nothing_alone").fullmatch(rest):
            whole = self._whole()
            if whole:
                self._zero(whole, "final", "nothing", start, start + len(clause))
            return bool(whole)
        m = word("nothing").match(rest)
        found: tuple[Target, ...] = ()
        for said in re.split(r"[和与及、]", rest[m.end() :]) if m else ():
            found += self._budget_name(said, found)
        if found:
            self._zero(found, "final", "nothing", start, start + len(clause))
        return bool(found)

    def _budget_name(self, said: str, before: tuple[Target, ...]) -> tuple[Target, ...]:
        """`政府性基金预算财政拨款收入和支出`: the second name leaves out what the first has."""
        if before and said in ("支出", "收入"):
            wholes = {"支出": "本年支出", "收入": "本年收入"}
            return self._subject(wholes[said], carry=False) or ()
        tail = word("nothing_tail").search(said)
        return self._subject(said, carry=False) or (
            self._subject(said[: tail.start()], carry=False) or () if tail else ()
        )

    def _whole(self) -> tuple[Target, ...]:
        """The total that the section speaks of, where it has one."""
        names = {"fund": "本年支出", "state_capital": "本年支出", "three_public": "三公经费支出"}
        said = names.get(self.state.topic or "")
        return (self._subject(said, carry=False) or ()) if said else ()

    def _zero(
        self, targets: tuple[Target, ...], aspect: str, template: str, start: int, end: int
    ) -> None:
        for target in targets:
            self._add(_Found((target,), aspect, template), target, _ZERO, None, start, end)

    # --- numbers

    def _number(self, quantity: Quantity, lead_from: int, start: int, following: int) -> None:
        words = self.text[start : quantity.start]
        after = self.text[quantity.end : following]
        whole = self._sentence_lead(lead_from, quantity.start)
        found = (
            self._paired(quantity, words)
            or self._counted(quantity, words, after)
            or (None if self.state.reason else self._amount(quantity, words, whole))
        )
        if found is None:
            self._leave(quantity)
            return
        for target in found.targets:
            value = None if found.sign is None else quantity.number * found.sign
            if found.sign == -1 and quantity.number < 0:
                value = None
            self._add(found, target, value, quantity, quantity.start, quantity.end)

    def _leave(self, quantity: Quantity) -> None:
        self.state.last = None
        self.state.subject = self.state.subject if self.state.reason else ()
        if quantity.must_be_read:
            self.unread.append(quantity)

    def _sentence_lead(self, start: int, end: int) -> str:
        """All words since the last number or the beginning of the sentence."""
        lead = self.text[start:end]
        cut = max(lead.rfind("。"), lead.rfind(";"), lead.rfind(":"))
        return lead[cut + 1 :].lstrip(",、")

    def _paired(self, quantity: Quantity, words: str) -> _Found | None:
        """The second number of `收、支总计分别为A万元、B万元`."""
        last = self.state.last
        if last is None or len(self.state.subject) != 2 or words not in ("、", "和", ""):
            return None
        if words == "" and self.text[quantity.start - 1] != ",":
            return None
        first = self.reads[-2:]
        if len(first) != 2 or first[0].start != first[1].start or first[0].unit != quantity.unit:
            return None
        self.reads.pop()
        return _Found((self.state.subject[1],), last[0], last[1], last[2])

    def _counted(self, quantity: Quantity, words: str, after: str) -> _Found | None:
        for count in counts():
            if not _unit_fits(count, quantity) or not self._in_topic(count):
                continue
            lead = count.lead.search(words)
            tail = count.after.match(after) if count.after else None
            if lead is None or (count.after is not None and tail is None):
                continue
            if word("reason").search(words) and quantity.kind in (MONEY, PERCENT):
                continue
            key = self._key(count, (tail or lead).groupdict() | lead.groupdict())
            if key is not None:
                self.state.key = key
                return _Found((Target((None, key, None)),), count.aspect, count.template)
        return None

    def _in_topic(self, count: Count) -> bool:
        follows = count.follows
        if follows and not (
            self.state.key.endswith(f".{follows}") or self.state.key.startswith(f"{follows}.")
        ):
            return False
        return not count.topics or self.state.topic in count.topics

    def _key(self, count: Count, groups: dict[str, str | None]) -> str | None:
        spoken = (t.cell[1] or "" for t in self.state.subject)
        reception = next((k for k in spoken if k.startswith("reception")), "reception")
        stem = self.state.key.rsplit(".", 1)[0]
        if self.state.key.startswith("performance."):
            stem = ".".join(self.state.key.split(".")[:2])
        words = {k: v for k, v in groups.items() if v}
        return count.key.format(reception=reception, last=stem, **words)

    def _amount(self, quantity: Quantity, words: str, whole: str) -> _Found | None:
        found = self._aspect(quantity, words) or self._change(quantity, words)
        if found is None and whole != words:
            found = self._aspect(quantity, whole, carry=False)
        if found is not None and not words.startswith("("):
            self.state.subject = found.targets
        return found

    def _aspect(self, quantity: Quantity, words: str, *, carry: bool = True) -> _Found | None:
        for aspect in aspects():
            if quantity.kind not in aspect.units:
                continue
            for start in _starts(aspect.lead, words):
                rest = words[:start]
                targets = self._subject(rest, carry=carry and not aspect.bare)
                if targets and all(t.is_count == (quantity.kind == "count") for t in targets):
                    self.state.last = (aspect.aspect, aspect.template, 1)
                    return _Found(targets, aspect.aspect, aspect.template)
        return None

    def _change(self, quantity: Quantity, words: str) -> _Found | None:
        for pattern in changes():
            for start in _starts(pattern, words):
                m = pattern.match(words, start)
                groups = m.groupdict() if m else {}
                base = _base(groups) or self.state.base
                targets = self._subject(words[:start], carry=True)
                if not targets or base is None:
                    continue
                sign = self._sign(groups, targets)
                aspect = _change_aspect(quantity, groups, base)
                self.state.base, self.state.way = base, (targets, sign)
                template = "undecided" if groups.get("undecided") else aspect
                self.state.last = (aspect, template, sign)
                return _Found(targets, aspect, template, sign)
        return None

    def _sign(self, groups: dict[str, str | None], targets: tuple[Target, ...]) -> int | None:
        """Where both ways are left open: that of the same subject's change before it, or none."""
        if groups.get("undecided"):
            said_of, way = self.state.way
            return way if said_of == targets else None
        return 1 if groups.get("up") or groups.get("over") else -1

    # --- subjects

    def _strip(self, words: str) -> tuple[str, str | None]:
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
        for name in self.context.own_names:
            if words.startswith(name):
                return len(name)
        m = re.match(r"[^\d,]{2,40}?(?=\d{4}年|本年度)", words)
        if m and re.search(word("body").pattern + "$", m.group()):
            return m.end()
        return 0

    def _subject(self, words: str, *, carry: bool) -> tuple[Target, ...] | None:
        """What the words name; the subject carried so far where they name nothing more."""
        rest, period = self._strip(words)
        self.state.period = period or self.state.period
        if rest == "":
            return (self.state.subject or None) if carry else None
        return self._named(rest)

    def _named(self, name: str) -> tuple[Target, ...] | None:
        if self.state.topic == "basic" and (coded := self._coded(name)):
            return coded
        pattern, meant = subjects(self.state.topic)
        m = pattern.fullmatch(name)
        if m and m.lastgroup:
            which = next(int(g[1:]) for g, v in m.groupdict().items() if v is not None)
            subject = meant[which]
            self.state.topic = subject.opens or self.state.topic
            return tuple(Target(cell, None, None, subject.is_count) for cell in subject.cells)
        return self._levelled(name) or self._coded(name)

    def _levelled(self, name: str) -> tuple[Target, ...] | None:
        said = self.context.codes.levelled(name)
        if said is None:
            return None
        code = self.context.codes.path_code(said)
        return (self._function(code, " / ".join(said.names), " / ".join(said.levels)),)

    def _coded(self, name: str) -> tuple[Target, ...] | None:
        topic = self.state.topic
        if topic == "basic":
            known, code = self.context.codes.economic_code(name)
            cell: Cell = ("basic_expenditure_by_economic", code, "amount")
            return (Target(cell, name),) if known else None
        if topic not in _FUNCTION_FORMS:
            return None
        known, code = self.context.codes.function_code(name)
        return (self._function(code, name, None),) if known else None

    def _function(self, code: str | None, name: str, level: str | None) -> Target:
        form = _FUNCTION_FORMS.get(self.state.topic or "", "general_budget_by_function")
        if form == "appropriation_summary":
            is_class = code is not None and len(code) == 3
            cell: Cell = (form, f"expenditure.{code}", "total") if is_class else (None, code, None)
            return Target(cell, name, level)
        return Target((form, code, "total"), name, level)

    def _add(
        self,
        found: _Found,
        target: Target,
        value: Decimal | None,
        quantity: Quantity | None,
        start: int,
        end: int,
    ) -> None:
        form, key, measure = target.cell
        if form == "three_public" and found.aspect in _BUDGETS:
            measure = "budget"
        unit = quantity.unit if quantity else None
        aimed = replace(target, cell=(form, key, measure))
        self.reads.append(
            Read(aimed, found.aspect, value, unit, start, end, found.template, self.state.period)
        )


def _starts(pattern: re.Pattern[str], words: str) -> list[int]:
    """Where a pattern that reaches to the end may begin, the shortest first."""
    return [i for i in range(len(words), -1, -1) if pattern.match(words, i)]


def _base(groups: dict[str, str | None]) -> str | None:
    if groups.get("prior"):
        return PRIOR
    return BUDGET if groups.get("budget") or groups.get("over") or groups.get("under") else None


def _change_aspect(quantity: Quantity, groups: dict[str, str | None], base: str) -> str:
    said = groups.get("up") or groups.get("down") or ""
    rate = quantity.kind == PERCENT or (quantity.kind == NONE and said in ("增长", "下降", "降低"))
    return ("" if base == PRIOR else "budget_") + ("growth" if rate else "delta")


def _unit_fits(count: Count, quantity: Quantity) -> bool:
    if count.money:
        return quantity.kind == MONEY
    return quantity.unit is not None and bool(count.unit.match(quantity.unit))


def _period(text: str, before: str | None) -> str | None:
    """`2023` or `2023-12-31`; other words of time name the year of the filing."""
    day = re.search(r"(?:(\d{4})年)?(\d{1,2})月(\d{1,2})日", text)
    if day:
        year = day[1] or (before or "")[:4]
        return f"{year}-{int(day[2]):02d}-{int(day[3]):02d}" if year else None
    year_only = re.search(r"\d{4}", text)
    return year_only.group() if year_only else before
