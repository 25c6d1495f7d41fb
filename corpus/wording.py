"""The wordings of the text, from `wording/*.yml`: what may be spoken of, and who says it how.

Only shapes and loading; `narrative` puts the words together.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any, Literal

import yaml

from corpus.figures import Key
from corpus.profile import Strict

FOLDER = Path(__file__).parent / "wording"
Named = tuple[str | None, str | None, str | None]
"""form, row key, measure of a fact; the narrative's own keys have a row key alone."""


class Subject(Strict):
    """What a number may speak of; see the head of `subjects.yml`."""

    cells: tuple[Named, ...]
    of: tuple[Named, ...] = ()
    whole: str | None = None
    unit: str = ""
    label: str = ""
    aspect: Literal["", "quota"] = ""

    @property
    def keys(self) -> tuple[Key, ...]:
        """The figures that are its worth: those of its first cell where nothing else is said."""
        return tuple(Key(f or "", r or "", m or "") for f, r, m in self.of or self.cells[:1])

    @property
    def said(self) -> str:
        """The aspect that is meant where none is named: final for what a form prints."""
        is_count = self.unit and self.cells[0][0] is None
        return self.aspect or ("count" if is_count else "final")


class Phrase(Strict):
    """Words that depend on the numbers: on what they are compared with, which variant."""

    by: Literal["prior", "budget", "whole"]
    up: str | None = None
    down: str | None = None
    same: str | None = None
    new: str | None = None
    none: str | None = None
    some: str | None = None


class Template(Strict):
    """One paragraph, or with `each` one for each of several subjects, joined where `join` is."""

    text: str
    each: str | tuple[str, ...] = ()
    some: bool = False
    lead: str = ""
    join: str | None = None
    tail: str = ""
    end: bool = False
    """Whether it tells the last day of the year."""
    only_if: tuple[str, ...] = ()
    only_unless: tuple[str, ...] = ()


class Wording(Strict):
    """How one family of filings tells its text."""

    parts: dict[Literal["overview", "tables", "situation", "glossary"], str]
    """The headings of the parts; `{scope}` is 部门 or 单位."""

    phrases: dict[str, Phrase]
    overview: tuple[Template, ...]
    situation: tuple[Template, ...]
    zero: str = ""
    """How zero is printed, where it is not printed like any amount."""
    thousands: bool = False
    plain: bool = False
    places: int = 2


class Common(Strict):
    """Words that all share."""

    reasons: tuple[str, ...]
    purposes: tuple[str, ...]
    offices: tuple[str, ...]
    glossary: tuple[str, ...]


def _load(name: str) -> Any:
    return yaml.safe_load((FOLDER / f"{name}.yml").read_text("utf-8"))


@cache
def subjects() -> dict[str, Subject]:
    """All that may be spoken of, by name."""
    return {name: Subject.model_validate(raw) for name, raw in _load("subjects").items()}


@cache
def common() -> Common:
    """The words that all share."""
    return Common.model_validate(_load("common"))


@cache
def wording(family: str) -> Wording:
    """The words of a family."""
    raw = _load(family)
    for part in ("overview", "situation"):
        raw[part] = [_template(one) for one in raw[part]]
    return Wording.model_validate(raw)


def _template(raw: str | dict[str, Any]) -> dict[str, Any]:
    if isinstance(raw, str):
        return {"text": raw}
    return {{"if": "only_if", "unless": "only_unless"}.get(k, k): v for k, v in raw.items()}


FAMILIES = tuple(sorted({p.stem for p in FOLDER.glob("*.yml")} - {"subjects", "common", "brief"}))
"""The families of wording of real filings."""
