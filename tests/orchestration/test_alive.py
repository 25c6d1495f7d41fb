"""A run that was killed is found, one that lives is left alone: both as processes."""

import subprocess
import sys
from pathlib import Path

import dagster as dg
import pytest

from orchestration.alive import KILLED, bury
from orchestration.assets.transform import check_free
from orchestration.failures import of_run
from orchestration.run import instance_of
from warehouse.files import Busy
from warehouse.home import Home

LIVING = """
import sys, time
from pathlib import Path
from orchestration.alive import living
from warehouse.home import Home

with living(Home(Path(sys.argv[1])), sys.argv[2]):
    print("alive", flush=True)
    time.sleep(60)
"""


def start(home: Home, instance: dg.DagsterInstance) -> tuple[str, "subprocess.Popen[str]"]:
    """A run that is started for Dagster, and the process that holds its lock."""

    @dg.job
    def night() -> None: ...

    run = instance.create_run_for_job(night, status=dg.DagsterRunStatus.STARTED)
    command = [sys.executable, "-c", LIVING, str(home.root), run.run_id]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout
    assert process.stdout.readline() == "alive\n"
    return run.run_id, process


def test_a_killed_run_is_reported_and_a_living_one_is_not(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    with instance_of(home.dagster) as instance:
        killed, first = start(home, instance)
        lives, second = start(home, instance)
        try:
            assert bury(home, instance) == []
            first.kill()
            first.wait()
            assert bury(home, instance) == [killed]
            assert bury(home, instance) == []
            assert of_run(instance, killed) == (KILLED,)
            status = {run.run_id: run.status for run in instance.get_runs()}
            assert status == {
                killed: dg.DagsterRunStatus.FAILURE,
                lives: dg.DagsterRunStatus.STARTED,
            }
        finally:
            for process in (first, second):
                process.kill()
                process.wait()


def test_a_run_that_has_no_lock_yet_is_not_judged(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")

    @dg.job
    def night() -> None: ...

    with instance_of(home.dagster) as instance:
        instance.create_run_for_job(night, status=dg.DagsterRunStatus.STARTED)
        assert bury(home, instance) == []


def test_a_process_that_still_writes_the_build_is_waited_for(tmp_path: Path) -> None:
    file = tmp_path / "build.duckdb"
    holding = "import duckdb, sys; c = duckdb.connect(sys.argv[1]); print(1, flush=True); input()"
    command = [sys.executable, "-c", holding, str(file)]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE}
    with subprocess.Popen(command, text=True, **pipes) as left_behind:  # type: ignore[call-overload]
        assert left_behind.stdout.readline() == "1\n"
        with pytest.raises(Busy, match="lock"):
            check_free(file)
        left_behind.kill()
        left_behind.wait()
        check_free(file)
