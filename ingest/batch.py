"""Many files at once: worker processes parse, the results come in the order of the sources.

A file that hangs or kills its worker is quarantined and the rest goes on; only a window of
files is under way at a time, so memory stays bounded. Nothing is written here.
"""

from __future__ import annotations

import gc
import multiprocessing
import os
import resource
import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import dataclass
from types import FrameType

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from ingest.parse import override_hash
from ingest.records import ParsedFiling, Quarantined, Source

Result = ParsedFiling | Quarantined
Parse = Callable[[Source], Result]

TIMEOUT_S = 300.0
MEMORY = 4 * 2**30
_WINDOW = 4
"""Files under way for each worker: enough that none waits, few enough to hold in memory."""
_FILES_PER_WORKER = 500
"""A worker is replaced after so many files, so that what a native library leaks is given back."""


@dataclass(frozen=True, slots=True)
class Batch:
    """How to parse many files.

    Args:
        parse: one source to its rows; a function of a module, so that workers can import it.
        parser_version: written into the quarantine rows made here.
        jobs: worker processes; with 1 too, so that no file can hang or kill this process.
        timeout_s: the longest that one file may take.
        memory: the most bytes that a worker may hold; a file that needs more is not read.
    """

    parse: Parse
    parser_version: str
    jobs: int = 1
    timeout_s: float = TIMEOUT_S
    memory: int = MEMORY

    def run(self, sources: Iterable[Source]) -> Iterator[Result]:
        """One result a source, in their order, whatever the number of workers."""
        # Not fork: this process may run threads (Dagster, polars) whose locks a fork would copy.
        context = multiprocessing.get_context("forkserver")
        pool = ProcessPool(self.jobs, _FILES_PER_WORKER, _prepare, (self.memory,), context=context)
        under_way: deque[tuple[Source, ProcessFuture[Result]]] = deque()
        try:
            for source in sources:
                future = pool.schedule(
                    _stoppable, args=(self.parse, source), timeout=self.timeout_s
                )
                under_way.append((source, future))
                if len(under_way) >= self.jobs * _WINDOW:
                    yield self._result(*under_way.popleft())
            while under_way:
                yield self._result(*under_way.popleft())
        finally:
            pool.stop()  # type: ignore[no-untyped-call]
            pool.join()

    def _result(self, source: Source, future: ProcessFuture[Result]) -> Result:
        try:
            return future.result()
        except Exception as error:  # noqa: BLE001 - one file never stops a night
            return self.failed(source, error)

    def failed(self, source: Source, error: Exception) -> Quarantined:
        """The row of a file whose parsing raised an error, or ended without a result."""
        reason, en, zh = self._reason(error)
        return Quarantined(
            path=source.path,
            sha256=source.sha256,
            reason=reason,
            message_en=f"{source.path}: {en}",
            message_zh=f"{source.path}：{zh}",
            parser_version=self.parser_version,
            override_hash=override_hash(source.override),
        )

    def _reason(self, error: Exception) -> tuple[str, str, str]:
        if isinstance(error, TimedOut):
            limit = f"{self.timeout_s:g}"
            return "timeout", f"not read within {limit} s", f"{limit} 秒内未能读完"
        if isinstance(error, MemoryError):
            limit = f"{self.memory / 2**30:g}"
            return (
                "too_large",
                f"needs more than {limit} GiB of memory; split the file",
                f"读取所需内存超过 {limit} GiB，请拆分文件",
            )
        if isinstance(error, ProcessExpired):
            return "crashed", "its reader died", "读取进程异常退出"
        what = f"{type(error).__name__}: {error}"
        return "crashed", f"its reader failed, which is our error: {what}", f"读取程序出错：{what}"


def collect_seldom() -> None:
    """Have garbage looked for more rarely: reading makes many rows and hardly a cycle.

    What is loaded already stays for good and is never looked through again.
    """
    gc.freeze()
    gc.set_threshold(20_000, 20, 50)


def _prepare(memory: int) -> None:
    """Make a fresh process a worker."""
    _limit_memory(memory)
    collect_seldom()


def _limit_memory(most: int) -> None:
    """What a worker asks for beyond this raises `MemoryError`, before the machine suffers."""
    resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _stoppable(parse: Parse, source: Source) -> Result:
    """Parse in a worker; when its time is up it cleans up before it goes.

    The signal becomes an exception, so that what waits for a program ends that program's whole
    process group and temporary folders are removed.
    """
    before = signal.signal(signal.SIGTERM, _stop)
    try:
        return parse(source)
    except _Stopped:
        os._exit(1)
    finally:
        signal.signal(signal.SIGTERM, before)


class _Stopped(BaseException):
    """Not an `Exception`: nothing that a reader catches may hold it up."""


def _stop(_number: int, _frame: FrameType | None) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    raise _Stopped
