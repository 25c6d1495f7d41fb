"""Progress of a build on stderr: bars on a terminal, plain lines everywhere else."""

from __future__ import annotations

import time
from types import TracebackType

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
from rich.progress import Progress as Bars

LABELS = {
    "prepare": "准备 prepare",
    "archive": "归档 archive",
    "parse": "解析 parse",
    "load": "入库 load",
    "dbt": "建模 models and tests",
    "analysis": "分析 analysis",
    "release": "发布 release",
}


class Terminal:
    """A `orchestration.progress.Progress` for people."""

    def __init__(self) -> None:
        self._console = Console(stderr=True)
        self._began = time.monotonic()
        self._bars: Bars | None = None
        if self._console.is_terminal:
            columns = (
                TextColumn("{task.description:<24}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeElapsedColumn(),
            )
            self._bars = Bars(*columns, console=self._console)

    def __enter__(self) -> Terminal:
        """Show the bars."""
        if self._bars:
            self._bars.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        at: TracebackType | None,
    ) -> None:
        """Leave the last bar full, unless something failed."""
        if self._bars:
            if kind is None:
                self._finish()
            self._bars.stop()

    def stage(self, name: str, total: int | None = None) -> None:
        """A new bar, or a new line with the seconds since the start."""
        label = LABELS.get(name, name)
        if self._bars:
            self._finish()
            self._bars.add_task(label, total=total)
            return
        steps = "" if total is None else f" ({total})"
        seconds = time.monotonic() - self._began
        self._console.print(f"{seconds:6.1f} s  {label}{steps}", highlight=False)

    def advance(self) -> None:
        """One step on the newest bar."""
        if self._bars and self._bars.task_ids:
            self._bars.advance(self._bars.task_ids[-1])

    def _finish(self) -> None:
        if self._bars and self._bars.task_ids:
            last = self._bars.tasks[-1]
            done = max(last.completed, 1) if last.total is None else last.total
            self._bars.update(last.id, total=done, completed=done)
