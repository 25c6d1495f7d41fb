"""What `bench.crash` kills: a whole build, the steps around the models, and the release alone.

Each is a program of its own, in its own process group, so that its workers and its dbt die with it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb

from warehouse.home import Home
from warehouse.release import publish

Running = subprocess.Popen[bytes]
TABLES = ("a", "b", "c")
"""Tables of the release job: each says the round, so that a mixture shows."""
ROWS = 200_000


def start_build(home: Home, inbox: Path, log: Path) -> Running:
    """The command, as a person or a timer starts it; what it says goes to `log`."""
    said = ["--home", str(home.root), "--inbox", str(inbox), "--jobs", "2"]
    return _start(log, "juesuan", "build", *said)


def start_steps(home: Home, inbox: Path, started: Path, log: Path) -> Running:
    """Archive, parse, load and release, with a stand-in for the models."""
    return _start(log, __name__, "steps", str(home.root), str(inbox), str(started))


def start_release(home: Home, round_no: int, started: Path, log: Path) -> Running:
    """The release of a database that says `round_no` in every table."""
    return _start(log, __name__, "release", str(home.root), str(round_no), str(started))


def _start(log: Path, module: str, *said: str) -> Running:
    with log.open("wb") as out:
        command = [sys.executable, "-m", module, *said]
        return subprocess.Popen(command, stdout=out, stderr=out, start_new_session=True)


def _steps(root: Path, inbox: Path, started: Path) -> None:
    from ingest import archive
    from juesuan.terminal import Terminal
    from orchestration.landing import land
    from orchestration.resources import Warehouse
    from warehouse.load import load

    warehouse = Warehouse(home=str(root), inbox=str(inbox), jobs=2)
    started.touch()
    with warehouse.writing() as home, Terminal() as progress:
        progress.stage("archive")
        archive.intake(inbox, home.archive, str(inbox))
        land(warehouse, progress)
        progress.stage("load")
        load(home, warehouse.lake)
        with duckdb.connect(home.build) as con:
            con.execute("create schema marts; create table marts.item as from raw.line_item")
        home.checked.touch()
        progress.stage("release")
        publish(home)


def _release(root: Path, round_no: int, started: Path) -> None:
    home = Home(root)
    root.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(home.build) as con:
        con.execute("create schema if not exists marts")
        for table in TABLES:
            rows = f"select {round_no} as round_no, range as n from range({ROWS})"  # noqa: S608
            con.execute(f"create or replace table marts.{table} as {rows}")
    home.checked.touch()
    started.touch()
    publish(home)


if __name__ == "__main__":
    job, first, second, third = sys.argv[1:]
    if job == "steps":
        _steps(Path(first), Path(second), Path(third))
    else:
        _release(Path(first), int(second), Path(third))
