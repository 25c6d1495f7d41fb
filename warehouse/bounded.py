"""Queries on the current release that can harm nobody: `connect`, pages, limits of time and size.

The SQL runs in a process of its own (`warehouse.worker`). A page is any number of queries that see
one and the same release, whatever is published meanwhile.
"""

from __future__ import annotations

import json
import pickle
import subprocess
import sys
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

import polars as pl

from warehouse.home import Home
from warehouse.worker import Request

_TRIES = 5
"""How often a release may be gone before it is opened: the link is followed anew."""


class QueryError(Exception):
    """The query was not answered; the message says why. The reader goes on."""


class NotAllowed(QueryError):
    """It is not one SELECT, or it reaches for files, settings or the network."""


class TooMuch(QueryError):
    """It needs more time, memory or rows than it may have."""


class Page:
    """Queries that see one release."""

    def __init__(self, reader: Reader, file: Path) -> None:
        self._reader = reader
        self._file = file

    @property
    def release(self) -> str:
        """The id of the release, to be shown beside the numbers."""
        return self._file.stem

    def query(self, sql: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
        """The rows of one SELECT; `?` or `$1` stand for the parameters.

        Raises:
            NotAllowed: it is no SELECT, several, or one that would do more than read the release.
            TooMuch: it takes more than the reader's limits.
            QueryError: DuckDB cannot run it.
        """
        return self._reader.ask(self._file, sql, parameters)


class Reader:
    """A reader of the current release, and of the next one once it is published.

    Threads may share it; their queries then wait for each other.
    """

    def __init__(self, link: Path, seconds: float, megabytes: int, max_rows: int) -> None:
        self._link = link
        self._limits = (seconds, megabytes, max_rows)
        self._worker: subprocess.Popen[bytes] | None = None
        self._one_at_a_time = threading.Lock()

    def __enter__(self) -> Reader:
        """Itself."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """End its process."""
        self.close()

    def close(self) -> None:
        """End its process; another query would start a new one."""
        with self._one_at_a_time:
            self._end()

    @contextmanager
    def page(self) -> Iterator[Page]:
        """Queries that see one release, the current one.

        Raises:
            FileNotFoundError: nothing is released.
        """
        yield Page(self, self._opened())

    def query(self, sql: str, parameters: Sequence[object] = ()) -> pl.DataFrame:
        """The rows of one SELECT on the current release; see `Page.query`."""
        with self.page() as page:
            return page.query(sql, parameters)

    def ask(self, file: Path, sql: str, parameters: Sequence[object]) -> pl.DataFrame:
        """The rows of one SELECT on this release; see `Page.query`."""
        seconds, megabytes, max_rows = self._limits
        with self._one_at_a_time:
            worker = self._alive()
            late = threading.Event()
            clock = threading.Timer(seconds, _stop, (worker, late))
            clock.start()
            try:
                return _exchange(worker, Request(file, sql, tuple(parameters), max_rows))
            except TooMuch:
                self._end()
                raise
            except _Dead as dead:
                self._end()
                if late.is_set():
                    raise TooMuch(f"the query takes more than {seconds:g} seconds") from None
                if worker.returncode < 0:
                    raise TooMuch(f"the query needs more than {megabytes} MB of memory") from None
                raise QueryError(f"the process that runs queries ended: {dead}") from None
            finally:
                clock.cancel()

    def _opened(self) -> Path:
        for _ in range(_TRIES):
            file = self._link.resolve(strict=True)
            try:
                self.ask(file, "select 1", ())
            except _Gone:
                continue
            return file
        raise FileNotFoundError(f"{self._link}: its releases are gone before they can be opened")

    def _alive(self) -> subprocess.Popen[bytes]:
        if self._worker is None or self._worker.poll() is not None:
            command = [sys.executable, "-m", "warehouse.worker", str(self._limits[1])]
            pipe = subprocess.PIPE
            self._worker = subprocess.Popen(command, stdin=pipe, stdout=pipe)
            # It says a line when its imports are done: they are no part of the query's time.
            if not (self._worker.stdout and self._worker.stdout.readline()):
                self._worker.wait()
        return self._worker

    def _end(self) -> None:
        if self._worker:
            self._worker.kill()
            self._worker.communicate()
            self._worker = None


class _Gone(QueryError):
    """The release was removed before it was opened."""


class _Dead(Exception):
    """The process that runs queries gave no answer."""


def connect(
    home: Path | str | None = None,
    *,
    seconds: float = 60.0,
    megabytes: int = 2_048,
    max_rows: int = 1_000_000,
) -> Reader:
    """Open a warehouse for SQL that may come from anyone.

    Args:
        home: its folder; else `JUESUAN_HOME`, or `warehouse/data`.
        seconds: the longest that a query may take.
        megabytes: the memory that DuckDB may use; the process that runs it gets 2 GB more.
        max_rows: the most rows that a query may return.
    """
    return Reader(Home.find(Path(home) if home else None).current, seconds, megabytes, max_rows)


def _stop(worker: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    worker.kill()


def _exchange(worker: subprocess.Popen[bytes], request: Request) -> pl.DataFrame:
    if worker.stdin is None or worker.stdout is None:
        raise _Dead("it has no pipes")
    try:
        worker.stdin.write(pickle.dumps(request))
        worker.stdin.flush()
    except BrokenPipeError:
        raise _Dead("no request reached it") from None
    said = worker.stdout.readline()
    if not said.endswith(b"\n"):
        raise _Dead("no answer came")
    answer = json.loads(said)
    if "error" in answer:
        raise _ERRORS.get(answer["error"], QueryError)(answer["message"])
    rows = worker.stdout.read(answer["bytes"])
    if len(rows) < answer["bytes"]:
        raise _Dead("half an answer came")
    return pl.read_ipc_stream(rows)


_ERRORS: dict[str, type[QueryError]] = {
    "Gone": _Gone,
    "Refused": NotAllowed,
    "PermissionException": NotAllowed,
    "OutOfMemoryException": TooMuch,
    "MemoryError": TooMuch,
    "TooLarge": TooMuch,
}
