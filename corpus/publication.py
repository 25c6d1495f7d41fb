"""A whole filing, free of any file format: cover, text and forms in the order they are printed."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from corpus.figures import COUNTS, Figures, Key
from corpus.forms import Values, form_tables
from corpus.labels import chinese_number
from corpus.layout import Layout
from corpus.money import YUAN_IN
from corpus.narrative import Said, Story, Told, tell
from corpus.rounding import Regime, printed
from corpus.table import FormTable

Scope = Literal["department", "unit"]
BRIEF = Story()
SCOPE_WORDS: dict[Scope, str] = {"department": "部门", "unit": "单位"}


@dataclass(frozen=True, slots=True)
class Publication:
    """What a filing shows: paragraphs and tables in order, after the lines of a cover."""

    subject: str
    fiscal_year: int
    cover: tuple[str, ...]
    blocks: tuple[str | FormTable, ...]
    layout: Layout
    said: tuple[Said, ...] = ()
    """Every fact that the text states."""

    @property
    def tables(self) -> tuple[FormTable, ...]:
        """The tables alone."""
        return tuple(block for block in self.blocks if isinstance(block, FormTable))


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who files: the name on the cover, and whether as a department or as a unit."""

    name: str
    scope: Scope = "department"


def _contents(tables: tuple[FormTable, ...], told: Told) -> list[str]:
    titles = [f"{chinese_number(n)}、{t.title}" for n, t in enumerate(tables, start=1)]
    parts = told.parts
    return [
        "目 录",
        parts["overview"],
        parts["tables"],
        *titles,
        parts["situation"],
        parts["glossary"],
    ]


def publish(
    issuer: Issuer,
    fiscal_year: int,
    exact: Figures,
    layout: Layout,
    regime: Regime = "cells",
    story: Story = BRIEF,
) -> Publication:
    """A filing from exact figures.

    Args:
        issuer: Who files.
        fiscal_year: The year of the accounts.
        exact: The figures, in yuan and counts.
        layout: How the place and year prints its forms.
        regime: Which cells are rounded from yuan.
        story: How its text is told.
    """
    rounded = printed(exact, layout.unit_of, regime)
    values = Values(rounded, layout, fiscal_year, issuer.name, exact=exact)
    tables = form_tables(values)
    scope = SCOPE_WORDS[issuer.scope]
    now = exact
    if regime == "leaves":
        # What is added again from rounded rows is what the text goes by, in both years.
        now = _in_yuan(rounded, layout)
        before = printed(story.before, layout.unit_of, regime)
        story = replace(story, before=_in_yuan(before, layout))
    told = tell(values, now, scope, story)
    forms: list[str | FormTable] = [told.parts["tables"], *tables]
    overview = [told.parts["overview"], *told.overview]
    words = [told.parts["situation"], *told.situation, told.parts["glossary"], *told.glossary]
    parts: dict[str, list[str | FormTable]] = {
        "first": [*forms, *overview, *words],
        "middle": [*overview, *forms, *words],
        "last": [*overview, *words, *forms],
    }
    return Publication(
        subject=issuer.name,
        fiscal_year=fiscal_year,
        cover=(issuer.name, layout.cover.format(year=fiscal_year, scope=scope)),
        blocks=(*_contents(tables, told), *parts[layout.tables]),
        layout=layout,
        said=told.said,
    )


def _in_yuan(rounded: Figures, layout: Layout) -> Figures:
    def worth(key: Key) -> Decimal:
        counted = key.row_key.startswith(COUNTS)
        return Decimal(1) if counted else YUAN_IN[layout.unit_of(key.form).name]

    return {key: value * worth(key) for key, value in rounded.items()}
