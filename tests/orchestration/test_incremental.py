"""Nights in any sequence give what a full rebuild gives: the lake byte for byte, all raw rows."""

from __future__ import annotations

import csv
import os
import shutil
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path

import duckdb
import pytest
import stub_parser
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from ingest import archive
from ingest.batch import Batch, Result
from ingest.inbox import OVERRIDES_NAME
from ingest.records import Source
from orchestration.landing import land
from orchestration.progress import Silent
from orchestration.resources import Warehouse
from warehouse import quarantine
from warehouse.load import load

PATHS = ("a", "b", "县/a")
CONTENTS = ("2023 1404\nx\ny", "2023 1404\nz", "2022 1404\nx", "2023 3201", "", "unreadable")
TOLD = ("", "a,2021,", "a,,2024-01-01\nb,,2023-01-01", "县/a,2022,")

Step = tuple[str, ...]
DROP = st.tuples(st.just("drop"), st.sampled_from(PATHS), st.sampled_from(CONTENTS))
WITHDRAW = st.tuples(st.just("withdraw"), st.sampled_from(PATHS))
TELL = st.tuples(st.just("tell"), st.sampled_from(TOLD))
OTHER = st.sampled_from([("new parser",), ("backfill",), ("quiet",), ("clear quarantine",)])
NIGHTS = st.lists(
    st.lists(st.one_of(DROP, DROP, WITHDRAW, TELL, OTHER), max_size=3), min_size=2, max_size=5
)


@pytest.fixture(autouse=True, scope="module")
def _here() -> Iterator[None]:
    """Parse in this process, and do not wait for the disk: what is tested is no crash."""

    def run(batch: Batch, sources: Iterable[Source]) -> Iterator[Result]:
        for source in sources:
            try:
                yield batch.parse(source)
            except Exception as error:  # noqa: BLE001 - as a worker does
                yield batch.failed(source, error)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Batch, "run", run)
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(stub_parser, "VERSION", ["1"])
        yield


class Nights:
    """A warehouse that lives through a sequence of nights."""

    def __init__(self, root: Path) -> None:
        self.warehouse = Warehouse(home=str(root / "home"), jobs=1, parser="stub_parser")
        self.home = self.warehouse.place
        self.home.inbox.mkdir(parents=True)
        self.clock = 0

    def do(self, step: Step) -> None:
        match step:
            case ("drop", path, text):
                self.drop(path, text)
            case ("withdraw", path):
                (self.home.inbox / path).unlink(missing_ok=True)
            case ("tell", rows):
                self.drop(OVERRIDES_NAME, f"path,fiscal_year,published_on\n{rows}\n")
            case ("new parser",):
                stub_parser.VERSION[0] += "+"
            case ("clear quarantine",):
                shutil.rmtree(self.home.quarantine, ignore_errors=True)
            case ("backfill",):
                for partition in self.warehouse.lake.counts():
                    land(self.warehouse, Silent(), [partition])

    def drop(self, path: str, text: str) -> None:
        self.clock += 1
        file = self.home.inbox / path
        file.parent.mkdir(exist_ok=True)
        file.write_text(text)
        os.utime(file, ns=(self.clock, self.clock))

    def night(self) -> list[str]:
        """The paths that it parsed."""
        stub_parser.PARSED.clear()
        archive.intake(self.home.inbox, self.home.archive)
        land(self.warehouse, Silent())
        return list(stub_parser.PARSED)

    def rebuilt(self, root: Path) -> Warehouse:
        """A new warehouse of the same archive, all of it parsed at once."""
        fresh = Warehouse(home=str(root), jobs=1, parser="stub_parser")
        shutil.copytree(self.home.archive, fresh.place.archive)
        land(fresh, Silent())
        return fresh


def resting(warehouse: Warehouse) -> dict[str, bytes]:
    """All files of the lake and the quarantine."""
    home = warehouse.place
    return {
        file.relative_to(home.root).as_posix(): file.read_bytes()
        for folder in (home.lake, home.quarantine)
        for file in folder.rglob("*")
        if file.is_file()
    }


def exported(warehouse: Warehouse, folder: Path) -> dict[str, bytes]:
    """The raw tables, each as CSV, in the order in which they are loaded."""
    tables = load(warehouse.place, warehouse.lake)
    folder.mkdir()
    with duckdb.connect(warehouse.place.build, read_only=True) as con:
        for table in tables:
            con.execute(f"copy raw.{table} to '{folder / table}' (format csv)")
    return {table: (folder / table).read_bytes() for table in tables}


REPLACED_AND_BACK = [
    [("drop", "a", CONTENTS[0])],
    [("drop", "a", CONTENTS[1])],
    [("drop", "a", CONTENTS[0])],
]
TWINS_PART = [
    [("drop", "a", CONTENTS[0]), ("drop", "b", CONTENTS[0])],
    [("withdraw", "a")],
    [("drop", "a", CONTENTS[2]), ("tell", TOLD[2])],
]


@settings(max_examples=12, suppress_health_check=[HealthCheck.too_slow])
@example(nights=REPLACED_AND_BACK)
@example(nights=TWINS_PART)
@given(nights=NIGHTS)
def test_any_sequence_of_nights_equals_a_full_rebuild(nights: list[list[Step]]) -> None:
    stub_parser.VERSION[0] = "1"
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        lived = Nights(root)
        for steps in nights:
            for step in steps:
                lived.do(step)
            lived.night()
            assert lived.night() == []
        fresh = lived.rebuilt(root / "fresh")
        assert resting(lived.warehouse) == resting(fresh)
        assert exported(lived.warehouse, root / "x") == exported(fresh, root / "y")


def test_a_week_of_nights(tmp_path: Path) -> None:
    """The truth by hand: what each night parses, and which versions stand at its end."""
    stub_parser.VERSION[0] = "1"
    lived = Nights(tmp_path)
    week: list[tuple[list[Step], list[str]]] = [
        ([("drop", "a", CONTENTS[0]), ("drop", "b", CONTENTS[2])], ["a", "b"]),
        ([("quiet",)], []),
        ([("drop", "a", CONTENTS[1])], ["a"]),
        ([("withdraw", "b")], []),
        ([("drop", "b", CONTENTS[2])], []),
        ([("drop", "县/a", "unreadable")], ["县/a"]),
        ([("new parser",)], ["a", "a", "b", "县/a"]),
    ]
    for number, (steps, parsed) in enumerate(week):
        for step in steps:
            lived.do(step)
        assert (number, lived.night()) == (number, parsed)
    rows = exported(lived.warehouse, tmp_path / "x")["filing"].decode().splitlines()
    there = sorted((row["path"], row["arrival"]) for row in csv.DictReader(rows))
    assert there == [("a", "1"), ("a", "2"), ("b", "1")]
    cases = quarantine.cases(lived.home.quarantine)
    assert [(case["path"], case["reason"]) for case in cases] == [("县/a", "crashed")]
