"""Evaluation forms of several places, printed from known projects in every format, read back."""

from __future__ import annotations

import hashlib
import shutil
import tempfile
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corpus.convert import convert
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


@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
def test_a_form_in_a_pdf_made_of_a_document(tmp_path: Path) -> None:
    """Forms cut by page ends and names broken by narrow cells; it sets `12 月` for `12月`."""
    layout = evaluation_layouts()["shanxi"]
    projects = draw_projects(layout, 2023, seed=7)
    found = filing(tmp_path, layout, projects, "docx")
    made = convert((tmp_path / "a.docx").read_bytes(), "docx", "pdf")
    of_pdf = parsed(tmp_path, made, "pdf")

    def bare(text: str | None) -> str:
        return "".join((text or "").split())

    def rows(of: ParsedFiling) -> list[tuple[object, ...]]:
        said = [(t.project_no, bare(t.label), bare(t.text)) for t in of.project_texts]
        money = [(f.project_no, f.source, *money_of(f).items()) for f in of.fundings]
        scores = [(p.project, p.stated_year, p.total_score, p.grade) for p in of.projects]
        indicators = [
            (i.level_1, i.level_2, i.name, bare(i.target), bare(i.actual), i.weight, i.score)
            for i in of.indicators
        ]
        return [*said, *money, *scores, *indicators]

    assert rows(of_pdf) == rows(found)
    assert told(of_pdf) == []


SHOWN: dict[Flaw, str] = {
    "rate": "national",
    "balance": "shanxi",
    "execution_score": "yunnan",
    "total_score": "shanghai",
    "weights": "sichuan",
    "missed_target": "shanxi",
    "repeated_target": "shanxi",
    "text_rate": "shanxi",
    "text_satisfaction": "shanxi",
    "competent": "shanxi",
}


@pytest.mark.parametrize(("flaw", "name"), SHOWN.items())
def test_what_contradicts_itself_is_read_as_printed(tmp_path: Path, flaw: Flaw, name: str) -> None:
    """Where every number stands under its head, the contradiction is the filer's, not ours."""
    layout = evaluation_layouts()[name]
    projects = draw_projects(layout, 2023, seed=1, flaws=[flaw])
    assert projects != draw_projects(layout, 2023, seed=1)
    found = filing(tmp_path, layout, projects)
    agrees(found, projects, layout)
    assert told(found) == []


def test_a_share_above_100_is_text_and_signalled(tmp_path: Path) -> None:
    layout = evaluation_layouts()["shanxi"]
    projects = draw_projects(layout, 2023, flaws=["garbled"])
    found = filing(tmp_path, layout, projects)
    agrees(found, projects, layout)
    assert set(told(found)) == {"garbled"}


@pytest.mark.parametrize("damage", ["shifted_money", "said_again", "shifted_indicators"])
@pytest.mark.parametrize("seed", [1, 2, 3])
def test_shifted_rows_are_aligned_by_their_arithmetic(
    tmp_path: Path, damage: Damage, seed: int
) -> None:
    layout = evaluation_layouts()["shanxi"]
    projects = draw_projects(layout, 2023, seed)
    found = filing(tmp_path, layout, projects, damages=(damage,))
    agrees(found, projects, layout)
    assert told(found) == []
    ways = {f.aligned_by for f in found.fundings}
    assert ways == ({"arithmetic"} if damage == "shifted_money" else {"heads"})
    again = [f.status for f in found.fundings].count("repeated")
    assert again == (len(projects) if damage == "said_again" else 0)


def test_a_value_lost_off_the_edge_is_missing_and_the_others_stay(tmp_path: Path) -> None:
    layout = evaluation_layouts()["shanxi"]
    projects = draw_projects(layout, 2023, seed=4)
    found = filing(tmp_path, layout, projects, damages=("lost_score",))
    totals = [money_of(f) for f in found.fundings if f.source == "total"]
    whole = [dict(p.money["total"]) for p in projects]
    assert totals == [
        {k: v for k, v in money.items() if k not in ("score", "weight")} for money in whole
    ]


@pytest.mark.parametrize("flaw", ["rate", "balance"])
def test_a_shifted_row_that_does_not_add_up_is_left_unread(tmp_path: Path, flaw: Flaw) -> None:
    """Neither its heads nor its arithmetic say what its numbers are: nothing is guessed."""
    layout = evaluation_layouts()["shanxi"]
    projects = draw_projects(layout, 2023, seed=5, flaws=[flaw])
    found = filing(tmp_path, layout, projects, damages=("shifted_money",))
    totals = [f for f in found.fundings if f.source == "total"]
    assert [(f.status, money_of(f)) for f in totals] == [("unread", {})] * len(projects)
    assert all(str(p.money["total"]["budget"].normalize()) in f.raw_text
               for f, p in zip(totals, projects, strict=True))  # fmt: skip
    unread = [s for s in found.signals if s.code == "evaluation_unread"]
    assert [s.line_no for s in unread] == [f.line_no for f in totals]


def test_several_forms_in_one_table(tmp_path: Path) -> None:
    """A sheet, or pages that were joined, may hold them one below the other."""
    layout = evaluation_layouts()["national"]
    projects = draw_projects(layout, 2023)
    forms = [evaluation_form(p, layout) for p in projects]
    cover = "青原县水务局\n\n2023年度部门决算公开\n\n附件\n\n项目支出绩效自评表\n\n（2023年度）\n\n"
    rows = ["\t".join(c.text if c else "" for c in cells) for f in forms for cells in f.rows]
    found = parsed(tmp_path, (cover + "\n".join(rows) + "\n").encode(), "txt")
    agrees(found, projects, layout)
    assert told(found) == []
    assert {p.table_no for p in found.projects} == {1}


