"""A built warehouse a kind of input: `dbt build` on a temporary home, once each."""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import duckdb
import pytest
from filelock import FileLock
from hard_filings import HARD
from random_filings import random_filings
from raw_schema import RawFiling, truth, write

from ingest.corrections import Correction
from ingest.parse import parse
from ingest.records import ParsedFiling, Source

PROJECT = Path(__file__).parents[2] / "dbt_project"
FILINGS = Path(__file__).parents[3] / "shared" / "filings"

XIANGYUAN = RawFiling("a" * 16, [], unit="襄垣县信访局", scope="unit")
PUTUO = RawFiling("b" * 16, [], 2024, "310107", "上海市普陀区规划和自然资源局")

Rows = list[tuple[Any, ...]]
Query = Callable[[str], Rows]


def run_dbt(home: Path, *arguments: str) -> tuple[dict[str, str], str]:
    """Runs dbt on a home: each node's status, and what was printed.

    In a process of its own: inside this one dbt would keep the database open.
    """
    aside = ["--target-path", str(home / "target"), "--log-path", str(home / "logs")]
    where = ["--project-dir", str(PROJECT), "--profiles-dir", str(PROJECT), "--quiet"]
    command = [sys.executable, "-m", "dbt.cli.main", *arguments, *where, *aside]
    done = subprocess.run(
        command,
        env={**os.environ, "JUESUAN_HOME": str(home)},
        cwd=PROJECT,
        capture_output=True,
        text=True,
        check=False,
    )
    said = done.stdout + done.stderr
    assert done.returncode in (0, 1), said
    results = json.loads((home / "target" / "run_results.json").read_text(encoding="utf-8"))
    return {r["unique_id"]: r["status"] for r in results["results"]}, said


def dbt(home: Path, *arguments: str) -> list[str]:
    """Runs dbt on a home and returns the nodes that did not succeed."""
    good = ("success", "pass", "no-op")
    statuses, _ = run_dbt(home, *arguments)
    return sorted(node for node, status in statuses.items() if status not in good)


def query(home: Path, sql: str) -> Rows:
    """The rows of a query on the built file."""
    with duckdb.connect(str(home / "build.duckdb"), read_only=True) as connection:
        return connection.execute(sql).fetchall()


def home_of(factory: pytest.TempPathFactory, name: str) -> Path:
    """The home of a built warehouse, the same for all workers of a test run."""
    root = factory.getbasetemp()
    return (root.parent if "PYTEST_XDIST_WORKER" in os.environ else root) / name


def built(
    factory: pytest.TempPathFactory,
    name: str,
    filings: list[RawFiling],
    corrections: Iterable[Correction] = (),
) -> Query:
    """A query on the warehouse of these filings, built once for all workers of a test run."""
    home = home_of(factory, name)
    report = home.with_suffix(".json")
    with FileLock(f"{home}.lock"):
        if not report.exists():
            write(home, filings, corrections=corrections)
            report.write_text(json.dumps(dbt(home, "build")), encoding="utf-8")
    assert json.loads(report.read_text(encoding="utf-8")) == []
    return lambda sql: query(home, sql)


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Query:
    """A warehouse without a filing."""
    return built(tmp_path_factory, "empty", [])


@pytest.fixture(scope="session")
def real(tmp_path_factory: pytest.TempPathFactory) -> Query:
    """A warehouse of the two real filings, where they are at hand."""
    if not FILINGS.is_dir():
        pytest.skip("the real filings are not here")
    names = {"xiangyuan-xinfangju-2023": XIANGYUAN, "putuo-guiziju-2024": PUTUO}
    filings = [truth(FILINGS / f"{name}.truth.csv", raw) for name, raw in names.items()]
    return built(tmp_path_factory, "real", filings)


@pytest.fixture(scope="session")
def hard(tmp_path_factory: pytest.TempPathFactory) -> Query:
    """A warehouse of filings that contradict themselves or lack something, and of random ones."""
    return built(tmp_path_factory, "hard", HARD + random_filings(150))


REAL_TEXT = "xiangyuan-xinfangju-2023.txt"
"""The real filing with its whole text; what the analysis takes of it, and no more, is built."""
TAKEN_BY_THE_ANALYSIS = (
    "int_filer", "int_figure", "int_stated_prior", "int_code_move", "dim_department_succession",
    "fct_staffing",
)  # fmt: skip


@pytest.fixture(scope="session")
def real_text(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The home of the real text filing alone: no other year of its department is there."""
    path = FILINGS / REAL_TEXT
    if not path.exists():
        pytest.skip("the real filings are not here")
    home = home_of(tmp_path_factory, "real_text")
    report = home.with_suffix(".json")
    with FileLock(f"{home}.lock"):
        if not report.exists():
            data = path.read_bytes()
            sha256 = hashlib.sha256(data).hexdigest()
            filing = parse(Source(path.name, path, sha256, len(data), arrival=1))
            assert isinstance(filing, ParsedFiling)
            write(home, [], parsed=[filing])
            plain = ["--resource-type", "model", "--resource-type", "seed"]
            wanted = [f"+{model}" for model in TAKEN_BY_THE_ANALYSIS]
            report.write_text(json.dumps(dbt(home, "build", *plain, "--select", *wanted)))
    assert json.loads(report.read_text(encoding="utf-8")) == []
    return home
