"""The rows of a form as the lake has them, made of what was read.

Only the year above the form and the unit of its money are read here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ingest.document import Cell, Place
from ingest.evaluation.funds import Funds
from ingest.evaluation.indicators import Indicator
from ingest.evaluation.numbers import number
from ingest.evaluation.quantity import Quantity
from ingest.evaluation.recognise import is_title
from ingest.evaluation.sheet import Form
from ingest.evaluation.texts import Said, Total, coded
from ingest.evaluation.words import endings, unwrapped
from ingest.text import fold
from ingest.text_records import (
    PerformanceIndicator,
    ProjectEvaluation,
    ProjectFunding,
    ProjectText,
)
from ingest.units import unit_of

_YEAR = re.compile(r"\(?(\d{4})年度?\)?")
_TITLE_YEAR = re.compile(r"(\d{4})年度?(?:部门|单位)?(?:市级|县级|区级|省级|本级)?")
_UNIT = re.compile(r"[(:]((?:万|亿|千)?元)\)?")


class Key(NamedTuple):
    """Which form of which filing."""

    filing_id: str
    project_no: int


def project_row(
    key: Key, form: Form, fields: dict[str, Said], goals: dict[str, list[Said]], total: Total | None
) -> ProjectEvaluation:
    """The form itself: who, what, the total score."""
    place = form.table.place
    competent = fields.get("competent")
    codes = {key: coded(fields[key].text) for key in ("competent", "unit") if key in fields}
    grade = total.grade if total and total.grade else None
    if grade is None and "grade" in fields:
        grade = fold(fields["grade"].text)
    where, score = _place(competent), total.line.place if total else Place()
    first = next(line.place for _, s in form.sections for line in (*s.heads, *s.lines))
    return ProjectEvaluation(
        filing_id=key.filing_id,
        project_no=key.project_no,
        table_no=form.table.no,
        project=unwrapped(fields["project"].text) if "project" in fields else None,
        stated_year=_year(form),
        competent_code=codes.get("competent", (None, None))[0],
        competent_name=codes.get("competent", (None, None))[1],
        unit_code=codes.get("unit", (None, None))[0],
        unit_name=codes.get("unit", (None, None))[1],
        target=_joined(goals.get("target")),
        achieved=_joined(goals.get("achieved")),
        total_score=total.score if total else None,
        grade=grade,
        page=first.page or place.page,
        sheet=first.sheet,
        line_no=first.line,
        competent_row_no=where.row,
        competent_line_no=where.line,
        score_row_no=score.row,
        score_line_no=score.line,
    )


def funding_row(key: Key, form: Form, f: Funds) -> ProjectFunding:
    """One row of its money."""
    place = f.line.place
    get = f.money.get
    return ProjectFunding(
        filing_id=key.filing_id,
        project_no=key.project_no,
        source=f.source,
        source_label=f.label,
        requested=get("requested"),
        initial_budget=get("initial_budget"),
        budget=get("budget"),
        executed=get("executed"),
        balance=get("balance"),
        execution_rate=get("execution_rate"),
        weight=get("weight"),
        score=get("score"),
        unit=_unit(form),
        status=f.status,
        aligned_by=f.aligned_by,
        raw_text=f.line.raw,
        page=place.page,
        sheet=place.sheet,
        row_no=place.row,
        col_no=f.first.place.col if f.first else None,
        line_no=place.line,
    )


def indicator_row(
    key: Key, no: int, row: Indicator, target: Quantity, actual: Quantity
) -> PerformanceIndicator:
    """One indicator, with what its target and its value were parsed to."""
    get = row.cells.get
    place = row.line.place
    return PerformanceIndicator(
        filing_id=key.filing_id,
        project_no=key.project_no,
        indicator_no=no,
        level_1=get("level_1"),
        level_2=get("level_2"),
        name=get("name"),
        target=get("target"),
        adjusted_target=get("adjusted_target"),
        actual=get("actual"),
        target_operator=target.operator,
        target_value=target.value,
        target_unit=target.unit,
        actual_operator=actual.operator,
        actual_value=actual.value,
        actual_unit=actual.unit,
        weight=number(get("weight", "")),
        score=number(get("score", "")),
        note=get("note"),
        status="read" if row.read else "unread",
        raw_text=row.line.raw,
        page=place.page,
        sheet=place.sheet,
        row_no=place.row,
        line_no=place.line,
    )


def text_row(key: Key, no: int, said: Said) -> ProjectText:
    """One of its texts."""
    place = said.cell.place
    return ProjectText(
        filing_id=key.filing_id,
        project_no=key.project_no,
        text_no=no,
        label=said.label,
        text=said.text,
        page=place.page,
        sheet=place.sheet,
        row_no=place.row,
        line_no=place.line,
    )


def _place(said: Said | None) -> Place:
    return said.cell.place if said else Place()


def _joined(texts: list[Said] | None) -> str | None:
    return "\n".join(said.text for said in texts) if texts else None


def _year(form: Form) -> int | None:
    """The year that the lines above the form name, no further up than its title.

    `2022年` before the name of a project is not the year of its form.
    """
    for line in (*form.above, *form.table.caption_lines()):
        found = _YEAR.fullmatch(fold(line))
        if found:
            return int(found[1])
        if is_title(line):
            titled = _TITLE_YEAR.match(fold(line))
            rest = fold(line)[titled.end() :] if titled else ""
            return int(titled[1]) if titled and rest in endings("titles") else None
    return None


def _unit(form: Form) -> str | None:
    """The unit that the head of the money names, else the table's caption."""
    lines: Iterator[Cell] = (
        cell
        for section in form.of("money")
        for line in (*section.heads, *section.lines)
        for cell in line.filled.values()
    )
    found = next((m[1] for cell in lines if (m := _UNIT.search(fold(cell.text)))), None)
    return found or unit_of(form.table)