def test_a_form_that_goes_on_below_a_page_break(tmp_path: Path) -> None:
    layout = evaluation_layouts()["national"]
    [project, *_] = draw_projects(layout, 2023)
    rows = [
        "\t".join(c.text if c else "" for c in r) for r in evaluation_form(project, layout).rows
    ]
    rows.insert(12, "")
    cover = "青原县水务局\n\n2023年度部门决算公开\n\n项目支出绩效自评表\n\n（2023年度）\n\n"
    found = parsed(tmp_path, (cover + "\n".join(rows) + "\n").encode(), "txt")
    agrees(found, [project], layout)
    assert told(found) == []


OTHER = "青原县水务局\n\n2023年度部门决算公开\n\n{title}\n\n{rows}\n"


@pytest.mark.parametrize(
    ("title", "rows", "code"),
    [
        ("项目支出绩效自评表", "序号\t内容\n1\t略", ["evaluation_unread"]),
        ("部门整体支出绩效自评表", "部门名称\t水务局\n一级指标\t三级指标\t实际完成值", []),
        ("项目绩效自评情况汇总表", "项目名称\t全年预算数\t全年执行数\t得分\n清淤\t3\t3\t10", []),
        ("项目支出绩效目标表", "项目名称\t清淤\n一级指标\t二级指标\t三级指标\t指标值", []),
    ],
)
def test_tables_beside_the_forms(tmp_path: Path, title: str, rows: str, code: list[str]) -> None:
    """What bears the title of a form and is none is signalled; other evaluations are no forms."""
    found = parsed(tmp_path, OTHER.format(title=title, rows=rows).encode(), "txt")
    assert found.projects == []
    assert told(found) == code
    assert len(found.cells) > 3


def test_an_unknown_label_is_signalled_with_its_place(tmp_path: Path) -> None:
    layout = evaluation_layouts()["national"]
    [project, *_] = draw_projects(layout, 2023)
    lines = [
        "\t".join(c.text if c else "" for c in r) for r in evaluation_form(project, layout).rows
    ]
    at = next(n for n, line in enumerate(lines) if "上年结转资金" in line)
    lines[at] = lines[at].replace("上年结转资金", "债券资金")
    cells = lines[at].split("\t")
    cells[-5:-3] = ["5.00", "5.00"]
    lines[at] = "\t".join(cells)
    found = parsed(
        tmp_path, OTHER.format(title="项目支出绩效自评表", rows="\n".join(lines)).encode(), "txt"
    )
    [funds] = [f for f in found.fundings if f.source == "unlisted"]
    assert (funds.source_label, funds.status) == ("债券资金", "read")
    said = [s for s in found.signals if s.form == "project_evaluation"]
    assert [(s.code, s.line_no) for s in said] == [("evaluation_left_over", funds.line_no)]


LOOSE = """青原县水务局

2023年度部门决算公开

第三部分 情况说明

本年度支出总计28.00万元。

第五部分 附件

河道清淤项目支出绩效自评表

项目名称：河道清淤工程

主管部门：青原县水务局

实施单位：青原县水务局

本年度支出总计30.00万元，执行数22.90万元。
"""


def test_a_form_without_rules_gives_no_facts_of_the_filing(tmp_path: Path) -> None:
    found = parsed(tmp_path, LOOSE.encode(), "txt")
    assert {f.value for f in found.facts} == {Decimal("28.00")}
    assert [s.sentence for s in found.unread_sentences] == []
    unread = [(s.code, s.line_no) for s in found.signals if s.form == "project_evaluation"]
    assert unread == [("evaluation_unread", 11)]


@pytest.mark.parametrize(
    ("title", "year"),
    [
        ("2023年度项目支出绩效自评表", 2023),
        ("2022年维稳经费项目支出绩效自评表", None),
        ("2022年维稳经费项目支出绩效自评表\n\n（2023年度）", 2023),
    ],
)
def test_the_year_of_the_form_is_not_that_in_a_project_s_name(
    tmp_path: Path, title: str, year: int | None
) -> None:
    [project, *_] = draw_projects(evaluation_layouts()["national"], 2023)
    form = evaluation_form(project, evaluation_layouts()["national"])
    rows = "\n".join("\t".join(c.text if c else "" for c in r) for r in form.rows)
    found = parsed(tmp_path, OTHER.format(title=title, rows=rows).encode(), "txt")
    assert [p.stated_year for p in found.projects] == [year]


WORDS = ["项目名称", "年度资金总额", "全年预算数", "全年执行数", "执行率", "一级指标", "三级指标",
         "实际完成值", "产出指标", "总分", "预期目标", "备注：略", "主要经验做法", "", "—", "7.31",
         "90%", "清淤", "（2023年度）"]  # fmt: skip


@given(st.lists(st.lists(st.sampled_from(WORDS), min_size=2, max_size=6), min_size=1, max_size=12))
@settings(max_examples=60)
def test_no_table_breaks_the_reader(rows: list[list[str]]) -> None:
    """Whatever a table holds, no number comes of none."""
    body = "\n".join("\t".join(cells) for cells in rows)
    text = OTHER.format(title="项目支出绩效自评表", rows=body)
    with tempfile.TemporaryDirectory() as folder:
        found = parsed(Path(folder), text.encode(), "txt")
    printed = {Decimal("7.31"), Decimal(90)} if "7.31" in text or "90%" in text else set()
    assert {v for f in found.fundings for v in money_of(f).values()} <= printed
    assert {i.weight for i in found.indicators} <= printed | {None}
