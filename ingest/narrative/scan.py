"""Reads one paragraph from left to right: each number gets its subject, its aspect and its sign.

Words between two numbers must be understood whole; else the number is left unread. What a wording
means is in the yml files; where facts go is not known here.
"""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal

from ingest.narrative.leads import ASIDE, PRIOR, Leads, base_of
from ingest.narrative.lexicon import comparison, topics, unchanged, word
from ingest.narrative.naming import Namer
from ingest.narrative.quantities import Quantity, quantities
from ingest.narrative.state import Context, Found, Read, State, Target

_BUDGETS = ("budget", "adjusted_budget", "unnamed_budget")
_BREAK = re.compile(r"[,;。:!?]")
_DASHES = re.compile(r"(?:的|增长|下降)?[-—–/%]*")
_ABOUT = re.compile(r"(?:支出)?(?:决算)?情况(?:说明)?$")
_ZERO = Decimal(0)


class Scanner:
    """Scans one paragraph. `reads` are its facts, `unread` the amounts that nothing took."""

    def __init__(self, text: str, context: Context) -> None:
        self.text, self.context = text, context
        self.reads: list[Read] = []
        self.unread: list[Quantity] = []
        self.state = State(context.topic, context.carried)
        self._namer = Namer(context, self.state)
        self._leads = Leads(self.state, self._namer, self.reads, context.year)
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
        found = self._namer.subject(self.text, carry=False)
        if found is None and self.state.topic == "three_public":
            found = self._namer.subject(_ABOUT.sub("", self.text), carry=False)
        return found or ()

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
        if ASIDE.match(clause):
            self._enter_bracket(clause)
        inside, outside = self._brackets(clause)
        if inside:
            self._words_only(inside, start, mark)
        if outside is not None:
            self._leave_bracket()
            if outside:
                self._words_only(outside, start + len(clause) - len(outside), mark)
        if mark in ";。!?":
            state.reason = state.part = False
            state.listed = []
            if state.period and "-" not in state.period:
                state.period = None
        if mark == ";" and state.aside is None:
            state.rows = []
        if mark in "。!?":
            state.fresh, state.aside = False, None
            if not self.text.startswith("其中", start + len(clause) + 1):
                state.base = None

    def _brackets(self, words: str) -> tuple[str, str | None]:
        """The words up to the bracket that they close, and those after it (none: they do not)."""
        depth = 0
        for at, char in enumerate(words):
            depth += (char == "(") - (char == ")")
            if depth < 0:
                return words[:at], words[at + 1 :]
        return words, None

    def _enter_bracket(self, words: str) -> None:
        """Keep what is spoken of before a bracket that the words open and do not close."""
        at = words.rfind("(")
        if at < 0 or ")" in words[at:] or self.state.aside is not None:
            return
        before, subject = words[:at], self.state.subject
        if not _DASHES.fullmatch(before):
            subject = self._namer.subject(before, carry=False) or ()
        self.state.aside = (subject, self.state.key)

    def _leave_bracket(self) -> None:
        """Behind a bracket one speaks of what stood before it."""
        if self.state.aside is not None:
            self.state.subject, self.state.key = self.state.aside
            self.state.aside = None

    def _words_only(self, clause: str, start: int, mark: str) -> None:
        state = self.state
        if clause.endswith(("其中", "包括")):
            state.listed, state.part = [], True
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
        found = self._namer.subject(clause, carry=False)
        if found is not None:
            state.subject = found
        elif not word("neutral").search(clause) and self._namer.strip(clause)[0]:
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
        self.state.base = base_of(compared.groupdict())
        found = self._namer.subject(rest, carry=True) if rest else self.state.subject
        other = found and self._leads.is_of_another_year(compared.groupdict(), found)
        self.state.subject = found if found is not None and not other else ()

    def _stated_zero(self, clause: str, start: int) -> bool:
        same = unchanged().search(clause)
        if same:
            found = self._namer.subject(clause[: same.start()], carry=True)
            base = base_of(same.groupdict()) or self.state.base
            if found and base:
                aspect = "delta" if base == PRIOR else "budget_delta"
                self._zero(found, aspect, "unchanged", start, start + len(clause))
                self.state.subject = found
                return True
        return self._nothing(clause, start)

    def _nothing(self, clause: str, start: int) -> bool:
        rest, _ = self._namer.strip(clause)
        if word("nothing_alone").fullmatch(rest):
            whole = self._whole()
            if whole:
                self._zero(whole, "final", "nothing", start, start + len(clause))
            return bool(whole)
        m = word("nothing").match(rest)
        found = self._budget_name(rest[m.end() :], ()) if m else ()
        for said in re.split(r"[和与及、]", rest[m.end() :]) if m and not found else ():
            found += self._budget_name(said, found)
        if found:
            self._zero(found, "final", "nothing", start, start + len(clause))
        return bool(found)

    def _budget_name(self, said: str, before: tuple[Target, ...]) -> tuple[Target, ...]:
        """`政府性基金预算财政拨款收入和支出`: the second name leaves out what the first has."""
        if before and said in ("支出", "收入"):
            wholes = {"支出": "本年支出", "收入": "本年收入"}
            return self._namer.subject(wholes[said], carry=False) or ()
        tail = word("nothing_tail").search(said)
        return self._namer.subject(said, carry=False) or (
            self._namer.subject(said[: tail.start()], carry=False) or () if tail else ()
        )

    def _whole(self) -> tuple[Target, ...]:
        """The total that the section speaks of, where it has one."""
        names = {"fund": "本年支出", "state_capital": "本年支出", "three_public": "三公经费支出"}
        said = names.get(self.state.topic or "")
        return (self._namer.subject(said, carry=False) or ()) if said else ()

    def _zero(
        self, targets: tuple[Target, ...], aspect: str, template: str, start: int, end: int
    ) -> None:
        for target in targets:
            self._add(Found((target,), aspect, template), target, _ZERO, None, start, end)

    # --- numbers

    def _number(self, quantity: Quantity, lead_from: int, start: int, following: int) -> None:
        words = self.text[start : quantity.start]
        after = self.text[quantity.end : following]
        _, outside = self._brackets(words)
        if outside is not None:
            self._leave_bracket()
            words = outside
        self._enter_bracket(words)
        whole = self._sentence_lead(lead_from, quantity.start)
        found = (
            self._leads.queued(words)
            or self._leads.paired(quantity, words, self.text[quantity.start - 1])
            or self._leads.counted(quantity, words, after)
            or (None if self.state.reason else self._leads.amount(quantity, words, whole))
        )
        if found is not None and "分别" in words:
            found = self._leads.respective(found, self._listed(quantity))
        if found is None:
            self._leave(quantity, words)
            return
        for target in found.targets:
            value = None if found.sign is None else quantity.number * found.sign
            if found.sign == -1 and quantity.number < 0:
                value = None
            self._add(found, target, value, quantity, quantity.start, quantity.end)

    def _listed(self, quantity: Quantity) -> int:
        """How many numbers of one kind are listed from this one on (1.2万元、3.4万元)."""
        at = self._found.index(quantity)
        run = 1
        for one, after in zip(self._found[at:], self._found[at + 1 :], strict=False):
            between = self.text[one.end : after.start]
            if after.kind != quantity.kind or between not in ("、", ",", "和"):
                break
            run += 1
        return run

    def _leave(self, quantity: Quantity, words: str) -> None:
        """An amount that nothing took: one inside a reason leaves what is spoken of as it is."""
        self.state.last = None
        if word("reason").search(words) and not word("no_reason").search(words):
            self.state.reason = True
        self.state.subject = self.state.subject if self.state.reason else ()
        if quantity.must_be_read:
            self.unread.append(quantity)

    def _sentence_lead(self, start: int, end: int) -> str:
        """All words since the last number or the beginning of the sentence."""
        lead = self.text[start:end]
        cut = max(lead.rfind("。"), lead.rfind(";"), lead.rfind(":"))
        return lead[cut + 1 :].lstrip(",、)")

    def _add(
        self,
        found: Found,
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
        period = found.period or self.state.period
        self.reads.append(
            Read(aimed, found.aspect, value, unit, start, end, found.template, period)
        )
