"""The batch: order whatever the workers, and no file that stops the others."""

import subprocess
import time
from collections.abc import Generator, Iterator
from pathlib import Path

import pytest
from batch_stub import parse

from ingest.batch import Batch
from ingest.records import Override, Quarantined, Source


def sources(*paths: str) -> list[Source]:
    return [
        Source(path, Path(path), f"{n:064x}", 1, 1, Override(note=path))
        for n, path in enumerate(paths)
    ]


def reasons(batch: Batch, *paths: str) -> list[tuple[str, str]]:
    found = list(batch.run(sources(*paths)))
    assert all(isinstance(result, Quarantined) for result in found)
    return [(q.path, q.reason) for q in found if isinstance(q, Quarantined)]


@pytest.mark.parametrize("jobs", [1, 3])
def test_results_come_in_the_order_of_the_sources(jobs: int) -> None:
    paths = ["slow-0", *(f"fast-{n}" for n in range(30))]
    found = reasons(Batch(parse, "v", jobs=jobs), *paths)
    assert found == [(path, "not_a_filing") for path in paths]


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_hangs_is_stopped_and_the_rest_goes_on(jobs: int) -> None:
    began = time.monotonic()
    found = reasons(Batch(parse, "v", jobs=jobs, timeout_s=2), "a", "hang-1", "b", "c", "d")
    assert found == [
        ("a", "not_a_filing"),
        ("hang-1", "timeout"),
        ("b", "not_a_filing"),
        ("c", "not_a_filing"),
        ("d", "not_a_filing"),
    ]
    assert time.monotonic() - began < 60


def test_a_program_that_a_stopped_reader_started_is_stopped_with_it(tmp_path: Path) -> None:
    """As LibreOffice is: a process that starts others, in a group of its own."""
    written = tmp_path / "pid"
    hanging = Source("child-1", written, "0" * 64, 1, 1)
    (row,) = Batch(parse, "v", timeout_s=3).run([hanging])
    assert isinstance(row, Quarantined)
    assert row.reason == "timeout"
    grandchild = int(written.read_text())
    ends = time.monotonic() + 20
    while time.monotonic() < ends and running(grandchild):
        time.sleep(0.1)
    assert not running(grandchild)


def test_a_file_that_takes_all_memory_is_too_large() -> None:
    assert reasons(Batch(parse, "v"), "swell-1", "a") == [
        ("swell-1", "too_large"),
        ("a", "not_a_filing"),
    ]


def running(pid: int) -> bool:
    """Whether a process runs; one that is dead and only waits to be collected does not."""
    found = subprocess.run(
        ["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, text=True, check=False
    )
    return bool(found.stdout.strip()) and not found.stdout.startswith("Z")


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_file_that_kills_its_worker_is_told_from_its_neighbours(jobs: int) -> None:
    found = reasons(Batch(parse, "v", jobs=jobs), "a", "die-1", "b", "die-2", "c")
    assert found == [
        ("a", "not_a_filing"),
        ("die-1", "crashed"),
        ("b", "not_a_filing"),
        ("die-2", "crashed"),
        ("c", "not_a_filing"),
    ]


def test_our_own_error_is_the_same_row_whatever_the_workers() -> None:
    alone, pooled = (list(Batch(parse, "v7", jobs=n).run(sources("raise-1"))) for n in (1, 2))
    assert alone == pooled
    (row,) = alone
    assert isinstance(row, Quarantined)
    assert (row.reason, row.parser_version) == ("crashed", "v7")
    assert "KeyError: 'raise-1'" in row.message_en
    assert row.override_hash != ""


def test_only_a_window_of_sources_is_taken() -> None:
    taken = []

    def endless() -> Iterator[Source]:
        for n in range(10_000):
            taken.append(n)
            yield sources("a")[0]

    results = Batch(parse, "v", jobs=2).run(endless())
    next(results)
    assert isinstance(results, Generator)
    results.close()
    assert len(taken) < 50
