"""Kills the build at random moments: `uv run python -m bench.crash --kills 100`.

SIGKILL for the whole process group, after a delay spread evenly over the measured duration. After
each kill: every released file is whole and holds what its name says, the published one is that of
the round before or of this one, nothing archived is gone; then the next run succeeds and publishes
this round. A whole build takes minutes, most of it in dbt; so only `--builds` of the kills hit
whole builds. Of the others, half hit *steps* (archive, parse, load, release, with a stand-in for
the models), half *release* (the release alone). The table says how many each. Exit code 1 if
anything did not hold.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

import click
from rich.console import Console
from rich.table import Table

from bench.crash_checks import archived, wrong_archive, wrong_releases
from bench.crash_jobs import Running
from bench.crash_kinds import Kind, kinds, remains
from warehouse.release import current_release

PATIENCE_S = 1_800.0


@click.command()
@click.option("--kills", type=click.IntRange(min=0), default=100, show_default=True)
@click.option(
    "--builds", type=click.IntRange(min=0), default=10, show_default=True, help="Of whole builds."
)
@click.option("--seed", default=7, show_default=True)
@click.option("--keep", type=click.Path(path_type=Path), help="Work here, and leave it there.")
def main(kills: int, builds: int, seed: int, keep: Path | None) -> None:
    """Kill builds and releases at random moments and say what was left."""
    shares = (builds, (kills - builds + 1) // 2, (kills - builds) // 2)
    with tempfile.TemporaryDirectory(prefix="crash") as folder:
        if keep:
            keep.mkdir(parents=True)
        done = kinds(keep or Path(folder))
        try:
            for kind, share in zip(done, shares, strict=True):
                if share > 0:
                    attack(kind, share, Random(seed))  # noqa: S311 - moments, not secrets
        except KeyboardInterrupt:
            click.echo("stopped early", err=True)
    tell(done)
    sys.exit(1 if any(kind.wrong for kind in done) else 0)


def attack(kind: Kind, kills: int, random: Random) -> None:
    """Kill the job so many times; what did not hold is noted."""
    _succeed(kind, 0)
    kind.seconds = _succeed(kind, 1)
    round_no = 1
    while kind.kills < kills:
        round_no += 1
        before, current = set(archived(kind.home)), current_release(kind.home)
        running = _begin(kind, round_no)
        killed = _kill_after(running, random.uniform(0, kind.seconds))
        if killed:
            kind.kills += 1
            kind.hit[remains(kind, current)] += 1
        kind.wrong += [f"round {round_no}: {what}" for what in _left(kind, before, round_no)]
        wrong = len(kind.wrong)
        seconds = _succeed(kind, round_no)
        kind.good_next_runs += killed and len(kind.wrong) == wrong
        kind.seconds = seconds if killed else 0.9 * kind.seconds  # else the delays are too long
        click.echo(f"{kind.name}: {kind.kills} of {kills}, wrong {len(kind.wrong)}", err=True)


def tell(done: tuple[Kind, ...]) -> None:
    """Print the counts, and whatever did not hold."""
    table = Table("job", "s", "kills", "next run good", "hit", "wrong")
    for kind in done:
        hit = "\n".join(f"{n} {where}" for where, n in kind.hit.most_common())
        counts = (str(kind.kills), str(kind.good_next_runs), hit, str(len(kind.wrong)))
        table.add_row(kind.name, f"{kind.seconds:.1f}", *counts)
    Console(width=100).print(table)
    for kind in done:
        for what in kind.wrong:
            click.echo(f"{kind.name}: {what}")


def _begin(kind: Kind, round_no: int) -> Running:
    if kind.started:
        kind.started.unlink(missing_ok=True)
    running = kind.start(round_no)
    while kind.started and not kind.started.exists() and running.poll() is None:
        time.sleep(0.002)
    return running


def _succeed(kind: Kind, round_no: int) -> float:
    """Let the job run to its end; returns the seconds that it took."""
    running = _begin(kind, round_no)
    since = time.monotonic()
    if _kill_after(running, PATIENCE_S):
        kind.wrong.append(f"round {round_no}: the next run did not end")
    elif running.returncode:
        said = kind.log.read_text("utf-8").strip().splitlines()[-1:]
        kind.wrong.append(f"round {round_no}: the next run ended with {running.returncode}: {said}")
    elif not kind.is_round(round_no):
        kind.wrong.append(f"round {round_no}: the next run published something else")
    return time.monotonic() - since


def _kill_after(running: Running, seconds: float) -> bool:
    """Kill the group unless it ended before; whether it had to be."""
    try:
        running.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)
        running.wait()
        return True
    return False


def _left(kind: Kind, before: set[str], round_no: int) -> Iterator[str]:
    yield from wrong_releases(kind.home)
    yield from wrong_archive(kind.home, before)
    if not (kind.is_round(round_no) or kind.is_round(round_no - 1)):
        yield "neither this round nor the one before is published"


if __name__ == "__main__":
    main()
