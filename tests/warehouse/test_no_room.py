"""A full disk and a folder that cannot be written to: one clear line, and the release stays."""

from __future__ import annotations

import errno
import os
import shutil
import subprocess
import sys
from collections import namedtuple
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from ingest import archive
from juesuan.cli import main
from orchestration import run
from orchestration.run import Outcome
from warehouse.home import Home
from warehouse.reader import open_release
from warehouse.release import current_release, publish, releases
from warehouse.room import FLOOR

MEGABYTE = 2**20
Usage = namedtuple("Usage", "total used free")


def build(home: Path) -> Result:
    inbox = home.parent / "inbox"
    inbox.mkdir(exist_ok=True)
    said = ["build", "--home", str(home), "--inbox", str(inbox)]
    return CliRunner().invoke(main, said, env={"JUESUAN_HOME": ""})


def one_line(result: Result) -> str:
    assert result.exit_code == 2
    assert result.stdout == ""
    (line,) = (line for line in result.stderr.splitlines() if " s  " not in line)
    assert line.endswith("nothing was published")
    return line


def with_no_room(code: str, *said: Path, file_size: int) -> None:
    """Run it in a process that may write no file larger than this; the system refuses."""
    limit = f"import resource; resource.setrlimit(resource.RLIMIT_FSIZE, ({file_size},) * 2)\n"
    start = f"{limit}import sys; from pathlib import Path; said = map(Path, sys.argv[1:])\n"
    command = [sys.executable, "-c", start + code, *map(str, said)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode
    assert os.strerror(errno.EFBIG) in done.stderr


def test_a_release_that_finds_no_room_leaves_the_old_one_and_no_half(tmp_path: Path) -> None:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    with duckdb.connect(home.build) as con:
        con.execute("create table t as select 1::double as n")
    home.checked.touch()
    first = publish(home).file
    with duckdb.connect(home.build) as con:
        con.execute("insert into t select hash(range)::double from range(500000)")
    code = """
from warehouse.home import Home
from warehouse.release import publish
publish(Home(*said))
"""
    with_no_room(code, home.root, file_size=MEGABYTE)
    assert current_release(home) == first
    assert list(home.releases.iterdir()) == [first]
    second = publish(home).file
    assert releases(home) == [first, second]
    with open_release(home.current) as con:
        assert con.execute("select count(*) from t").fetchall() == [(500_001,)]


def test_a_full_disk_is_no_fault_of_the_filing(tmp_path: Path) -> None:
    """It was taken for unreadable before: a release without the filing would have followed."""
    inbox, kept = tmp_path / "inbox", tmp_path / "archive"
    inbox.mkdir()
    (inbox / "决算.txt").write_bytes(b"x" * MEGABYTE)
    code = "from ingest import archive; archive.intake(*said)"
    with_no_room(code, inbox, kept, file_size=MEGABYTE // 2)
    assert [file for file in kept.rglob("*") if file.is_file()] == []
    assert archive.intake(inbox, kept).new == ("决算.txt",)


def test_too_little_room_is_told_before_the_build(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, FLOOR - MEGABYTE))
    said = one_line(build(tmp_path / "home"))
    assert "too little room for a build: 99 MB free, 100 MB needed" in said


@pytest.mark.parametrize(
    "failure",
    [
        OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), "x.part"),
        RuntimeError("(sqlite3.OperationalError) database or disk is full\n[SQL: \nINSERT"),
        Outcome(
            success=False,
            failed_checks=("a", "b"),
            errors=("dbt_models: dbt failed", f"x: IO Error: {os.strerror(errno.ENOSPC)}"),
            output="many\nlines\n",
            metadata={},
        ),
    ],
)
def test_a_disk_that_fills_during_the_build_is_told_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, failure: Exception | Outcome
) -> None:
    def fail(*_: object) -> Outcome:
        if isinstance(failure, Exception):
            raise failure
        return failure

    monkeypatch.setattr(run, "run_nightly", fail)
    said = one_line(build(tmp_path / "home"))
    assert "cannot be written to" in said
    assert "MB free now" in said


def test_any_failure_on_a_disk_without_room_is_told_as_that(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Outcome:
        monkeypatch.setattr(shutil, "disk_usage", lambda _: Usage(0, 0, 4096))
        raise RuntimeError("(sqlite3.OperationalError) disk I/O error")

    monkeypatch.setattr(run, "run_nightly", fail)
    assert "No space left on device (0 MB free now)" in one_line(build(tmp_path / "home"))


def test_another_failure_is_not_taken_for_a_full_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> Outcome:
        raise ZeroDivisionError

    monkeypatch.setattr(run, "run_nightly", fail)
    assert isinstance(build(tmp_path / "home").exception, ZeroDivisionError)


@pytest.fixture
def read_only(tmp_path: Path) -> Iterator[Path]:
    """A home in which nothing can be written: by its mode, or for root by a mount."""
    home = tmp_path / "home"
    home.mkdir()
    if os.geteuid():
        home.chmod(0o555)
        yield home
        home.chmod(0o755)
        return
    mount = ["mount", "-t", "tmpfs", "-o", "ro,size=1m", "none", str(home)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("root writes anywhere, and nothing can be mounted here")
    yield home
    subprocess.run(["umount", str(home)], check=True)


def test_a_read_only_home_is_told_in_one_line(read_only: Path) -> None:
    assert "home: cannot be written to: " in one_line(build(read_only))
