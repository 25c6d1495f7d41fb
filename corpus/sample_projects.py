"""The projects that departments of the sample evaluate: drawn, printed, and told of in the text."""

from __future__ import annotations

from collections import Counter
from decimal import Decimal
from functools import partial

from pydantic import TypeAdapter

from corpus.evaluation import (
    GRADES,
    EvaluationLayout,
    Flaw,
    Issue,
    Project,
    draw_projects,
    evaluation_layouts,
)
from corpus.evaluation_forms import evaluation_form
from corpus.figures import Figures, Key
from corpus.money import YUAN_IN, ZERO
from corpus.profile import Department
from corpus.table import FormTable


def evaluated(department: Department, year: int) -> list[Project]:
    """The projects of a department that prints forms of any; a flaw is in the first."""
    if department.evaluation is None:
        return []
    name = department.name_in(year)
    issue = Issue(("101", name), ("101001", name))
    drawn = partial(draw_projects, _layout(department), year, year, issue)
    projects = drawn()
    if year in department.flaws:
        flaw: Flaw = TypeAdapter(Flaw).validate_python(department.flaws[year])
        projects[0] = drawn(flaws=[flaw])[0]
    return projects


def forms_of(projects: list[Project], department: Department) -> list[FormTable]:
    """Their forms, as the department prints them."""
    return [evaluation_form(one, _layout(department)) for one in projects]


def told_of(projects: list[Project], department: Department) -> Figures:
    """What the text says of them: their number, grades and money spent."""
    if not projects:
        return {}
    grades = Counter(project.grade for project in projects)
    spent = sum((one.money["total"]["executed"] for one in projects), ZERO)
    told = {
        "projects": Decimal(len(projects)),
        "projects_level_2": Decimal(len(projects)),
        "funds": spent * YUAN_IN[_layout(department).unit],
        **{f"grade.{grade}": Decimal(grades[grade]) for _, grade in GRADES},
    }
    return {Key("", f"performance.self_evaluation.{k}", ""): v for k, v in told.items()}


def _layout(department: Department) -> EvaluationLayout:
    return evaluation_layouts()[str(department.evaluation)]
