"""Readers query while releases swap: `uv run python -m bench.swap --seconds 60`.

A publisher releases a new version each `--every` seconds; readers, each a process, ask page after
page through `juesuan.connect`: three queries whose answers must be of one version, with sums known
from the version. `--unpinned` asks each query for itself, to show that mixtures would be seen.
Counts pages, failed queries, mixed pages, wrong sums, versions seen and how late they were seen.
Exit code 1 for a failure, a wrong sum or, where pages are pinned, a mixed page.
"""

from __future__ import annotations

import multiprocessing
import sys
import tempfile
import time
from dataclasses import dataclass, field
from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier
from pathlib import Path

import click
import duckdb
from rich.console import Console
from rich.table import Table

from juesuan import QueryError, Reader, connect
from warehouse.home import Home
from warehouse.release import publish

ROWS = 20_000
TABLES = ("income", "expenditure", "finding")
_PROCESSES = multiprocessing.get_context("spawn")
_ASK = "select min(version), max(version), sum(n), min(published_at) from marts.{}"


@dataclass
class Seen:
    """What one reader saw. `late_s`: how long after the release's making it was first read."""

    pages: int = 0
    mixed: int = 0
    wrong: int = 0
    failed: list[str] = field(default_factory=list)
    versions: set[int] = field(default_factory=set)
    late_s: float = 0.0
    slowest_s: float = 0.0


@click.command()
@click.option("--seconds", type=click.FloatRange(min=1), default=60.0, show_default=True)
@click.option("--readers", type=click.IntRange(min=1), default=8, show_default=True)
@click.option("--every", default=1.0, show_default=True, help="Seconds between releases.")
@click.option("--unpinned", is_flag=True, help="Each query for itself: mixtures are to be seen.")
def main(seconds: float, readers: int, every: float, *, unpinned: bool) -> None:
    """Query in a loop while releases swap, and count what went wrong."""
    with tempfile.TemporaryDirectory(prefix="swap") as folder:
        home = Home(Path(folder))
        release(home, 0)
        results: Queue[Seen] = _PROCESSES.Queue()
        ready = _PROCESSES.Barrier(readers + 1)
        args = (home.root, seconds, not unpinned, ready, results)
        started = [_PROCESSES.Process(target=_read, args=args) for _ in range(readers)]
        for process in started:
            process.start()
        ready.wait()
        published = _publish(home, seconds, every)
        seen = [results.get() for _ in started]
        for process in started:
            process.join()
    tell(seen, published)
    bad = any(one.failed or one.wrong or (one.mixed and not unpinned) for one in seen)
    sys.exit(1 if bad else 0)


def release(home: Home, version: int) -> None:
    """Publish a database that says its version in every row of three tables."""
    with duckdb.connect(home.build) as con:
        con.execute("create schema if not exists marts")
        for table in TABLES:
            con.execute(
                f"""create or replace table marts.{table} as
                select {version} as version, range + {version} as n,
                    {time.time()}::double as published_at from range({ROWS})"""  # noqa: S608
            )
    home.checked.touch()
    publish(home)


def tell(seen: list[Seen], published: int) -> None:
    """Print the counts of all readers."""
    table = Table("readers", "releases", "pages", "failed", "mixed", "wrong sums", "versions seen")
    table.add_column("latest seen, s")
    table.add_column("slowest page, s")
    table.add_row(
        *(str(n) for n in (len(seen), published, sum(one.pages for one in seen))),
        *(str(n) for n in (sum(len(one.failed) for one in seen), sum(one.mixed for one in seen))),
        str(sum(one.wrong for one in seen)),
        str(len(set().union(*(one.versions for one in seen)))),
        f"{max(one.late_s for one in seen):.1f}",
        f"{max(one.slowest_s for one in seen):.1f}",
    )
    Console(width=120).print(table)
    for one in seen:
        for what in one.failed[:3]:
            click.echo(what)


def _publish(home: Home, seconds: float, every: float) -> int:
    version, end = 0, time.monotonic() + seconds
    while (began := time.monotonic()) < end:
        version += 1
        release(home, version)
        time.sleep(max(0.0, every - (time.monotonic() - began)))
    return version


def _read(root: Path, seconds: float, pinned: bool, ready: Barrier, results: Queue[Seen]) -> None:  # noqa: FBT001
    seen = Seen()
    with connect(root) as reader:
        reader.query("select 1")
        ready.wait()
        end = time.monotonic() + seconds
        while (began := time.monotonic()) < end:
            try:
                _note(seen, _page(reader, pinned=pinned))
            except (QueryError, OSError) as error:
                seen.failed.append(f"{type(error).__name__}: {error}")
            seen.slowest_s = max(seen.slowest_s, time.monotonic() - began)
    results.put(seen)


def _page(reader: Reader, *, pinned: bool) -> list[tuple[int, int, int, float]]:
    asked = [_ASK.format(table) for table in TABLES]
    if not pinned:
        return [reader.query(sql).row(0) for sql in asked]
    with reader.page() as page:
        return [page.query(sql).row(0) for sql in asked]


def _note(seen: Seen, rows: list[tuple[int, int, int, float]]) -> None:
    seen.pages += 1
    versions = {version for low, high, _, _ in rows for version in (low, high)}
    seen.mixed += len(versions) > 1
    seen.wrong += any(n != ROWS * (ROWS - 1) // 2 + ROWS * low for low, _, n, _ in rows)
    if new := versions - seen.versions - {0}:  # the first was there before the readers
        seen.versions |= new
        seen.late_s = max(seen.late_s, time.time() - max(row[3] for row in rows))


if __name__ == "__main__":
    main()
