"""Evaluation forms of several places, printed from known projects in every format, read back."""

from __future__ import annotations

import hashlib
from decimal import Decimal
from pathlib import Path

import pytest

from corpus.evaluation import EvaluationLayout, Flaw, Project, draw_projects, evaluation_layouts
from corpus.evaluation_forms import (
    Damage,
    actual_text,
    evaluation_form,
    target_text,
    with_evaluations,
)
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.printers import PRINTERS
from corpus.profile import departments
from corpus.publication import Issuer, publish
from ingest.parse import parse
from ingest.records import ParsedFiling, Source
from ingest.text_records import ProjectFunding

FIELDS = ("requested", "initial_budget", "budget", "executed", "balance", "weight",
          "execution_rate", "score")  # fmt: skip


def filing(
    folder: Path,
    layout: EvaluationLayout,
    projects: list[Project],
    extension: str = "txt",
    damages: tuple[Damage, ...] = (),
) -> ParsedFiling:
    """A small filing with these evaluation forms at its end, parsed."""
    account = accounts(departments()[0], (2021, 2022, 2023))[-1]
    issuer = Issuer("青原县水务局")
    made = publish(issuer, 2023, figures(account), LAYOUTS["national"])
    forms = [evaluation_form(p, layout, damages) for p in projects]
    data, _ = PRINTERS[extension](with_evaluations(made, forms))
    return parsed(folder, data, extension)


def parsed(folder: Path, data: bytes, extension: str) -> ParsedFiling:
    path = folder / f"a.{extension}"
    path.write_bytes(data)
    found = parse(Source(path.name, path, hashlib.sha256(data).hexdigest(), len(data), 1))
    assert isinstance(found, ParsedFiling)
    return found


def money_of(funds: ProjectFunding) -> dict[str, Decimal]:
    values = {name: getattr(funds, name) for name in FIELDS}
    return {name: value for name, value in values.items() if value is not None}


def agrees(found: ParsedFiling, projects: list[Project], layout: EvaluationLayout) -> None:
    """All that the forms say is read, and nothing else."""
    assert [p.project for p in found.projects] == [p.name for p in projects]
    assert [p.stated_year for p in found.projects] == [p.fiscal_year for p in projects]
    for no, (row, truth) in enumerate(zip(found.projects, projects, strict=True), start=1):
        assert (row.target, row.achieved) == (truth.target, truth.achieved)
        assert row.total_score == (truth.total_score if layout.total else None)
        assert row.grade == (truth.grade if layout.grade else None)
        code = truth.issue.competent[0] if layout.coded else None
        assert (row.competent_code, row.competent_name) == (code, truth.issue.competent[1])
        assert row.unit_name == truth.issue.unit[1]
        funds = [f for f in found.fundings if f.project_no == no and f.status != "repeated"]
        printed = set(layout.money) | set(layout.pairs)
        assert {f.source: money_of(f) for f in funds} == {
            source: {k: v for k, v in money.items() if k in printed}
            for source, money in truth.money.items()
        }
        assert {f.unit for f in funds} == {layout.unit}
        indicators_agree(found, no, truth, layout)
        said = {t.label: t.text for t in found.project_texts if t.project_no == no}
        goals = (truth.target, truth.achieved)
        assert said == dict(zip(layout.goals.values(), goals, strict=True)) | truth.texts


def indicators_agree(
    found: ParsedFiling, no: int, truth: Project, layout: EvaluationLayout
) -> None:
    rows = [i for i in found.indicators if i.project_no == no]
    scored = "score" in layout.indicators
    assert [
        (i.level_1, i.level_2, i.name, i.target, i.actual, i.weight, i.score) for i in rows
    ] == [
        (
            i.level_1,
            i.level_2,
            i.name,
            target_text(i, layout),
            actual_text(i, layout),
            i.weight if scored else None,
            i.score if scored else None,
        )
        for i in truth.indicators
    ]
    assert [(i.target_operator, i.target_value, i.target_unit) for i in rows] == [
        (i.operator, Decimal(i.target), i.unit)
        if i.operator and i.target != "9696"
        else (None, None, None)
        for i in truth.indicators
    ]


def told(found: ParsedFiling) -> list[str]:
    return [s.code for s in found.signals if s.form == "project_evaluation"]


@pytest.mark.parametrize("extension", ["txt", "docx", "html", "xlsx"])
@pytest.mark.parametrize("name", sorted(evaluation_layouts()))
def test_every_layout_in_every_format(tmp_path: Path, name: str, extension: str) -> None:
    layout = evaluation_layouts()[name]
    projects = draw_projects(layout, 2023, seed=len(extension))
    found = filing(tmp_path, layout, projects, extension)
    agrees(found, projects, layout)
    assert told(found) == []
