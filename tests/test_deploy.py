"""The example files for running a warehouse agree with the code that they run."""

from __future__ import annotations

import re
from importlib.metadata import entry_points, requires
from pathlib import Path

import yaml

from orchestration import channels
from warehouse import home

ROOT = Path(__file__).parent.parent
DEPLOY = ROOT / "orchestration" / "deploy"


def test_postgres_changes_where_dagster_keeps_its_record_and_nothing_else() -> None:
    plain = yaml.safe_load((ROOT / "orchestration" / "dagster.yaml").read_text("utf-8"))
    other = yaml.safe_load((DEPLOY / "dagster-postgres.yaml").read_text("utf-8"))
    assert list(other.pop("storage")) == ["postgres"]
    assert other == plain


def test_units_start_programs_that_are_there() -> None:
    programs = {point.name for point in entry_points(group="console_scripts")}
    for unit in DEPLOY.glob("*.service"):
        text = unit.read_text("utf-8")
        (program,) = re.findall(r"^ExecStart=/opt/juesuan/.venv/bin/(\S+)", text, re.MULTILINE)
        assert program in programs
        assert "EnvironmentFile=/etc/juesuan.env" in text


def test_the_environment_names_what_is_read() -> None:
    text = (DEPLOY / "juesuan.env").read_text("utf-8")
    named = set(re.findall(r"^#?([A-Z_]+)=", text, re.MULTILINE))
    postgres = set(re.findall(r"env: (\w+)", (DEPLOY / "dagster-postgres.yaml").read_text("utf-8")))
    assert named == {home.VARIABLE, channels.VARIABLE, "DAGSTER_HOME", "DO_NOT_TRACK", *postgres}


def test_the_versions_of_the_page_are_those_that_are_pinned() -> None:
    page = (DEPLOY / "README.md").read_text("utf-8")
    (wanted,) = re.findall(r"dagster-postgres==([\d.]+)", page)
    pins = [pin for pin in requires("juesuan") or () if pin.startswith("dagster-dbt==")]
    assert pins == [f"dagster-dbt=={wanted}"]  # Dagster's integrations share their number
