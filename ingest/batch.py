"""Many files at once: worker processes parse, the results come in the order of the sources.

A file that hangs or kills its worker is quarantined and the rest goes on; only a window of
files is under way at a time, so memory stays bounded. Nothing is written here.
"""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import TimeoutError as TimedOut
from dataclasses import dataclass

from pebble import ProcessExpired, ProcessFuture, ProcessPool

from ingest.parse import override_hash
from ingest.records import ParsedFiling, Quarantined, Source

Result = ParsedFiling | Quarantined
Parse = Callable[[Source], Result]

TIMEOUT_S = 300.0
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
        jobs: worker processes; with 1 the files are parsed in this process, without time limit.
        timeout_s: the longest that one file may take in a worker.
    """

    parse: Parse
    parser_version: str
    jobs: int = 1
    timeout_s: float = TIMEOUT_S

    def run(self, sources: Iterable[Source]) -> Iterator[Result]:
        """One result a source, in their order, whatever the number of workers."""
        return self._in_process(sources) if self.jobs == 1 else self._in_workers(sources)

    def _in_process(self, sources: Iterable[Source]) -> Iterator[Result]:
        for source in sources:
            try:
                yield self.parse(source)
            except Exception as error:  # noqa: BLE001 - one file never stops a night
                yield self._failed(source, error)

    def _in_workers(self, sources: Iterable[Source]) -> Iterator[Result]:
        # Not fork: this process may run threads (Dagster, polars) whose locks a fork would copy.
        context = multiprocessing.get_context("forkserver")
        pool = ProcessPool(self.jobs, max_tasks=_FILES_PER_WORKER, context=context)
        under_way: deque[tuple[Source, ProcessFuture[Result]]] = deque()
        try:
            for source in sources:
                future = pool.schedule(self.parse, args=(source,), timeout=self.timeout_s)
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
            return self._failed(source, error)

    def _failed(self, source: Source, error: Exception) -> Quarantined:
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
        if isinstance(error, ProcessExpired):
            return "crashed", "its reader died", "读取进程异常退出"
        # No place in the code: it would differ between this process and a worker.
        what = f"{type(error).__name__}: {error}"
        return "crashed", f"its reader failed, which is our error: {what}", f"读取程序出错：{what}"
