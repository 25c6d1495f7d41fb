"""The three jobs that `bench.crash` kills: each has a warehouse of its own, and rounds of input."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from bench.crash_checks import published
from bench.crash_jobs import TABLES, Running, start_build, start_release, start_steps
from bench.made import made
from warehouse.home import Home
from warehouse.release import current_release, releases

_LATEST = "select arg_max(sha256, arrival) from raw.filing"
_ROUNDS = " union all ".join(f"select round_no from marts.{table}" for table in TABLES)  # noqa: S608

_STAGE = re.compile(r"^ *[\d.]+ s  \S+ ([a-z ]+)", re.MULTILINE)
"""A line of `juesuan.terminal`."""


@dataclass
class Kind:
    """A job that is killed.

    Args:
        name: as in the table.
        home: its warehouse.
        log: what it says.
        started: the file with which it says that its imports are done; without one, the kill may
            hit them too.
        start: starts it for a round, whose input differs from that of the round before.
        is_round: whether that round, and no other, is what is published.
    """

    name: str
    home: Home
    log: Path
    started: Path | None
    start: Callable[[int], Running]
    is_round: Callable[[int], bool]
    seconds: float = 0.0
    kills: int = 0
    good_next_runs: int = 0
    hit: Counter[str] = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)


def kinds(folder: Path) -> tuple[Kind, Kind, Kind]:
    """The whole build, the steps around the models, the release alone, below `folder`."""
    log, started = folder / "log", folder / "started"
    build, steps, release = (Home(folder / name) for name in ("build", "steps", "release"))
    filed = _Inbox(folder / "inbox")

    def start_whole(round_no: int) -> Running:
        return start_build(build, filed.put(round_no), log)

    def start_short(round_no: int) -> Running:
        return start_steps(steps, filed.put(round_no), started, log)

    def start_last(round_no: int) -> Running:
        return start_release(release, round_no, started, log)

    return (
        Kind("build", build, log, None, start_whole, filed.is_latest_of(build)),
        Kind("steps", steps, log, started, start_short, filed.is_latest_of(steps)),
        Kind("release", release, log, started, start_last, _says_round(release)),
    )


def remains(kind: Kind, current_before: Path | None) -> str:
    """Where a kill hit, by what it left and what it said last; `start` is before any of that."""
    if any(kind.home.releases.glob("*.part*")):
        return "copying the release"
    current = current_release(kind.home)
    if current != current_before:
        return "link moved"
    if current and releases(kind.home)[-1] != current:
        return "renamed, link not moved"
    stages = _STAGE.findall(kind.log.read_text("utf-8"))
    return str(stages[-1]) if stages else "start"


class _Inbox:
    """One filing in text, re-published with another last line each round."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.folder = folder
        self._said = next(made(1, ("txt",))).content.decode()

    def put(self, round_no: int) -> Path:
        (self.folder / "决算.txt").write_bytes(self._text(round_no))
        return self.folder

    def is_latest_of(self, home: Home) -> Callable[[int], bool]:
        def is_latest(round_no: int) -> bool:
            wanted = hashlib.sha256(self._text(round_no)).hexdigest()
            return published(home, _LATEST) == {wanted}

        return is_latest

    def _text(self, round_no: int) -> bytes:
        return f"{self._said}\n第{round_no}次印发。\n".encode()


def _says_round(home: Home) -> Callable[[int], bool]:
    return lambda round_no: published(home, _ROUNDS) == {round_no}
