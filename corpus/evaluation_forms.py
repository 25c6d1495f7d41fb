"""Prints evaluation forms of projects as tables, as a place lays them out.

A `Damage` does to a table what a conversion to text does: cells shifted, a value lost off the edge,
a row said twice. It belongs to text alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import Literal

from corpus.evaluation import EvaluationLayout, IndicatorTruth, Project
from corpus.publication import Publication
from corpus.table import COVERED, Cell, FormTable, Row, row, uncovered

Damage = Literal["shifted_money", "lost_score", "said_again", "shifted_indicators"]
NOTE = "备注：“执行率”是全年执行数与全年预算数相比较。"


def with_evaluations(publication: Publication, forms: Sequence[FormTable]) -> Publication:
    """The filing with its evaluation forms in an annex at the end."""
    return replace(publication, blocks=(*publication.blocks, "第五部分 附件", *forms))


def evaluation_form(
    project: Project, layout: EvaluationLayout, damages: Collection[Damage] = ()
) -> FormTable:
    """One project's form."""
    words = {"project": project.name, "year": project.fiscal_year}
    width = len(layout.indicators) + 1
    rows = [
        *_fields(project, layout, width),
        *_money(project, layout, width),
        *_goals(project, layout, width),
        *_indicators(project, layout),
        *_total(project, layout, width),
        *_analysis(project, layout, width),
    ]
    for damage in damages:
        rows = _damaged(rows, layout, damage)
    return FormTable(
        form=None,
        title=layout.title.format(**words),
        captions=tuple(caption.format(**words) for caption in layout.captions),
        head=(),
        body=tuple(rows),
        notes=(NOTE,),
    )


def amount(number: Decimal, layout: EvaluationLayout) -> str:
    """An amount as the layout prints it: 万元 with three decimals without trailing zeros."""
    if layout.decimals == 3:
        return f"{number.normalize():f}"
    return f"{number:,}" if layout.thousands else str(number)


def target_text(one: IndicatorTruth, layout: EvaluationLayout) -> str:
    """The target as printed; operator and unit may have columns of their own."""
    operator = "" if "operator" in layout.indicators else one.operator
    return operator + one.target + ("" if "unit" in layout.indicators else one.unit)


def actual_text(one: IndicatorTruth, layout: EvaluationLayout) -> str:
    """What was reached, as printed."""
    return one.actual_operator + one.actual + ("" if "unit" in layout.indicators else one.unit)


def _fields(project: Project, layout: EvaluationLayout, width: int) -> list[Row]:
    def who(named: tuple[str, str]) -> str:
        return f"{named[0]}-{named[1]}" if layout.coded else named[1]

    labels = layout.labels
    half = (width - 2) // 2
    return [
        row(Cell(labels["project"], col_span=2), Cell(project.name, col_span=width - 2)),
        row(
            Cell(labels["competent"], col_span=2),
            Cell(who(project.issue.competent), col_span=half),
            labels["unit"],
            Cell(who(project.issue.unit), col_span=width - 3 - half),
        ),
    ]


def _money(project: Project, layout: EvaluationLayout, width: int) -> list[Row]:
    if layout.pairs:
        return _pairs(project, layout, width)
    heads = dict(layout.money)
    left = width - 1 - len(heads)
    depth = 2 if layout.group else 1
    part = Cell(layout.money_part, row_span=len(layout.sources) + depth)
    first: list[Cell] = [part, Cell("", col_span=left, row_span=depth)]
    below: list[Cell] = [COVERED] * (1 + left)
    for name, text in heads.items():
        grouped = layout.group and name in ("requested", "initial_budget")
        if grouped and name == "requested":
            first.append(Cell(layout.group or "", col_span=2))
        elif not grouped:
            first.append(Cell(text, row_span=depth))
        below.append(Cell(text) if grouped else COVERED)
    rows = [row(*first)] + ([uncovered(row(*below))] if layout.group else [])
    for source, label in layout.sources.items():
        values = [_value(project.money[source], name, layout) for name in heads]
        rows.append(uncovered(row(COVERED, Cell(label, col_span=left), *values)))
    return rows


def _value(money: dict[str, Decimal], name: str, layout: EvaluationLayout) -> str:
    if name == "note":
        return ""
    if name not in money:
        return "—" if name in ("weight", "score") and money else ""
    if name == "execution_rate":
        return f"{money[name]}%" if layout.percent_sign else str(money[name])
    return str(money[name]) if name in ("weight", "score") else amount(money[name], layout)


