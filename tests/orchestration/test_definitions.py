"""What Dagster sees: assets, order, schedule, sensor; and which inbox is meant."""

from pathlib import Path

import dagster as dg
import pytest

from ingest import archive
from ingest.inbox import UnusableInbox
from orchestration.inbox import choose
from orchestration.jobs import inbox_sensor
from orchestration.pipeline import pipeline
from orchestration.resources import Warehouse
from warehouse.home import Home

OURS = {
    "archive",
    "line_items",
    "raw/filing",
    "raw/printed_table",
    "raw/line_item",
    "raw/cell",
    "raw/signal",
    "raw/paragraph",
    "raw/narrative_fact",
    "raw/unread_sentence",
    "raw/project_evaluation",
    "raw/project_funding",
    "raw/performance_indicator",
    "raw/project_text",
    "raw/quarantine",
    "raw/correction",
    "raw/lake_count",
    "raw/code_version",
    "analytics/yoy_change",
    "analytics/change_since",
    "analytics/growth_contribution",
    "analytics/staff_change",
    "analytics/measure",
    "analytics/measure_value",
    "analytics/peer_group",
    "analytics/benchmark",
    "analytics/outlier",
    "analytics/outlier_place",
    "release",
}
PUBLIC = {  # design.md, the public tables, as far as they are built now
    "marts/dim_filing",
    "marts/dim_region",
    "marts/dim_department",
    "marts/dim_function_code",
    "marts/dim_economic_code",
    "marts/dim_form",
    "marts/fct_income",
    "marts/fct_expenditure",
    "marts/fct_appropriation_expenditure",
    "marts/fct_basic_expenditure",
    "marts/fct_account_line",
    "marts/fct_three_public",
    "marts/fct_disclosure_statistic",
    "marts/fct_published_total",
    "marts/fct_narrative",
    "marts/fct_staffing",
    "audit/finding",
    "audit/filing_quality",
    "audit/unread",
    "audit/unread_sentence",
    "audit/quarantine",
}
DBT_SCHEMAS = {"seeds", "staging", "intermediate", "marts", "audit"}


@pytest.fixture(scope="module")
def defs(tmp_path_factory: pytest.TempPathFactory) -> dg.Definitions:
    return pipeline(Warehouse(home=str(tmp_path_factory.mktemp("defs"))))


def test_the_assets_are_ours_and_those_of_dbt(defs: dg.Definitions) -> None:
    keys = {key.to_user_string() for key in defs.resolve_asset_graph().get_all_asset_keys()}
    dbt = {key for key in keys if key.split("/")[0] in DBT_SCHEMAS}
    assert keys - dbt == OURS
    assert dbt >= PUBLIC


def test_data_flows_one_way(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()

    def parents(key: str) -> set[str]:
        found = graph.get(dg.AssetKey.from_user_string(key)).parent_keys
        return {parent.to_user_string() for parent in found}

    assert parents("archive") == set()
    assert parents("line_items") == {"archive"}
    assert parents("raw/quarantine") == {"line_items"}
    assert parents("analytics/benchmark") == {"intermediate/int_filer", "intermediate/int_figure"}
    assert PUBLIC | {"analytics/yoy_change", "analytics/benchmark"} <= parents("release")


def test_assets_are_grouped_by_layer(defs: dg.Definitions) -> None:
    graph = defs.resolve_asset_graph()
    groups = {graph.get(key).group_name for key in graph.materializable_asset_keys}
    assert groups == {
        "ingest", "raw", "seeds", "staging", "intermediate", "marts", "audit", "analytics",
        "release",
    }  # fmt: skip


def test_dbt_tests_are_asset_checks(defs: dg.Definitions) -> None:
    checked = {
        key.asset_key.to_user_string() for key in defs.resolve_asset_graph().asset_check_keys
    }
    assert checked >= {"marts/fct_expenditure", "marts/dim_filing", "audit/finding"}


def test_the_night_begins_at_two_in_shanghai(defs: dg.Definitions) -> None:
    schedule = defs.resolve_schedule_def("every_night")
    assert (schedule.cron_schedule, schedule.execution_timezone) == ("0 2 * * *", "Asia/Shanghai")
    selected = defs.resolve_job_def("nightly").asset_layer.executable_asset_keys
    assert {key.to_user_string() for key in selected} >= OURS
    later = defs.resolve_job_def("publish").asset_layer.executable_asset_keys
    assert {"archive", "line_items"}.isdisjoint(key.to_user_string() for key in later)


def look(warehouse: Warehouse, cursor: str | None) -> tuple[str | None, int]:
    resources = {"warehouse": warehouse}
    with dg.build_sensor_context(cursor=cursor, resources=resources) as context:
        result = inbox_sensor(context)
    if isinstance(result, dg.SensorResult):
        return result.cursor, len(result.run_requests or [])
    assert isinstance(result, dg.SkipReason)
    return cursor, 0


def test_the_sensor_builds_once_the_inbox_is_still(tmp_path: Path) -> None:
    warehouse = Warehouse(home=str(tmp_path))
    assert look(warehouse, None) == (None, 0)
    warehouse.place.inbox.mkdir()
    file = warehouse.place.inbox / "a.txt"
    file.write_text("half")
    cursor, runs = look(warehouse, None)
    assert runs == 0
    file.write_text("half and half")
    cursor, runs = look(warehouse, cursor)
    assert runs == 0
    cursor, runs = look(warehouse, cursor)
    assert runs == 1
    assert look(warehouse, cursor) == (cursor, 0)


def drop(folder: Path) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "a.txt").write_text(folder.name)
    return folder


def test_which_inbox_is_meant(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    assert choose(home, None).folder == home.sample
    other = drop(tmp_path / "other")
    assert choose(home, other).folder == other
    archive.intake(other, home.archive, choose(home, other).name)
    assert choose(home, None).folder == other
    drop(home.inbox)
    with pytest.raises(UnusableInbox, match="name one with --inbox"):
        choose(home, None)
    assert choose(home, home.inbox).name == "inbox"
    archive.intake(home.inbox, home.archive, "inbox")
    (home.inbox / "a.txt").unlink()
    assert choose(home, None).folder == home.inbox
