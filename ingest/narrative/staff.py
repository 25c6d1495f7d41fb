"""Posts, people and units from 机构设置 and 人员情况. Whether numbers add up is not asked here."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from ingest.document import Grid, Place
from ingest.narrative.folding import Folded
from ingest.narrative.lexicon import load, word
from ingest.narrative.quantities import Quantity, quantities
from ingest.text import fold, label, squeeze

_DAY = re.compile(r"(\d{4})年(\d{1,2})月(?:(\d{1,2})日|底|末)")
_TAIL = re.compile(r"[^,;。:、()]*$")
_BODY = re.compile(r".+?" + word("body").pattern + r"(?:机关|本级|本部)?$|.+[股科室处]$")
_NO_NAME = re.compile(
    r"^(?:核定|现有|共有|设有|设|内设|有|其中|及|和|我|本|全|截至|目前|编制|\d{4}年[度末底]?)+"
)


@dataclass(frozen=True, slots=True)
class Stated:
    """One number or statement of people and units; `start:end` in the folded paragraph."""

    key: str
    aspect: str
    name: str | None
    value: Decimal | None
    unit: str | None
    start: int
    end: int
    period: str | None


@dataclass(frozen=True, slots=True)
class _Pattern:
    key: str
    aspect: str
    lead: re.Pattern[str]
    after: re.Pattern[str] | None
    unit: re.Pattern[str]


@cache
def _patterns() -> tuple[_Pattern, ...]:
    data = load("staff.yml")
    return tuple(
        _Pattern(
            p["key"],
            p["aspect"],
            re.compile(f"(?:{p['lead']}){data['verb']}$"),
            re.compile(p["after"]) if "after" in p else None,
            re.compile(p.get("unit", data["person"])),
        )
        for p in data["people"]
    )


@cache
def _unit_word(name: str) -> re.Pattern[str]:
    return re.compile(load("staff.yml")[name])


def staff(folded: Folded) -> Iterator[Stated]:
    """What one paragraph says of posts, people and units."""
    text = folded.text
    day = _DAY.search(text)
    dated = _period(day) if day else None
    body: str | None = None
    at = 0
    for quantity in quantities(text):
        lead = text[at : quantity.start]
        body = _named_body(lead) or body
        found = _person(quantity, lead, text[quantity.end : quantity.end + 20])
        if found:
            pattern, m = found
            body = _body_before(lead[: m.start()]) or body
            post = m.groupdict().get("post")
            name = " / ".join(n for n in (body, post) if n) or None
            yield Stated(
                pattern.key, pattern.aspect, name, quantity.number, quantity.unit,
                _start(quantity, lead, m), quantity.end,
                # What stands before the date is not of that day.
                dated if day and day.start() < quantity.start else None,
            )  # fmt: skip
        at = quantity.end
    yield from _alone(text, dated)
    yield from _members(text, dated)


def _start(quantity: Quantity, lead: str, m: re.Match[str]) -> int:
    return quantity.start - (len(lead) - m.start())


def _person(quantity: Quantity, lead: str, after: str) -> tuple[_Pattern, re.Match[str]] | None:
    for pattern in _patterns():
        if quantity.unit is None or not pattern.unit.fullmatch(quantity.unit):
            continue
        m = pattern.lead.search(lead)
        if m and (pattern.after is None or pattern.after.match(after)):
            return pattern, m
    return None


def _period(day: re.Match[str]) -> str:
    last = day[3] or {"2": "28", "4": "30", "6": "30", "9": "30", "11": "30"}.get(day[2], "31")
    return f"{day[1]}-{int(day[2]):02d}-{int(last):02d}"


def _named_body(lead: str) -> str | None:
    m = _unit_word("below").search(lead)
    named = m is not None and _BODY.fullmatch(m["name"]) and not m["name"].endswith("单位")
    return m["name"] if m and named else None


def _body_before(words: str) -> str | None:
    """The body named just before, as in `县信访局机关行政编制`, `综合股(编制`."""
    last = _TAIL.search(words.rstrip("("))
    name = _NO_NAME.sub("", last.group()) if last else ""
    return label(name) if 2 < len(name) <= 30 and _BODY.fullmatch(name) else None


def _alone(text: str, period: str | None) -> Iterator[Stated]:
    for sentence in re.finditer(r"[^。;]+", text):
        words = sentence.group()
        said, below = _unit_word("alone").search(words), _unit_word("below").search(words)
        if said and below:
            at = sentence.start()
            yield Stated(
                "unit.independent_accounts", "flag", below["name"], Decimal(0), None,
                at + said.start(), at + said.end(), period,
            )  # fmt: skip


def _members(text: str, period: str | None) -> Iterator[Stated]:
    m = _unit_word("members").search(text)
    names = re.split(r"[、,]|(?<=[局院校所心站馆园队处])和", m["list"]) if m else []
    names = [re.sub(r"等?\d+个.*$|决算$", "", n) for n in names]
    if m and len(names) > 1 and all(len(n) >= 4 and _BODY.fullmatch(n) for n in names):
        at = m.start("list")
        for name in names:
            start = text.index(name, at)
            yield Stated(
                "unit.member", "flag", name, Decimal(1), None, start, start + len(name), period
            )


def opens_members(folded: Folded) -> bool:
    """Whether the paragraph announces the list of the units that are consolidated."""
    return bool(_unit_word("member_list").search(folded.text + ":")) and len(folded.text) < 120


def listed_member(folded: Folded) -> str | None:
    """The unit that a line of that list names, without its number; nothing for other lines."""
    m = re.match(
        r"\(?(?:\d{1,3}|[一二三四五六七八九十]+)\)?[.、)]?(?P<name>[^\d,;。:]{4,40})[;。,]?$",
        folded.text,
    )
    named = m is not None and _BODY.fullmatch(m["name"]) and not m["name"].endswith("单位")
    return m["name"] if m and named else None


def table_members(grid: Grid) -> Iterator[tuple[str, str, Place]]:
    """Names (squeezed, as printed) in a table under 单位名称 with 序号 beside it."""
    heads = {fold(c.text): c for c in grid.cells if c.row == 0}
    column = heads.get("单位名称") or heads.get("预算单位名称") or heads.get("单位全称")
    if column is None or "序号" not in heads:
        return
    for cell in grid.cells:
        if cell.col == column.col and cell.row > 0 and fold(cell.text):
            yield squeeze(cell.text), cell.text, cell.place
