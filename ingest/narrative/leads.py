"""Words that lead in a number → its aspect and sign. They must be understood up to the number."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.narrative.lexicon import (
    Aspect,
    Count,
    aspects,
    changes,
    compared_amount,
    counts,
    word,
)
from ingest.narrative.naming import Namer
from ingest.narrative.quantities import MONEY, NONE, PERCENT, Quantity
from ingest.narrative.state import Found, Read, State, Target

PRIOR, BUDGET = "prior", "budget"
ASIDE = re.compile(r"\((?![一二三四五六七八九十\d]+\))")


class Leads:
    """Finds what a number is; remembers base and direction for the numbers after it."""

    def __init__(self, state: State, namer: Namer, reads: list[Read], year: int) -> None:
        self.state, self._namer, self._reads, self._year = state, namer, reads, year

    def queued(self, words: str) -> Found | None:
        """The next number of `占比分别为A、B、C`."""
        last = self.state.last
        if last is None or not self.state.queue or words not in ("、", "和", ""):
            self.state.queue = []
            return None
        return Found((self.state.queue.pop(0),), last[0], last[1], last[2])

    def respective(self, found: Found, run: int) -> Found | None:
        """Of numbers told 分别: each is of one of those listed before, or they are nobody's."""
        if len(found.targets) > 1 or run == 1:
            return found
        if len(self.state.respective) != run:
            return None
        first, *self.state.queue = self.state.respective
        return replace(found, targets=(first,))

    def paired(self, quantity: Quantity, words: str, before: str) -> Found | None:
        """The second number of `收、支总计分别为A万元、B万元`."""
        last = self.state.last
        if last is None or len(self.state.subject) != 2 or words not in ("、", "和", ""):
            return None
        if words == "" and before != ",":
            return None
        first = self._reads[-2:]
        if len(first) != 2 or first[0].start != first[1].start or first[0].unit != quantity.unit:
            return None
        self._reads.pop()
        return Found((self.state.subject[1],), last[0], last[1], last[2])

    def counted(self, quantity: Quantity, words: str, after: str) -> Found | None:
        """A count that its own wording names."""
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
                self._turn_to(key)
                return Found((Target((None, key, None)),), count.aspect, count.template)
        return None

    def _turn_to(self, key: str) -> None:
        """After a count, amounts are of what was counted, not of what was spoken of before."""
        stem, family = key.rsplit(".", 1)[0], key.split(".")[0]
        spoken = {t.cell[1] or "" for t in self.state.subject}
        if stem.startswith("reception."):
            self.state.subject = (Target((None, stem, None)),)
        elif not any(name.startswith(family) for name in spoken) and not self._of_project():
            self.state.subject = ()

    def _of_project(self) -> bool:
        return self.state.topic == "performance" and any(t.name for t in self.state.subject)

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

    def amount(self, quantity: Quantity, words: str, whole: str) -> Found | None:
        """An amount or rate by the words of its clause, or by all `whole` words before it."""
        self.state.respective = self.state.listed
        if word("part").match(words):
            self.state.listed, self.state.part = [], True
        found = (
            self._aspect(quantity, words)
            or self._change(quantity, words)
            or self._compared(quantity, words)
        )
        if found is None and whole != words:
            found = self._aspect(quantity, whole, carry=False)
        if found is not None:
            self.state.subject = found.targets
        return found

    def _aspect(self, quantity: Quantity, words: str, *, carry: bool = True) -> Found | None:
        for aspect in aspects():
            if quantity.kind not in aspect.units or not self._follows(aspect):
                continue
            for start in _starts(aspect.lead, words):
                rest = words[:start]
                targets = self._namer.subject(rest, carry=carry and not aspect.bare)
                if targets and all(t.is_count == (quantity.kind == "count") for t in targets):
                    self.state.last = (aspect.aspect, aspect.template, 1)
                    self._list(aspect.aspect, targets)
                    return Found(targets, aspect.aspect, aspect.template)
        return None

    def _follows(self, aspect: Aspect) -> bool:
        last = self.state.last
        return aspect.follows is None or (last is not None and last[1] == aspect.follows)

    def _list(self, aspect: str, targets: tuple[Target, ...]) -> None:
        if aspect == "final":
            self.state.listed += [t for t in targets if t not in self.state.listed]

    def _change(self, quantity: Quantity, words: str) -> Found | None:
        for pattern in changes():
            for start in _starts(pattern, words):
                m = pattern.match(words, start)
                groups = m.groupdict() if m else {}
                targets = self._changed(words[:start], groups)
                base = base_of(groups) or self.state.base
                beside = base is None and self._after_last_year(targets)
                if beside:
                    base, self.state.period = PRIOR, None
                if not targets or base is None or self.is_of_another_year(groups, targets):
                    continue
                self.state.listed = []
                sign = self._sign(groups, targets)
                aspect = _change_aspect(quantity, groups, base)
                self.state.base, self.state.way = base, (targets, sign)
                template = "undecided" if groups.get("undecided") else aspect
                self.state.last = (aspect, template, sign)
                return Found(targets, aspect, template, sign)
        return None

    def _after_last_year(self, targets: tuple[Target, ...] | None) -> bool:
        """Whether the number before is last year's amount of the same (2022年度决算8万元)."""
        last = self._reads[-1] if self._reads else None
        return (
            last is not None
            and last.period == str(self._year - 1)
            and last.aspect == "final"
            and last.target in (targets or ())
        )

    def _compared(self, quantity: Quantity, words: str) -> Found | None:
        """The amount of last year or of a budget that the next numbers are compared with."""
        for start in _starts(compared_amount(), words) if quantity.kind == MONEY else ():
            m = compared_amount().match(words, start)
            groups = m.groupdict() if m else {}
            targets = self._changed(words[:start], groups)
            if not targets:
                continue
            self.state.base = base_of(groups)
            if self.state.base == BUDGET:
                aspect = budget_aspect(groups["budget"] or "")
                self.state.last = (aspect, aspect, 1)
                return Found(targets, aspect, aspect)
            year = _year_of(groups) or self._year - 1
            self.state.base = PRIOR if year == self._year - 1 else None
            self.state.last = ("final", "prior", 1)
            return Found(targets, "final", "prior", period=str(year))
        return None

    def is_of_another_year(
        self, groups: dict[str, str | None], targets: tuple[Target, ...]
    ) -> bool:
        """A comparison with an earlier year beside the one with the year before (比2019年)."""
        told = any(r.aspect in ("delta", "growth") and r.target in targets for r in self._reads)
        return told and _year_of(groups) not in (None, self._year, self._year - 1)

    def _changed(self, rest: str, groups: dict[str, str | None]) -> tuple[Target, ...] | None:
        """The subject of a change: of several that were listed just before, all or none."""
        targets = self._namer.subject(rest, carry=True)
        listed = self.state.listed
        if targets is None or targets != self.state.subject or len(listed) < 2:
            return targets
        if self._namer.subject(rest, carry=False) or tuple(listed) == targets:
            return targets
        return tuple(listed) if len(listed) == 2 and groups.get("each") else None

    def _sign(self, groups: dict[str, str | None], targets: tuple[Target, ...]) -> int | None:
        """Where both ways are left open: that of the same subject's change before it, or none."""
        if groups.get("undecided"):
            said_of, way = self.state.way
            return way if said_of == targets else None
        return 1 if groups.get("up") or groups.get("over") else -1


