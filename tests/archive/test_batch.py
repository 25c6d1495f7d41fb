"""The batch: order whatever the workers, and no file that stops the others."""

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


def test_a_file_that_hangs_is_stopped_and_the_rest_goes_on() -> None:
    began = time.monotonic()
    found = reasons(Batch(parse, "v", jobs=2, timeout_s=2), "a", "hang-1", "b", "c", "d")
    assert found == [
        ("a", "not_a_filing"),
        ("hang-1", "timeout"),
        ("b", "not_a_filing"),
        ("c", "not_a_filing"),
        ("d", "not_a_filing"),
    ]
    assert time.monotonic() - began < 60


def test_a_file_that_kills_its_worker_is_told_from_its_neighbours() -> None:
    found = reasons(Batch(parse, "v", jobs=2), "a", "die-1", "b", "die-2", "c")
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
