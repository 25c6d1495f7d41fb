"""How fast the reading is: `uv run python -m bench.speed`.

Filings of generated accounts, in every layout, read whole by us (bytes to line items, facts and
signals, with their meaning) and by the obvious script (`bench.obvious`: tables as lists of texts,
no meaning), by turns in one process. Times are CPU seconds of one core, the median of the rounds;
peak memory is that of a fresh process that reads the largest file once (Linux).
"""

from __future__ import annotations

import hashlib
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.made import CONVERTED, FORMATS, made
from bench.obvious import SCRIPTS
from corpus.printers import PRINTERS
from ingest.batch import collect_seldom
from ingest.parse import parse
from ingest.records import ParsedFiling, Source


@dataclass(slots=True)
class Timed:
    """CPU seconds of one format's files, each the median of its rounds, ours and theirs."""

    ours: float = 0.0
    theirs: float = 0.0
    files: int = 0


def ours(path: Path) -> None:
    """Read one file, from its bytes on disk to its rows; any refusal is an error of the bench."""
    data = path.read_bytes()
    parsed = parse(Source(path.name, path, hashlib.sha256(data).hexdigest(), len(data), 1))
    if not isinstance(parsed, ParsedFiling):
        raise TypeError(f"{path.name}: {parsed.message_en}")


def theirs(path: Path) -> None:
    """Read one file with the obvious script."""
    SCRIPTS[path.suffix[1:]][1](path.read_bytes())


LONG = 0.3
"""CPU seconds on one file after which it is not read again."""
READERS: dict[str, Callable[[Path], None]] = {"ours": ours, "theirs": theirs}


def measure(paths: Sequence[Path], rounds: int) -> Timed:
    """Time the files, ours and theirs by turns; the first round only warms up.

    A reading that takes long needs no warming up, and is done once; but each reader reads the first
    file once more beforehand, so that no library's import is counted. Garbage is collected as in a
    worker of a batch, for both.
    """
    total = Timed()
    for read in READERS.values():
        if read is ours or paths[0].suffix[1:] in SCRIPTS:
            read(paths[0])
    collect_seldom()
    for path in paths:
        spent: dict[str, list[float]] = {name: [] for name in READERS}
        for _ in range(rounds + 1):
            for name, read in READERS.items():
                scripted = name == "ours" or path.suffix[1:] in SCRIPTS
                if scripted and sum(spent[name]) < LONG:
                    spent[name].append(_timed(read, path))
        total.ours += _typical(spent["ours"])
        total.theirs += _typical(spent["theirs"])
        total.files += 1
    return total


def _timed(read: Callable[[Path], None], path: Path) -> float:
    start = time.process_time()
    read(path)
    return time.process_time() - start


def _typical(spent: list[float]) -> float:
    """The median without the first, where there are more; 0 for what was not read."""
    return statistics.median(spent[1:] or spent or [0.0])


def peak(reader: str, path: Path) -> int:
    """Peak memory in MiB of a fresh process that reads this file once."""
    command = [sys.executable, "-m", "bench.speed", "--once", reader, str(path)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return int(done.stdout)


def shown(name: str, total: Timed, paths: list[Path]) -> list[str]:
    """One row of the table."""
    largest = max(paths, key=lambda path: path.stat().st_size)
    row = [name, str(total.files), f"{total.files / total.ours:,.1f}"]
    memory = f"{peak('ours', largest)}"
    if not total.theirs:
        return [*row, "-", "-", "-", memory, "-"]
    script, _ = SCRIPTS[largest.suffix[1:]]
    speed, ratio = f"{total.files / total.theirs:,.1f}", f"{total.theirs / total.ours:.1f}"
    return [*row, script, speed, ratio, memory, f"{peak('theirs', largest)}"]


HEADS = (
    "format", "files", "filings/s/core", "against", "its files/s/core", "ratio",
    "peak MiB", "its peak MiB",
)  # fmt: skip


@click.command()
@click.option("--departments", default=1, show_default=True, help="Departments a layout.")
@click.option("--rounds", default=3, show_default=True, help="Rounds a file, after a first one.")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS),
    help="Only these formats; all by default, those made by LibreOffice where it is installed.",
)  # fmt: skip
@click.option("--file", "files", multiple=True, type=click.Path(exists=True, path_type=Path))
@click.option("--once", nargs=2, hidden=True)
def main(
    departments: int,
    rounds: int,
    formats: tuple[str, ...],
    files: tuple[Path, ...],
    once: tuple[str, str] | None,
) -> None:
    """Measure how fast filings are read, against the obvious script in the same run.

    --file adds files of your own, each as a row.
    """
    if once:
        collect_seldom()
        READERS[once[0]](Path(once[1]))
        click.echo(_high_water() // 1024)
        return
    able = FORMATS if shutil.which("soffice") else tuple(PRINTERS)
    with tempfile.TemporaryDirectory() as folder:
        groups = _written(Path(folder), departments, formats or (() if files else able))
        groups |= {path.name: [path] for path in files}
        table = Table(*HEADS, title="whole filings, CPU time")
        for name, paths in track(groups.items(), "timing", console=Console(stderr=True)):
            table.add_row(*shown(name, measure(paths, rounds), paths))
        Console(width=max(100, Console().width)).print(table)


def _high_water() -> int:
    """This process's own peak memory in KiB; `ru_maxrss` would count its parent's too."""
    status = Path("/proc/self/status").read_text("ascii")
    return int(status.split("VmHWM:")[1].split()[0])


def _written(folder: Path, departments: int, formats: tuple[str, ...]) -> dict[str, list[Path]]:
    """The generated filings on disk, by format."""
    groups: dict[str, list[Path]] = {}
    for n, one in enumerate(made(departments, formats) if formats else ()):
        suffix = CONVERTED.get(one.format, (one.format, one.format))[1]
        path = folder / f"{n}.{suffix}"
        path.write_bytes(one.content)
        groups.setdefault(one.format, []).append(path)
    return groups


if __name__ == "__main__":
    main()
