"""A reader who is another user of the machine: queries the release, and can change nothing."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import duckdb
import pytest

from warehouse.home import Home
from warehouse.release import publish

pytestmark = pytest.mark.skipif(os.geteuid() != 0, reason="only root can become another user")

NOBODY = 65534
AS_NOBODY = f"""
import os, sys
from pathlib import Path

import duckdb

from warehouse.home import Home
from warehouse.reader import open_release

home = Home(Path(sys.argv[1]))
file = home.current.resolve()
own = Path(sys.argv[2])
os.setgroups([])
os.setgid({NOBODY})
os.setuid({NOBODY})
with open_release(home.current) as con:
    print(con.execute("from t").fetchall())
for attempt in (
    lambda: file.open("r+b"),
    lambda: file.chmod(0o666),
    lambda: file.unlink(),
    lambda: file.rename(file.with_name("moved")),
    lambda: file.with_name("new").write_text("x"),
    lambda: home.current.unlink(),
    lambda: own.replace(home.current),
    lambda: duckdb.connect(file).execute("create table mine as select 1"),
    lambda: duckdb.connect().execute(f"copy (select 1) to '{{file}}'"),
):
    try:
        attempt()
    except (PermissionError, duckdb.Error):
        print("refused")
    else:
        print("DONE")
"""


@pytest.fixture
def place() -> Iterator[Path]:
    """A folder that everybody may enter; pytest's own are closed to others."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


def test_another_user_reads_and_changes_nothing(place: Path) -> None:
    home = Home(place / "home")
    home.root.mkdir()
    with duckdb.connect(home.build) as con:
        con.execute("create table t as select 7 as n")
    home.checked.touch()
    file = publish(home).file
    before = file.read_bytes()
    theirs = place / "theirs"
    theirs.mkdir()
    (theirs / "forged").write_bytes(before)
    os.chown(theirs, NOBODY, NOBODY)
    command = [sys.executable, "-c", AS_NOBODY, str(home.root), str(theirs / "forged")]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert done.stdout.splitlines() == ["[(7,)]", *["refused"] * 9]
    assert sorted(path.name for path in home.releases.iterdir()) == [file.name]
    assert file.read_bytes() == before
    assert home.current.resolve() == file
