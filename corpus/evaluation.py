"""Draws projects with their self-evaluation (绩效自评): money, indicators, scores, texts.

What is drawn agrees with itself; a `Flaw` makes one thing in it contradict another, as filers do.
How a place prints it is `evaluation_forms`' matter.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from random import Random
from typing import Literal

import yaml
from pydantic import Field

from corpus.money import YUAN_IN
from corpus.profile import DATA, Strict

Flaw = Literal[
    "rate",
    "balance",
    "execution_score",
    "total_score",
    "weights",
    "missed_target",
    "repeated_target",
    "garbled",
    "text_rate",
    "text_satisfaction",
    "competent",
]
FULL = Decimal(10)
SATISFACTION = "满意度指标"
GRADES = ((Decimal(90), "优"), (Decimal(80), "良"), (Decimal(60), "中"), (Decimal(0), "差"))


class EvaluationLayout(Strict):
    """How a place prints evaluation forms; `data/evaluation.yaml` holds them."""

    title: str
    captions: tuple[str, ...]
    unit: Literal["元", "万元"]
    decimals: int
    coded: bool
    thousands: bool = False
    labels: dict[str, str]
    money_part: str
    money: dict[str, str] = Field(default_factory=dict)
    pairs: dict[str, str] = Field(default_factory=dict)
    group: str | None = None
    sources: dict[str, str]
    percent_sign: bool = False
    goals_part: str
    goals: dict[str, str]
    indicators_part: str
    indicators: dict[str, str]
    total: str | None = None
    total_weight: bool = False
    grade: bool = False
    analysis_part: str | None = None


class _Promise(Strict):
    """A project before its money is drawn."""

    name: str
    target: str
    achieved: str
    indicators: tuple[tuple[str, str, str, str, str, str], ...]


class _Data(Strict):
    projects: tuple[_Promise, ...]
    analysis: dict[str, str]
    layouts: dict[str, EvaluationLayout]


@cache
def _data() -> _Data:
    return _Data.model_validate(yaml.safe_load((DATA / "evaluation.yaml").read_text("utf-8")))


def evaluation_layouts() -> dict[str, EvaluationLayout]:
    """All layouts of evaluation forms, by name."""
    return dict(_data().layouts)


@dataclass(frozen=True, slots=True)
class Issue:
    """Who files: code and name of the competent department and of the unit."""

    competent: tuple[str, str] = ("025", "青原县水务局")
    unit: tuple[str, str] = ("025001", "青原县水务局机关")


@dataclass(frozen=True, slots=True)
class IndicatorTruth:
    """One indicator as printed: operator, number and unit are parts of target and actual."""

    level_1: str
    level_2: str
    name: str
    operator: str
    target: str
    unit: str
    actual: str
    actual_operator: str
    weight: Decimal
    score: Decimal


@dataclass(frozen=True, slots=True)
class Project:
    """One project as it is printed: money by source, in the unit of the layout."""

    name: str
    fiscal_year: int
    issue: Issue
    target: str
    achieved: str
    money: dict[str, dict[str, Decimal]]
    """Source → field → number; a source without money is an empty mapping."""
    indicators: tuple[IndicatorTruth, ...]
    total_score: Decimal
    texts: dict[str, str] = field(default_factory=dict)

    @property
    def grade(self) -> str:
        """The grade of the total score."""
        return next(grade for least, grade in GRADES if self.total_score >= least)


def _rounded(number: Decimal, places: int = 2) -> Decimal:
    return number.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def draw_projects(
    layout: EvaluationLayout,
    fiscal_year: int,
    seed: int = 0,
    issue: Issue = Issue(),
    flaws: Collection[Flaw] = (),
) -> list[Project]:
    """The projects of a filing, each with the flaws asked for.

    Args:
        layout: Decides unit, decimals and which sources of money there are.
        fiscal_year: The year of the forms.
        seed: Chooses one of many.
        issue: Who files.
        flaws: What contradicts itself, in every project that can show it.
    """
    rng = Random(seed)  # noqa: S311 - no secret
    drawn = [_drawn(p, layout, fiscal_year, rng, issue) for p in _data().projects]
    return [_flawed(project, flaws) for project in drawn]


def _drawn(
    promise: _Promise, layout: EvaluationLayout, year: int, rng: Random, issue: Issue
) -> Project:
    money = _money(layout, rng)
    weights = _weights(len(promise.indicators))
    listed = zip(promise.indicators, weights, strict=True)
    indicators = tuple(_indicator(one, weight, rng) for one, weight in listed)
    rate = money["total"]["execution_rate"]
    satisfied = next(i.actual for i in indicators if i.level_1 == SATISFACTION)
    said = {k: t.format(rate=rate, satisfaction=satisfied) for k, t in _data().analysis.items()}
    return Project(
        name=promise.name,
        fiscal_year=year,
        issue=issue,
        target=promise.target,
        achieved=promise.achieved,
        money=money,
        indicators=indicators,
        total_score=sum((i.score for i in indicators), money["total"]["score"]),
        texts=said if layout.analysis_part else {},
    )


def _weights(n: int) -> list[Decimal]:
    """Ninety points, ten of them for the last."""
    each = 80 // (n - 1) // 5 * 5
    rest = [Decimal(each)] * (n - 2)
    return [Decimal(80) - sum(rest, Decimal(0)), *rest, FULL]


def _indicator(raw: tuple[str, ...], weight: Decimal, rng: Random) -> IndicatorTruth:
    level_1, level_2, name, operator, target, unit = raw
    actual, score = target, weight
    if operator == "≥" and unit != "%":
        actual = str(Decimal(target) + rng.randint(0, 9))
    elif operator == "≥":
        actual = str(min(Decimal(100), Decimal(target) + rng.randint(0, 4)))
    elif operator == "≤":
        actual = str(Decimal(target) - Decimal(rng.randint(0, 20)) / 10)
    elif not operator and rng.randint(0, 3) == 0:
        score = weight - 1
    return IndicatorTruth(level_1, level_2, name, operator, target, unit, actual, "", weight, score)


def _money(layout: EvaluationLayout, rng: Random) -> dict[str, dict[str, Decimal]]:
    """The total, and one source or two that add up to it."""
    step = Decimal(1).scaleb(-layout.decimals)
    usual = YUAN_IN["万元"] / YUAN_IN[layout.unit]
    budget = _rounded(
        usual * rng.randint(200, 90_000) / 100 + step * rng.randint(0, 9), layout.decimals
    )
    spent = _rounded(budget * rng.randint(600, 1000) / 1000, layout.decimals)
    names = [name for name in layout.sources if name != "total"]
    shares = {name: (Decimal(0), Decimal(0)) for name in names}
    shares[names[0]] = (budget, spent)
    if len(names) > 1 and rng.randint(0, 1):
        part = (_rounded(budget / 4, layout.decimals), _rounded(spent / 4, layout.decimals))
        shares[names[-1]] = part
        shares[names[0]] = (budget - part[0], spent - part[1])
    rows = {"total": (budget, spent), **shares}
    whole = {name: _row(*amounts) if amounts[0] else {} for name, amounts in rows.items()}
    if layout.unit == "万元" and layout.decimals == 3:
        return whole
    return {name: row if name == "total" else _plain(row) for name, row in whole.items()}


def _row(budget: Decimal, spent: Decimal) -> dict[str, Decimal]:
    rate = _rounded(spent / budget * 100)
    return {
        "requested": budget,
        "initial_budget": budget,
        "budget": budget,
        "executed": spent,
        "balance": budget - spent,
        "weight": FULL,
        "execution_rate": rate,
        "score": _rounded(FULL * rate / 100),
    }


def _plain(row: dict[str, Decimal]) -> dict[str, Decimal]:
    """Of a part of the money no points are printed."""
    return {name: value for name, value in row.items() if name not in ("weight", "score")}


def _flawed(project: Project, flaws: Collection[Flaw]) -> Project:
    for flaw in flaws:
        project = _flaw(project, flaw)
    return project


def _flaw(project: Project, flaw: Flaw) -> Project:
    """The project with one contradiction more."""
    if flaw in ("rate", "balance", "execution_score"):
        name = {"rate": "execution_rate", "execution_score": "score"}.get(flaw, flaw)
        wrong = {**project.money["total"], name: project.money["total"][name] + Decimal("1.37")}
        return replace(project, money={**project.money, "total": wrong})
    if flaw == "total_score":
        return replace(project, total_score=project.total_score - 2)
    if flaw == "competent":
        other = replace(project.issue, competent=("905", "青原县财政局"))
        return replace(project, issue=other)
    if flaw in ("text_rate", "text_satisfaction"):
        label = "项目实施和预算执行情况" if flaw == "text_rate" else "满意度情况"
        said = "执行率100%" if flaw == "text_rate" else "服务对象满意度达到61%。"
        return replace(project, texts={**project.texts, label: said}) if project.texts else project
    changed = tuple(_flawed_indicator(i, flaw) for i in project.indicators)
    return replace(project, indicators=changed)


def _flawed_indicator(one: IndicatorTruth, flaw: Flaw) -> IndicatorTruth:
    share = one.level_1 == SATISFACTION
    if flaw == "weights" and share:
        return replace(one, weight=one.weight + 5, score=one.score + 5)
    if flaw == "missed_target" and one.operator == "≥" and not share:
        return replace(one, actual=str(Decimal(one.target) / 2), score=one.weight)
    if flaw == "repeated_target" and one.operator in ("≥", "≤") and not share:
        return replace(one, actual=one.target, actual_operator=one.operator)
    if flaw == "garbled" and share:
        return replace(one, target="9696", actual="9696", unit="")
    return one
