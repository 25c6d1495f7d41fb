"""The dbt models as assets, their tests as asset checks: a failed one stops the release."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
from dagster_dbt import DagsterDbtTranslator, DbtCliResource, DbtProject, dbt_assets

from orchestration.assets.raw import WRITER
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from orchestration.retries import retried
from orchestration.versions import PROJECT, models_version
from warehouse.files import Busy, write_whole
from warehouse.home import VARIABLE, Home


class BrokenProject(Exception):
    """dbt cannot parse the project: an error of ours, with dbt's own words."""


class _Groups(DagsterDbtTranslator):
    """Shows the models by their layer: staging, intermediate, marts, audit, seeds."""

    def get_group_name(self, dbt_resource_props: Mapping[str, Any]) -> str | None:
        """The group of a model or seed is the schema that it is built in."""
        schema = dbt_resource_props.get("config", {}).get("schema")
        return str(schema) if schema else None


def cli() -> DbtCliResource:
    """The dbt program of this environment, which need not be on the PATH."""
    return DbtCliResource(project_dir=PROJECT, dbt_executable=_executable())


def models(home: Home) -> dg.AssetsDefinition:
    """All seeds, models and tests of the project; its manifest is made where it is not current."""
    manifest = manifest_of(home)
    nodes = len(json.loads(manifest.read_text("utf-8"))["nodes"])

    @dbt_assets(
        manifest=manifest,
        project=DbtProject(PROJECT, target_path=home.dbt_target),
        pool=WRITER,
        dagster_dbt_translator=_Groups(),
    )
    def dbt_models(
        context: dg.AssetExecutionContext,
        dbt: DbtCliResource,
        warehouse: Warehouse,
        progress: dg.ResourceParam[Progress],
    ) -> Iterator[Any]:
        progress.stage("dbt", nodes)
        with retried(), warehouse.writing() as place:
            check_free(place.build)
            for mark in (place.tested, place.checked):
                mark.unlink(missing_ok=True)
            os.environ[VARIABLE] = str(place.root)
            invocation = dbt.cli(
                ["build", "--log-level-file", "info"],
                context=context,
                target_path=place.dbt_target,
            )
            for event in invocation.stream():
                progress.advance()
                yield event
            # Reached only when no model and no test failed.
            if not context.is_subset:
                place.tested.touch()

    return dbt_models


def manifest_of(home: Home) -> Path:
    """The project's manifest, made again when a file of the project changed.

    Raises:
        BrokenProject: dbt cannot parse it.
    """
    manifest, mark = home.dbt_target / "manifest.json", home.dbt_target / "parsed_from.txt"
    digest = models_version()
    if not (manifest.exists() and mark.exists() and mark.read_text() == digest):
        command = [_executable(), "parse", "--quiet", "--target-path", str(home.dbt_target)]
        environment = {**os.environ, VARIABLE: str(home.root), "DBT_LOG_PATH": str(home.dbt_target)}
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise BrokenProject(f"dbt cannot parse its project:\n{done.stdout}{done.stderr}")
        write_whole(mark, lambda beside: beside.write_text(digest))
    return manifest


def check_free(build: Path) -> None:
    """A run that was killed may leave a dbt behind, which goes on until it is done.

    Raises:
        Busy: it still writes.
    """
    try:
        duckdb.connect(build).close()
    except duckdb.IOException as error:
        raise Busy(str(error).splitlines()[0]) from error


def _executable() -> str:
    return str(Path(sys.executable).with_name("dbt"))
