"""The forms as data: `layouts/*.yml` read strictly, one description a form.

A description says which titles a form is printed under, what its columns are called and what
its rows are. Adding a title, a label or a layout is adding data; this module only checks it.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache, cached_property
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from ingest.data_file import read_yaml
from ingest.text import fold, label

FOLDER = Path(__file__).parent / "layouts"


class _Strict(BaseModel):
    """Made once and for good, each is equal to itself alone: a quick key of caches."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    def __eq__(self, other: object) -> bool:
        return self is other

    def __hash__(self) -> int:
        return id(self)


class Column(_Strict):
    """One kind of column, known by its lowest head label.

    Where that is not enough, by what stands above it (`under`) or must not (`not_under`).

    Roles: `code`, `code_part` (类/款/项 cells), `name`, `key` (a label, or a code with or
    without its name), `line_no`, `value`, `ignored` (known, and left aside on purpose).
    """

    role: Literal["code", "code_part", "name", "key", "line_no", "value", "ignored"]
    labels: tuple[str, ...]
    rows: str | None = None
    measure: str | None = None
    row_key: str | None = None
    under: tuple[str, ...] = ()
    not_under: tuple[str, ...] = ()
    required: bool = False

    @field_validator("labels", "under", "not_under")
    @classmethod
    def _folded(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(fold(word) for word in words)


class Row(_Strict):
    """One line of a form known by its label; `in` limits it to a section that a row `opens`."""

    key: str
    labels: tuple[str, ...]
    within: str | None = Field(default=None, alias="in")
    opens: bool = False
    heading: bool = False
    spans_groups: bool = False
    unit: str | None = None

    @field_validator("labels")
    @classmethod
    def _labels(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(label(word) for word in words)


class RowSet(_Strict):
    """The rows that one kind of key column may hold: codes, a total, labelled lines, classes.

    `classes` is the prefix of the row keys of function class labels: `expenditure.201`.
    """

    codes: Literal["function", "economic"] | None = None
    total: tuple[str, ...] = ()
    rows: tuple[Row, ...] = ()
    classes: str | None = None

    @cached_property
    def by_label(self) -> dict[str, tuple[int, ...]]:
        """Row label → the numbers of the rows that bear it."""
        found: dict[str, list[int]] = defaultdict(list)
        for number, row in enumerate(self.rows):
            for name in dict.fromkeys(row.labels):
                found[name].append(number)
        return {name: tuple(numbers) for name, numbers in found.items()}

    @cached_property
    def has_sections(self) -> bool:
        """Whether a row of it opens a section."""
        return any(row.opens for row in self.rows)

    @field_validator("total")
    @classmethod
    def _total(cls, words: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(label(word) for word in words)


class Layout(_Strict):
    """One way to print a form.

    `measures` are words anywhere on a column's path that give the measure, for forms whose
    column labels give the row key.
    """

    name: str
    columns: tuple[Column, ...]
    measures: dict[str, tuple[str, ...]] = {}

    @field_validator("measures")
    @classmethod
    def _measures(cls, words: dict[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
        return {measure: tuple(fold(w) for w in labels) for measure, labels in words.items()}

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """Every word that a head cell of this layout may be known by."""
        words = {w for c in self.columns for w in (*c.labels, *c.under, *c.not_under)}
        return frozenset(words.union(*self.measures.values()))

    @cached_property
    def by_label(self) -> dict[str, tuple[Column, ...]]:
        """Lowest head label → the columns that it may stand for."""
        labels = dict.fromkeys(label for column in self.columns for label in column.labels)
        return {x: tuple(c for c in self.columns if x in c.labels) for x in labels}

    @cached_property
    def measure_words(self) -> frozenset[str]:
        """Every word that gives a measure."""
        return frozenset().union(*self.measures.values())


class Form(_Strict):
    """A form: its key in the vocabulary, its titles, its layouts and its rows."""

    form: str
    titles: tuple[str, ...]
    layouts: tuple[Layout, ...]
    row_sets: dict[str, RowSet]

    @field_validator("titles")
    @classmethod
    def _titles(cls, titles: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(fold(title) for title in titles)

    @model_validator(mode="after")
    def _row_sets_exist(self) -> Form:
        named = {c.rows for lay in self.layouts for c in lay.columns if c.rows is not None}
        missing = named - set(self.row_sets)
        if missing:
            raise ValueError(f"{self.form}: columns name row sets that are not there: {missing}")
        return self


@cache
def forms() -> tuple[Form, ...]:
    """All forms, by name of their file. Scalars are read as text: codes stay codes."""
    paths = sorted(FOLDER.glob("*.yml"))
    found = tuple(Form.model_validate(read_yaml(path)) for path in paths)
    owner: dict[str, str] = {}
    for form in found:
        for title in form.titles:
            if owner.setdefault(title, form.form) != form.form:
                raise ValueError(f"{form.form}: the title {title} is {owner[title]}'s already")
    return found


@cache
def function_classes() -> dict[str, str]:
    """Label of a function class (类) as compared → its code."""
    with (FOLDER / "function_classes.csv").open(encoding="utf-8", newline="") as lines:
        return {label(row["label"]): row["code"] for row in csv.DictReader(lines)}


@cache
def other_titles() -> frozenset[str]:
    """Folded titles of tables that are known to be none of the forms."""
    lines = (FOLDER / "others.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(fold(line) for line in lines if line and not line.startswith("#"))
