"""The publisher killed before each of its steps in turn: what is published is whole, old or new."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import duckdb

from warehouse.fingerprint import fingerprint
from warehouse.home import Home
from warehouse.release import current_release, publish, releases

PUBLISH = """
import os, sys
from pathlib import Path

from warehouse.home import Home
from warehouse.release import publish

# One process for all: each line is a step to die before, and gets the exit code for an answer.
for line in sys.stdin:
    left = int(line)
    child = os.fork()
    if child == 0:
        break
    print(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]), flush=True)
else:
    sys.exit()


def dying(step):
    def run(*args, **more):
        global left
        left -= 1
        if left < 0:
            os._exit(9)  # as a kill: nothing is caught, nothing is cleaned up
        return step(*args, **more)

    return run


for name in ("unlink", "chmod", "rename", "symlink_to", "replace", "mkdir"):
    setattr(Path, name, dying(getattr(Path, name)))
os.fsync = dying(os.fsync)
publish(Home(Path(sys.argv[1])))
os._exit(0)
"""


def version(home: Home, number: int) -> None:
    with duckdb.connect(home.build) as con:
        con.execute(f"create or replace table t as select {number} as n from range(1000)")  # noqa: S608
    home.checked.touch()


def published(home: Home) -> set[int]:
    """The versions in the current release, which holds what its name says; none without one."""
    file = current_release(home)
    if file is None:
        return set()
    with duckdb.connect() as con:
        con.execute(f"attach '{file}' as there (read_only)")
        assert file.stem.endswith(fingerprint(con, "there"))
        return {n for (n,) in con.execute("select distinct n from there.t").fetchall()}


def test_whenever_it_is_killed_the_release_is_whole_and_the_next_run_succeeds(
    tmp_path: Path,
) -> None:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    seen = []
    command = [sys.executable, "-c", PUBLISH, str(home.root)]
    pipe = subprocess.PIPE
    publisher = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True)
    for step in range(60):
        version(home, step)
        before = published(home)
        assert publisher.stdin
        assert publisher.stdout
        publisher.stdin.write(f"{step}\n")
        publisher.stdin.flush()
        code = int(publisher.stdout.readline())
        after = published(home)
        assert after in (before, {step})
        seen.append(after == {step})
        if code == 0:
            break
        assert code == 9
        publish(home)
        assert published(home) == {step}
        assert not list(home.releases.glob("*.part*"))
    publisher.communicate()
    assert code == 0
    assert seen[0] is False  # before the first step
    assert len(seen) > 8  # it has more steps than that, and each was killed
    assert seen == sorted(seen)  # one step makes the new release the current one
    assert 1 < seen.count(True) < len(seen)  # some steps come after it
    assert current_release(home) == releases(home)[-1]
