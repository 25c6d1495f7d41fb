"""The metrics: what MetricFlow answers, against sums of the typed filings made by hand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml
from conftest import PROJECT, Query, Rows, home_of
from metricflow.engine.metricflow_engine import MetricFlowEngine, MetricFlowQueryRequest
from metricflow.protocols.sql_client import SqlEngine
from metricflow.sql.render.duckdb_renderer import DuckDbSqlPlanRenderer
from metricflow_semantics.model.dbt_manifest_parser import (
    parse_manifest_from_dbt_generated_manifest,
)
from metricflow_semantics.model.semantic_manifest_lookup import SemanticManifestLookup
from test_comparable import followed  # noqa: F401 (a fixture)

from orchestration.compile_audit import WANTED

Ask = Callable[..., Rows]
YEAR = "date_part('year', metric_time__year)"


class _Renderer:
    """All of a client that the engine needs to write SQL; the test runs it."""

    sql_engine_type = SqlEngine.DUCKDB
    sql_plan_renderer = DuckDbSqlPlanRenderer()


@pytest.fixture(scope="module")
def manifest(followed: Query, tmp_path_factory: pytest.TempPathFactory) -> Path:  # noqa: F811
    return home_of(tmp_path_factory, "comparable") / "target" / "semantic_manifest.json"


def asker(query: Query, manifest: Path) -> Ask:
    """Gives the rows of a metric query; `select` is what is wanted of its columns."""
    parsed = parse_manifest_from_dbt_generated_manifest(manifest.read_text("utf-8"))
    engine = MetricFlowEngine(SemanticManifestLookup(parsed), _Renderer())  # type: ignore[arg-type]

    def rows(select: str, metrics: list[str], by: list[str], where: str | None = None) -> Rows:
        request = MetricFlowQueryRequest.create(
            metric_names=metrics, group_by_names=by, where_constraints=[where] if where else None
        )
        sql = engine.explain(request).sql_statement.sql
        return query(f"select {select} from ({sql}) order by all")  # noqa: S608

    return rows


@pytest.fixture(scope="module")
def ask(followed: Query, manifest: Path) -> Ask:  # noqa: F811
    return asker(followed, manifest)


def test_the_question_of_the_readme(ask: Ask) -> None:
    """Spending by function class over years of one department, through a change of codes."""
    assert ask(
        f"{YEAR}, class__class_name, expenditure",
        ["expenditure"],
        ["metric_time__year", "class__class_name"],
        "{{ Dimension('department__department_name') }} = '青川原县信访局'",
    ) == [
        (2022, "一般公共服务支出", Decimal("90000.00")),
        (2023, "一般公共服务支出", Decimal("80000.00")),
        (2024, "一般公共服务支出", Decimal("70000.00")),
    ]


def test_units_are_not_counted_beside_the_department_that_contains_them(ask: Ask) -> None:
    """The department's 30 contain the 20 of its office and 10 of a school, alone in 2022."""
    name = "{{ Dimension('department__department_name') }}"
    education = f"{name} in ('青川原县教育局', '青川原县一中')"
    by = ["metric_time__year", "department__department_name"]
    said = f"{YEAR}, department__department_name"
    assert ask(f"{said}, expenditure", ["expenditure"], by, education) == [
        (2022, "青川原县一中", Decimal("90000.00")),
        (2023, "青川原县教育局", Decimal("300000.00")),
    ]
    assert ask(f"{said}, expenditure_as_filed", ["expenditure_as_filed"], by, education) == [
        (2022, "青川原县一中", Decimal("90000.00")),
        (2023, "青川原县一中", Decimal("100000.00")),
        (2023, "青川原县教育局", Decimal("300000.00")),
    ]


def test_shares_are_of_sums(ask: Ask) -> None:
    """All that is spent in these filings is basic: no project, a share of no value, not of zero."""
    by = ["metric_time__year"]
    assert ask(f"{YEAR}, departments, project_share", ["departments", "project_share"], by) == [
        (2018, 1, None),
        (2021, 1, None),
        (2022, 3, None),
        (2023, 4, None),
        (2024, 1, None),
    ]


def test_what_the_real_filing_prints(real: Query, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Income 233.67, expenditure 233.67, of it basic 149.34 and project 84.33; in 万元."""
    home = home_of(tmp_path_factory, "real")
    metrics = ["income", "expenditure", "appropriation_expenditure", "basic_expenditure"]
    metrics += ["project_expenditure"]
    [row] = asker(real, home / "target" / "semantic_manifest.json")(
        ", ".join(metrics),
        metrics,
        ["department__department_name"],
        "{{ Dimension('department__department_name') }} = '襄垣县信访局'",
    )
    printed = [Decimal(n) * 10_000 for n in ("233.67", "233.67", "233.67", "149.34", "84.33")]
    # 18 printed leaves of 0.01 万元 may miss their total by 19 * 50 yuan, no more.
    assert max(abs(a - b) for a, b in zip(row, printed, strict=True)) < 950


def test_every_metric_answers(ask: Ask, manifest: Path) -> None:
    metrics: list[dict[str, Any]] = json.loads(manifest.read_text("utf-8"))["metrics"]
    names = [metric["name"] for metric in metrics]
    assert len(names) >= 11
    for name in names:
        ask(name, [name], ["metric_time__year", "department__department_kind", "region"])


def test_years_come_from_the_filings_without_a_gap(followed: Query) -> None:  # noqa: F811
    assert followed(
        "select fiscal_year, year_start::varchar, n_filings from marts.dim_fiscal_year"
    ) == [
        (2018, "2018-01-01", 1),
        (2019, "2019-01-01", 0),
        (2020, "2020-01-01", 0),
        (2021, "2021-01-01", 1),
        (2022, "2022-01-01", 3),
        (2023, "2023-01-01", 6),
        (2024, "2024-01-01", 1),
    ]


def test_without_filings_there_are_no_years(empty: Query) -> None:
    assert empty("from marts.dim_fiscal_year") == []


def test_exposures_name_what_their_readers_read(empty: Query) -> None:
    text = (PROJECT / "models" / "semantic" / "exposures.yml").read_text("utf-8")
    named = {
        exposure["name"]: set(re.findall(r"ref\('(\w+)'\)", str(exposure["depends_on"])))
        for exposure in yaml.safe_load(text)["exposures"]
    }
    rows = empty("select table_name from duckdb_tables() where schema_name in ('marts', 'audit')")
    there = {name for (name,) in rows}
    assert named["check_command"] == set(WANTED)
    assert {name for name in there if name.startswith(("dim_", "fct_"))} <= named["research_panel"]
    assert named["research_panel"] <= there
    assert named["bi_dashboard"] < named["research_panel"]
