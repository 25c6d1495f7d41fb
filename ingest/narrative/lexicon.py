"""The wordings (the yml files beside this module), compiled once. No text is read here."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ingest.data_file import read_yaml

Cell = tuple[str | None, str | None, str | None]
"""form, row_key, measure."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What a section speaks of."""

    name: str
    heading: re.Pattern[str]
    skip: bool
    generic: bool


@dataclass(frozen=True, slots=True)
class Subject:
    """What a name stands for."""

    cells: tuple[Cell, ...]
    opens: str | None
    is_count: bool
    in_aside: bool
    is_project: bool


@dataclass(frozen=True, slots=True)
class Aspect:
    """How an amount is led in, and what of its subject it is then."""

    template: str
    aspect: str
    units: frozenset[str]
    lead: re.Pattern[str]
    bare: bool
    follows: str | None


@dataclass(frozen=True, slots=True)
class Count:
    """A wording that names a count by itself."""

    template: str
    aspect: str
    key: str
    unit: re.Pattern[str]
    money: bool
    lead: re.Pattern[str]
    after: re.Pattern[str] | None
    follows: str | None
    topics: frozenset[str]


@cache
def load(name: str) -> Any:
    """A data file of this package."""
    return read_yaml(Path(__file__).with_name(name), typed=True)


@cache
def _words() -> dict[str, Any]:
    loaded: dict[str, Any] = load("words.yml")
    return loaded


@cache
def _pieces() -> dict[str, str]:
    known: dict[str, str] = {}
    for name, pattern in _words()["pieces"].items():
        known[name] = _fill(pattern, known)
    return known


def _fill(pattern: str, known: dict[str, str]) -> str:
    return re.sub(r"\{([A-Z]+)\}", lambda m: known[m[1]], pattern)


@cache
def word(name: str) -> re.Pattern[str]:
    """A pattern of `words.yml` by its name."""
    return re.compile(_fill(_words()[name], _pieces()))


@cache
def topics() -> tuple[Topic, ...]:
    """Topics in the order in which they are tried."""
    return tuple(
        Topic(t["topic"], re.compile(t["heading"]), bool(t.get("skip")), bool(t.get("generic")))
        for t in load("topics.yml")
    )


@cache
def aspects() -> tuple[Aspect, ...]:
    """How amounts are led in, in the order in which they are tried."""
    return tuple(
        Aspect(
            a["template"],
            a["aspect"],
            frozenset(a["units"]),
            re.compile(f"(?:{_fill(a['lead'], _pieces())})$"),
            bool(a.get("bare")),
            a.get("follows"),
        )
        for a in _words()["aspects"]
    )


def _compare() -> str:
    words = _words()["compare"]
    return f"(?:{{OUTTURN}})?(?:(?P<prior>{words['prior']})|(?P<budget>{words['budget']}))"


@cache
def changes() -> tuple[re.Pattern[str], ...]:
    """A change that reaches to the number; groups prior, budget, up, down, undecided."""
    w = _words()
    compare = _compare()
    way = f"(?P<undecided>{w['undecided']})|(?P<up>{w['up']})|(?P<down>{w['down']})"
    head, tail = w["change_head"], w["change_tail"]
    return (
        re.compile(_fill(f"(?:{compare})?,?{head}(?:{way}){tail}$", _pieces())),
        re.compile(
            _fill(f"(?:(?P<over>{w['over']})|(?P<under>{w['under']}))(?:{tail})$", _pieces())
        ),
    )


@cache
def unchanged() -> re.Pattern[str]:
    """Words that say that nothing changed; groups prior and budget name the base."""
    w = _words()
    compare = _compare()
    same = f"(?:{compare})?,?(?:{w['unchanged']})|{w['equal'].replace('budget', 'equal')}"
    return re.compile(_fill(f"(?:{same})$", _pieces()))


@cache
def comparison() -> re.Pattern[str]:
    """A clause that only names what the next numbers are compared with."""
    return re.compile(_fill(f"(?:{_compare()})$", _pieces()))


@cache
def compared_amount() -> re.Pattern[str]:
    """Words that lead in the very amount that is compared with (比上年决算数, 较年初预算的)."""
    prior = f"(?P<told>{_words()['prior_told']})"
    return re.compile(_fill(f"(?:(?:{_compare()})的?|{prior})$", _pieces()))


@cache
def counts() -> tuple[Count, ...]:
    """Wordings that name their counts themselves, in the order in which they are tried."""
    return tuple(
        Count(
            template=c["template"],
            aspect=c.get("aspect", "count"),
            key=c["key"],
            unit=re.compile("" if c["unit"] == "money" else c["unit"]),
            money=c["unit"] == "money",
            lead=re.compile(f"(?:{_fill(c['lead'], _pieces())})$"),
            after=re.compile(c["after"]) if "after" in c else None,
            follows=c.get("follows"),
            topics=frozenset(c.get("topics", ())),
        )
        for c in load("counts.yml")
    )


@cache
def subjects(topic: str | None) -> tuple[re.Pattern[str], tuple[Subject, ...]]:
    """One pattern of all names of a topic (group `s3` is the third), and what they mean."""
    entries = load("subjects.yml")
    own = [e for e in entries if "topics" in e and topic in e["topics"]]
    general = [e for e in entries if "topics" not in e or (None in e["topics"] and e not in own)]
    anywhere = [e for e in general if topic not in e.get("never", ())]
    held = own + anywhere
    pattern = "|".join(f"(?P<s{i}>{e['name']})" for i, e in enumerate(held))
    meant = tuple(
        Subject(
            tuple((c[0], c[1], c[2]) for c in e["cells"]),
            e.get("opens"),
            e.get("kind") == "count",
            e.get("aside", True),
            e.get("kind") == "project",
        )
        for e in held
    )
    return re.compile(pattern), meant
