"""Archive and line items as Dagster runs them, with a toy parser: what is parsed, what stays."""

import errno
import fcntl
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import dagster as dg
import polars as pl
import pytest
import stub_parser

from ingest.batch import Batch, Result
from ingest.records import Source
from orchestration.assets.analytics import analytics
from orchestration.assets.ingest import REGION_YEARS, Again, archive, line_items
from orchestration.progress import Silent
from orchestration.resources import Warehouse
from orchestration.retries import retried
from warehouse.files import Busy
from warehouse.lake import Lake, Partition
from warehouse.quarantine import cases


@pytest.fixture(autouse=True)
def _here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Parse in this process, so that the stub can tell what it parsed."""

    def run(batch: Batch, sources: Iterable[Source]) -> Iterator[Result]:
        for source in sources:
            try:
                yield batch.parse(source)
            except Exception as error:  # noqa: BLE001 - as a worker does
                yield batch.failed(source, error)

    monkeypatch.setattr(Batch, "run", run)


class Killed(BaseException):
    """What nothing catches, as a kill."""


class Runs:
    """A warehouse of toy filings, and the runs on it."""

    def __init__(self, root: Path) -> None:
        self.instance = dg.DagsterInstance.ephemeral()
        self.home = str(root / "home")
        self.warehouse = Warehouse(home=self.home, jobs=1, parser="stub_parser")
        self.inbox = self.warehouse.place.inbox
        self.inbox.mkdir(parents=True)
        self.clock = 0

    def drop(self, path: str, text: str) -> None:
        self.clock += 1
        (self.inbox / path).write_text(text)
        os.utime(self.inbox / path, ns=(self.clock, self.clock))

    def run(self, partition: str | None = None, **again: object) -> list[str]:
        """The paths that one run parsed."""
        stub_parser.PARSED.clear()
        done = dg.materialize(
            [archive, line_items] if partition is None else [line_items],
            instance=self.instance,
            partition_key=partition,
            run_config={"ops": {"line_items": {"config": again}}},
            resources={"warehouse": self.warehouse, "progress": Silent()},
        )
        assert done.success
        return list(stub_parser.PARSED)

    def values(self) -> list[tuple[str, str]]:
        files = self.warehouse.lake.files("line_item")
        found = [pl.read_parquet(f, hive_partitioning=False) for f in files]
        paths = dict(self.warehouse.lake.landed().select("filing_id", "path").iter_rows())
        return sorted((paths[i], v) for f in found for i, v in f["filing_id", "raw_text"].rows())

    def reasons(self) -> list[tuple[str, str]]:
        return [(c["path"], c["reason"]) for c in cases(self.warehouse.place.quarantine)]

    def partitions(self) -> set[str]:
        return set(self.instance.get_dynamic_partitions(str(REGION_YEARS.name)))

    def materialised(self) -> set[str]:
        return set(self.instance.get_materialized_partitions(dg.AssetKey("line_items")))


@pytest.fixture
def runs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Runs:
    monkeypatch.setattr(stub_parser, "VERSION", ["1"])
    return Runs(tmp_path)


def test_only_what_is_new_is_parsed(runs: Runs) -> None:
    runs.drop("a", "2023 1404\nx\ny")
    runs.drop("b", "2022 1404\nz")
    assert runs.run() == ["a", "b"]
    assert runs.run() == []
    runs.drop("c", "2023 3201")
    assert runs.run() == ["c"]
    assert runs.values() == [("a", "x"), ("a", "y"), ("b", "z")]


def test_a_replaced_file_is_a_second_version(runs: Runs) -> None:
    runs.drop("a", "2023 1404\nx")
    runs.drop("b", "2023 1404\nz")
    runs.run()
    runs.drop("a", "2023 1404\nnew")
    assert runs.run() == ["a"]
    assert runs.values() == [("a", "new"), ("a", "x"), ("b", "z")]
    assert sorted(runs.warehouse.lake.landed()["arrival"]) == [1, 1, 2]


def test_changed_partitions_are_marked_and_no_others(runs: Runs) -> None:
    runs.drop("a", "2023 1404")
    runs.drop("b", "2022 1404")
    runs.run()
    assert runs.partitions() == runs.materialised() == {"2023-1404", "2022-1404"}
    runs.instance.wipe_assets([dg.AssetKey("line_items")])
    runs.drop("c", "2022 1404\nq")
    runs.run()
    assert runs.materialised() == {"2022-1404"}


def test_a_backfill_parses_its_partition_again(runs: Runs) -> None:
    runs.drop("a", "2023 1404\nx")
    runs.drop("b", "2022 1404\nz")
    runs.run()
    before = {file: file.read_bytes() for file in runs.warehouse.lake.files("line_item")}
    assert runs.run("2022-1404") == ["b"]
    assert {f: f.read_bytes() for f in runs.warehouse.lake.files("line_item")} == before


@pytest.mark.parametrize(
    ("again", "chosen"),
    [
        ({"first_year": 2022}, ["2022-1401", "2023-3201"]),
        ({"last_year": 2022}, ["2020-1404", "2021-3205", "2022-1401"]),
        ({"first_year": 2021, "last_year": 2022}, ["2021-3205", "2022-1401"]),
        ({"regions": ["14"]}, ["2020-1404", "2022-1401"]),
        ({"regions": ["320501", "1404"]}, ["2020-1404", "2021-3205"]),
    ],
)
def test_regions_and_years_choose_their_partitions(
    again: dict[str, object], chosen: list[str]
) -> None:
    there = ["2020-1404", "2021-3205", "2022-1401", "2023-3201"]
    config = Again.model_validate(again)
    assert [key for key in there if config.includes(Partition.of(key))] == chosen


def test_regions_and_years_are_parsed_again_in_one_run(runs: Runs) -> None:
    runs.drop("a", "2020 1404\nx")
    runs.drop("b", "2022 1401\nx")
    runs.drop("c", "2023 1401\nx")
    runs.run()
    assert runs.run(first_year=2020, last_year=2022, regions=["14"]) == ["a", "b"]


def test_a_part_without_filings_is_an_error(runs: Runs) -> None:
    runs.drop("a", "2020 1404\nx")
    with pytest.raises(dg.Failure, match=r"no filing has landed in .*2021"):
        runs.run(first_year=2021)


def test_what_a_crash_left_is_parsed_by_the_next_run(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in ("a", "b", "c", "d"):
        runs.drop(path, f"2023 1404\n{path}")
    merge = Lake.merge

    def merged_twice(lake: Lake, *rows: object) -> object:
        if stub_parser.PARSED[-1:] == ["c"]:
            raise Killed
        return merge(lake, *rows)  # type: ignore[arg-type]

    with monkeypatch.context() as patch:
        patch.setattr("orchestration.landing.CHUNK", 1)
        patch.setattr(Lake, "merge", merged_twice)
        with pytest.raises(Killed):
            runs.run()
    assert runs.run() == ["c", "d"]
    assert runs.values() == [("a", "a"), ("b", "b"), ("c", "c"), ("d", "d")]


@pytest.mark.parametrize(
    ("error", "tries"),
    [
        (Busy("another build"), 4),
        (OSError(errno.ESTALE, "stale"), 4),
        (OSError(errno.ENOSPC, "full"), 1),
        (ValueError("ours"), 1),
    ],
)
def test_a_retry_comes_where_waiting_helps_and_nowhere_else(error: Exception, tries: int) -> None:
    tried: list[int] = []

    @dg.asset
    def stumbling() -> None:
        with retried(wait_s=0):
            tried.append(1)
            raise error

    assert not dg.materialize([stumbling], raise_on_error=False).success
    assert len(tried) == tries


def test_the_analysis_too_waits_for_another_writer(tmp_path: Path) -> None:
    warehouse = Warehouse(home=str(tmp_path))
    with warehouse.place.lock.open("w") as other:
        fcntl.flock(other, fcntl.LOCK_EX)
        with pytest.raises(dg.RetryRequested):
            list(analytics(warehouse=warehouse, progress=Silent()))


def test_a_new_parser_reads_all_again(runs: Runs) -> None:
    runs.drop("a", "2023 1404")
    runs.drop("empty", "")
    assert runs.run() == ["a", "empty"]
    stub_parser.VERSION[0] = "2"
    assert runs.run() == ["a", "empty"]
    assert runs.run() == []


def test_an_override_moves_its_filing_and_reads_no_other(runs: Runs) -> None:
    runs.drop("a", "2023 1404\nx")
    runs.drop("b", "2023 1404")
    runs.run()
    runs.drop("filings.csv", "path,fiscal_year\na,2021\n")
    assert runs.run() == ["a"]
    assert runs.partitions() == {"2023-1404", "2021-1404"}
    assert runs.values() == [("a", "x")]
    assert runs.run() == []


def test_bad_files_are_quarantined_with_their_reason_and_read_once(runs: Runs) -> None:
    runs.drop("bad", "no year here")
    runs.drop("empty", "")
    runs.drop("good", "2023 1404")
    runs.drop("twin", "2023 1404")
    (runs.inbox / "link").symlink_to("/etc/hostname")
    assert runs.run() == ["bad", "empty", "good"]
    expected = [
        ("bad", "crashed"),
        ("empty", "empty_file"),
        ("link", "outside_archive"),
        ("twin", "duplicate"),
    ]
    assert runs.reasons() == expected
    assert runs.run() == []
    assert runs.reasons() == expected


def test_a_case_that_was_put_right_leaves_the_quarantine(runs: Runs) -> None:
    runs.drop("a", "2023 1404\nx")
    runs.drop("twin", "2023 1404\nx")
    runs.run()
    assert runs.reasons() == [("twin", "duplicate")]
    (runs.inbox / "twin").unlink()
    runs.run()
    assert runs.reasons() == []


def test_a_case_that_was_deleted_is_tried_again(runs: Runs) -> None:
    runs.drop("empty", "")
    runs.run()
    for file in runs.warehouse.place.quarantine.iterdir():
        file.unlink()
    assert runs.run() == ["empty"]
    assert runs.reasons() == [("empty", "empty_file")]


def test_a_filing_that_a_new_parser_refuses_leaves_the_lake(
    runs: Runs, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs.drop("a", "2023 1404\nx")
    runs.run()
    stub_parser.VERSION[0] = "2"
    monkeypatch.setattr(stub_parser, "_item", lambda *_: 1 / 0)
    runs.run()
    assert runs.values() == []
    assert runs.partitions() == set()
    assert runs.reasons() == [("a", "crashed")]


def test_another_inbox_takes_the_place_of_the_first(runs: Runs, tmp_path: Path) -> None:
    runs.drop("a", "2023 1404\nx")
    runs.run()
    other = tmp_path / "other"
    other.mkdir()
    (other / "b").write_text("2023 1404\ny")
    runs.warehouse = Warehouse(home=runs.home, inbox=str(other), jobs=1, parser="stub_parser")
    assert runs.run() == ["b"]
    assert runs.values() == [("b", "y")]
