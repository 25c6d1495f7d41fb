"""A whole filing, free of any file format: cover, text and forms in the order they are printed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from corpus.figures import Figures
from corpus.forms import Values, form_tables
from corpus.labels import chinese_number
from corpus.layout import Layout
from corpus.narrative import narrative
from corpus.rounding import Regime, printed
from corpus.table import FormTable

Scope = Literal["department", "unit"]
SCOPE_WORDS: dict[Scope, str] = {"department": "部门", "unit": "单位"}


@dataclass(frozen=True, slots=True)
class Publication:
    """What a filing shows: paragraphs and tables in order, after the lines of a cover."""

    subject: str
    fiscal_year: int
    cover: tuple[str, ...]
    blocks: tuple[str | FormTable, ...]
    layout: Layout

    @property
    def tables(self) -> tuple[FormTable, ...]:
        """The tables alone."""
        return tuple(block for block in self.blocks if isinstance(block, FormTable))


@dataclass(frozen=True, slots=True)
class Issuer:
    """Who files: the name on the cover, and whether as a department or as a unit."""

    name: str
    scope: Scope = "department"


def _contents(tables: tuple[FormTable, ...], fiscal_year: int) -> list[str]:
    titles = [f"{chinese_number(n)}、{t.title}" for n, t in enumerate(tables, start=1)]
    return [
        "目 录",
        "第一部分 概况",
        f"第二部分 {fiscal_year}年部门决算表",
        *titles,
        "第三部分 情况说明",
        "第四部分 名词解释",
    ]


def _overview(issuer: Issuer) -> list[str]:
    return [
        "第一部分 概况",
        "一、本部门（单位）职责",
        f"{issuer.name}按照职责分工开展工作，承办上级交办的其他事项。",
        "二、机构设置情况",
        f"{issuer.name}设办公室、财务股、业务股等内设机构。",
    ]


GLOSSARY = (
    "第四部分 名词解释",
    "一、财政拨款收入：指单位从同级财政部门取得的财政预算资金。",
    "二、基本支出：指为保障机构正常运转、完成日常工作任务而发生的人员支出和公用经费支出。",
    "三、项目支出：指在基本支出之外为完成特定行政任务和事业发展目标所发生的支出。",
)


def publish(
    issuer: Issuer,
    fiscal_year: int,
    exact: Figures,
    layout: Layout,
    regime: Regime = "cells",
) -> Publication:
    """A filing from exact figures.

    Args:
        issuer: Who files.
        fiscal_year: The year of the accounts.
        exact: The figures, in yuan and counts.
        layout: How the place and year prints its forms.
        regime: Which cells are rounded from yuan.
    """
    rounded = printed(exact, layout.unit_of, regime)
    values = Values(rounded, layout, fiscal_year, issuer.name, exact=exact)
    tables = form_tables(values)
    title = layout.cover.format(year=fiscal_year, scope=SCOPE_WORDS[issuer.scope])
    heading = f"第二部分 {fiscal_year}年部门决算表"
    forms: list[str | FormTable] = [heading, *tables]
    words: list[str | FormTable] = [*narrative(values), *GLOSSARY]
    overview = _overview(issuer)
    parts = {
        "first": [*forms, *overview, *words],
        "middle": [*overview, *forms, *words],
        "last": [*overview, *words, *forms],
    }
    return Publication(
        subject=issuer.name,
        fiscal_year=fiscal_year,
        cover=(issuer.name, title),
        blocks=(
            *_contents(tables, fiscal_year),
            *parts[layout.tables],
        ),
        layout=layout,
    )