def _pairs(project: Project, layout: EvaluationLayout, width: int) -> list[Row]:
    """Budget and execution side by side, each behind its label."""
    rows: list[Row] = []
    for source, label in layout.sources.items():
        money = project.money[source]
        texts = [label or text for text in layout.pairs.values()]
        values = [amount(money[name], layout) if money else "" for name in layout.pairs]
        part = COVERED if rows else Cell(layout.money_part, row_span=len(layout.sources))
        last = Cell(values[1], col_span=width - 4)
        rows.append(uncovered(row(part, texts[0], values[0], texts[1], last)))
    return rows


def _goals(project: Project, layout: EvaluationLayout, width: int) -> list[Row]:
    half = (width - 1) // 2
    spans = (half, width - 1 - half)
    heads = (layout.goals["target"], layout.goals["achieved"])
    texts = (project.target, project.achieved)
    return [
        row(
            Cell(layout.goals_part, row_span=2),
            *(Cell(t, col_span=s) for t, s in zip(heads, spans, strict=True)),
        ),
        uncovered(row(COVERED, *(Cell(t, col_span=s) for t, s in zip(texts, spans, strict=True)))),
    ]


def _indicators(project: Project, layout: EvaluationLayout) -> list[Row]:
    part = Cell(layout.indicators_part, row_span=len(project.indicators) + 1)
    rows = [row(part, *layout.indicators.values())]
    before: tuple[str, str] = ("", "")
    for at, one in enumerate(project.indicators):
        later = project.indicators[at:]
        same_1 = sum(1 for i in later if i.level_1 == one.level_1)
        same_2 = sum(1 for i in later if (i.level_1, i.level_2) == (one.level_1, one.level_2))
        texts: dict[str, Cell] = {
            "level_1": COVERED if one.level_1 == before[0] else Cell(one.level_1, row_span=same_1),
            "level_2": COVERED
            if (one.level_1, one.level_2) == before
            else Cell(one.level_2, row_span=same_2),
            "name": Cell(one.name),
            "operator": Cell(one.operator),
            "target": Cell(target_text(one, layout)),
            "unit": Cell(one.unit),
            "adjusted_target": Cell(target_text(one, layout)),
            "actual": Cell(actual_text(one, layout)),
            "weight": Cell(str(one.weight)),
            "score": Cell(str(one.score)),
            "note": Cell("" if one.score == one.weight else "加强调度"),
        }
        rows.append(uncovered(row(COVERED, *(texts[name] for name in layout.indicators))))
        before = (one.level_1, one.level_2)
    return rows


def _total(project: Project, layout: EvaluationLayout, width: int) -> list[Row]:
    if layout.total is None:
        return []
    names = ["part", *layout.indicators]
    at = names.index("weight")
    weight = str(sum((i.weight for i in project.indicators), Decimal(10)))
    cells = [weight if layout.total_weight else "", str(project.total_score)]
    cells += [project.grade if layout.grade else ""] * (width - at - 2)
    return [row(Cell(layout.total, col_span=at), *cells)]


def _analysis(project: Project, layout: EvaluationLayout, width: int) -> list[Row]:
    if layout.analysis_part is None:
        return []
    part = Cell(layout.analysis_part, row_span=len(project.texts))
    return [
        uncovered(
            row(COVERED if at else part, Cell(label, col_span=2), Cell(text, col_span=width - 3))
        )
        for at, (label, text) in enumerate(project.texts.items())
    ]


def _damaged(rows: list[Row], layout: EvaluationLayout, damage: Damage) -> list[Row]:
    """The rows with one damage more, in every row that can show it."""
    sources = set(layout.sources.values())
    result: list[Row] = []
    for cells in rows:
        texts = [cell.text if cell else "" for cell in cells]
        funds = any(text in sources for text in texts)
        if damage == "shifted_money" and funds:
            result.append(_moved(cells, -1 if texts[-1] else 1))
        elif damage == "lost_score" and funds and layout.sources["total"] in texts:
            result.append(_moved(_moved(cells, 1), 1))
        elif damage == "said_again" and funds and layout.sources["total"] in texts:
            blank = [Cell() if c and c.text in sources else c for c in cells]
            result += [tuple(blank), cells]
        elif damage == "shifted_indicators" and "满意度指标" in texts:
            result.append(_moved(cells, -1))
        else:
            result.append(cells)
    return result


def _moved(cells: Row, by: int) -> Row:
    """The row with its cells one position further, as if a merged cell were gone or added."""
    if by < 0:
        return (*cells[1:], Cell())
    return (Cell(), *cells[:-1])
