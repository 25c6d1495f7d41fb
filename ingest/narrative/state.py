"""What is known while a paragraph is read, and what a number was read as. Shapes only."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from ingest.narrative.lexicon import Cell
from ingest.narrative.names import CodeNames


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
    year: int
    carried: tuple[Target, ...] = ()


@dataclass(slots=True)
class State:
    """What was said so far in the paragraph. `key` is that of the last count.

    `aside`: what was spoken of before a bracket was opened, with the key; none outside brackets.
    `part`: the words say 其中 of what is spoken of. `rows`: the rows of codes spoken of since the
    last ; (`fresh`: one of them in this sentence). `respective`: what was listed before a number,
    `queue`: whose the next numbers are (分别为). `last`: aspect, template, sign before.
    """

    topic: str | None
    subject: tuple[Target, ...] = ()
    base: str | None = None
    period: str | None = None
    reason: bool = False
    key: str = ""
    way: tuple[tuple[Target, ...], int | None] = ((), None)
    listed: list[Target] = field(default_factory=list)
    aside: tuple[tuple[Target, ...], str] | None = None
    rows: list[Target] = field(default_factory=list)
    part: bool = False
    fresh: bool = False
    respective: list[Target] = field(default_factory=list)
    queue: list[Target] = field(default_factory=list)
    last: tuple[str, str, int | None] | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What a number was taken for; without a sign its direction is not known.

    `period` is that of the number where it is not the one that is spoken of.
    """

    targets: tuple[Target, ...]
    aspect: str
    template: str
    sign: int | None = 1
    period: str | None = None
