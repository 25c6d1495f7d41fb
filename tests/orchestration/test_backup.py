"""The scripts that back up and restore a home: what readers, the archive, the next build find."""

from __future__ import annotations

import hashlib
import shutil
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
import stub_parser

from ingest import archive, manifest
from ingest.batch import Batch, Result
from ingest.records import Source
from orchestration.landing import land
from orchestration.progress import Silent
from orchestration.resources import Warehouse
from warehouse.files import locked
from warehouse.home import Home
from warehouse.load import load
from warehouse.reader import open_release
from warehouse.release import Release, publish

DEPLOY = Path(__file__).parents[2] / "orchestration" / "deploy"
pytestmark = pytest.mark.skipif(shutil.which("flock") is None, reason="no flock on the PATH")


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    def run(batch: Batch, sources: Iterable[Source]) -> Iterator[Result]:
        return (batch.parse(source) for source in sources)

    monkeypatch.setattr(Batch, "run", run)


def build(home: Home) -> Release:
    """A build without models: intake, landing, load, release."""
    warehouse = Warehouse(home=str(home.root), jobs=1, parser="stub_parser")
    archive.intake(home.inbox, home.archive)
    land(warehouse, Silent())
    load(home, warehouse.lake)
    home.checked.touch()
    return publish(home)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    """Two filings, one of them re-published, in two releases."""
    home = Home(tmp_path / "home")
    home.inbox.mkdir(parents=True)
    (home.inbox / "甲.txt").write_text("2022 1404\n1\n2")
    (home.inbox / "乙.txt").write_text("2023 1404\n3")
    (home.inbox / "filings.csv").write_text("path,note\n甲.txt,from the county\n")
    build(home)
    (home.inbox / "乙.txt").write_text("2023 1404\n3\n4")
    build(home)
    return home


def script(name: str, *said: Path) -> subprocess.CompletedProcess[str]:
    command = [str(DEPLOY / name), *map(str, said)]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_a_restored_home_is_read_at_once_and_built_to_the_same_release(
    home: Home, tmp_path: Path
) -> None:
    saved, other = tmp_path / "saved.tar", Home(tmp_path / "elsewhere" / "home")
    assert script("backup.sh", home.root, saved).returncode == 0
    entries, release = manifest.read(home.archive), home.current.resolve().name
    shutil.rmtree(home.root)
    done = script("restore.sh", saved, other.root)
    assert (done.returncode, done.stderr) == (0, "")
    assert not other.lake.exists()
    assert not other.build.exists()
    assert manifest.read(other.archive) == entries
    for entry in entries:
        content = (other.archive / entry.file).read_bytes()
        assert hashlib.sha256(content).hexdigest() == entry.sha256
    with open_release(other.current) as con:
        assert con.execute("select count(*) from raw.filing").fetchall() == [(3,)]
    stub_parser.PARSED.clear()
    again = build(other)
    assert sorted(stub_parser.PARSED) == ["乙.txt", "乙.txt", "甲.txt"]
    assert (again.is_new, again.file.name) == (False, release)


def test_nothing_is_restored_over_what_is_there(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "saved.tar"
    script("backup.sh", home.root, saved)
    before = sorted(home.root.rglob("*"))
    done = script("restore.sh", saved, home.root)
    assert done.returncode == 2
    assert "is not empty" in done.stderr
    assert sorted(home.root.rglob("*")) == before


def test_a_backup_waits_for_the_build(home: Home, tmp_path: Path) -> None:
    saved = tmp_path / "saved.tar"
    command = [str(DEPLOY / "backup.sh"), str(home.root), str(saved)]
    with locked(home.lock):
        waiting = subprocess.Popen(command)
        with pytest.raises(subprocess.TimeoutExpired):
            waiting.wait(0.5)
        assert not saved.exists()
    assert waiting.wait(60) == 0
    assert saved.exists()