def _starts(pattern: re.Pattern[str], words: str) -> list[int]:
    """Where a pattern that reaches to the end may begin, the shortest first."""
    return [i for i in range(len(words), -1, -1) if pattern.match(words, i)]


def base_of(groups: dict[str, str | None]) -> str | None:
    """What a change is measured against: the year before, a budget, or not said."""
    if groups.get("prior") or groups.get("told"):
        return PRIOR
    budget = any(groups.get(name) for name in ("budget", "over", "under", "equal"))
    return BUDGET if budget else None


def budget_aspect(words: str) -> str:
    """Which budget the words name: 年初, 全年, or not said which."""
    if word("opening_budget").search(words):
        return "budget"
    return "adjusted_budget" if word("revised_budget").search(words) else "unnamed_budget"


def _year_of(groups: dict[str, str | None]) -> int | None:
    m = re.search(r"\d{4}", groups.get("prior") or "")
    return int(m.group()) if m else None


def _change_aspect(quantity: Quantity, groups: dict[str, str | None], base: str) -> str:
    said = groups.get("up") or groups.get("down") or ""
    rate = quantity.kind == PERCENT or (quantity.kind == NONE and said in ("增长", "下降", "降低"))
    return ("" if base == PRIOR else "budget_") + ("growth" if rate else "delta")


def _unit_fits(count: Count, quantity: Quantity) -> bool:
    if count.money:
        return quantity.kind == MONEY
    return quantity.unit is not None and bool(count.unit.match(quantity.unit))
