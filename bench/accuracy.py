"""How right the reading is: `uv run python -m bench.accuracy`.

Prints filings of generated accounts in every layout and format, reads them, and compares every
value cell with the truth: right, wrong, missing, spurious; and how many of the errors nobody was
told of (*silent*: wrong, missing or spurious in a form without a signal). The same for the facts of
the text in every family of wording. Exit code 1 if any error is silent.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterable
from decimal import Decimal
from pathlib import Path

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.accuracy_text import text_counts
from bench.made import CONVERTED, FORMATS, Made, made
from corpus.printers import PRINTERS
from ingest.parse import parse
from ingest.records import ParsedFiling, Source

KINDS = ("right", "wrong", "missing", "spurious", "silent")
Key = tuple[str, str, str]


def compare(one: Made, folder: Path) -> Counter[str]:
    """Read one file and count its value cells by kind."""
    path = folder / one.name
    path.write_bytes(one.content)
    sha256 = hashlib.sha256(one.content).hexdigest()
    parsed = parse(Source(one.name, path, sha256, len(one.content), 1))
    counts: Counter[str] = Counter(filings=1)
    truth: dict[Key, object] = {
        (p.key.form, p.key.row_key, p.key.measure): (Decimal(p.value), p.unit) for p in one.truth
    }
    if not isinstance(parsed, ParsedFiling):
        return counts + Counter(missing=len(truth))
    got: dict[Key, object] = {
        (i.form, i.row_key, i.measure): (i.value, i.unit)
        for i in parsed.line_items
        if i.value is not None
    }
    told = {s.form for s in parsed.signals if s.severity != "info"}
    for key in truth.keys() | got.keys():
        kind = _kind(truth.get(key), got.get(key))
        counts[kind] += 1
        if kind != "right" and key[0] not in told:
            counts["silent"] += 1
            counts[f"silent {kind} {key}"] += 1
    return counts


def _kind(truth: object, got: object) -> str:
    if truth is None:
        return "spurious"
    if got is None:
        return "missing"
    return "right" if truth == got else "wrong"


def table(title: str, counts: dict[str, Counter[str]]) -> Table:
    """The counts of each layout or format as a table for the terminal."""
    shown = Table(title=title)
    shown.add_column("", style="bold")
    for head in ("filings", "numbers", *KINDS, "% right"):
        shown.add_column(head, justify="right")
    for name, count in counts.items():
        cells = sum(count[kind] for kind in KINDS[:-1])
        share = 100 * count["right"] / cells if cells else 0.0
        numbers = [count["filings"], cells, *(count[kind] for kind in KINDS)]
        shown.add_row(name, *(f"{n:,}" for n in numbers), f"{share:.4f}")
    return shown


def run(per_layout: int, formats: Iterable[str]) -> dict[str, dict[str, Counter[str]]]:
    """Count over all layouts and formats; `format` and `layout` to name to counts."""
    found: dict[str, dict[str, Counter[str]]] = {"format": {}, "layout": {}}
    with tempfile.TemporaryDirectory() as folder:
        files = list(made(per_layout, tuple(formats)))
        for one in track(files, "reading", console=Console(stderr=True)):
            counts = compare(one, Path(folder))
            for by, name in (("format", one.format), ("layout", one.layout)):
                found[by].setdefault(name, Counter()).update(counts)
    return found


@click.command()
@click.option("--departments", default=4, show_default=True, help="Departments a layout.")
@click.option(
    "--format", "formats", multiple=True, type=click.Choice(FORMATS),
    help="Only these formats; all by default, those made by LibreOffice where it is installed.",
)  # fmt: skip
@click.option("--verbose", is_flag=True, help="Name the cells that are wrong and not marked.")
def main(departments: int, formats: tuple[str, ...], verbose: bool) -> None:  # noqa: FBT001
    """Measure how right the reading of generated filings is, by format and by layout."""
    able = FORMATS if shutil.which("soffice") else tuple(PRINTERS)
    if not formats and able != FORMATS:
        click.echo(f"no LibreOffice here: left out {', '.join(CONVERTED)}", err=True)
    found = run(departments, formats or able)
    console = Console(width=max(120, Console().width))
    for by, by_name in found.items():
        console.print(table(f"value cells by {by}", by_name))
    if verbose:
        for name, counts in found["layout"].items():
            for key in sorted(k for k in counts if k.startswith("silent ")):
                console.print(name, key, counts[key], markup=False)
    with tempfile.TemporaryDirectory() as folder:
        text = text_counts(departments, formats or able, Path(folder))
    console.print(table("facts of the text by family", text))
    every = (*found["format"].values(), *text.values())
    sys.exit(1 if any(c["silent"] for c in every) else 0)


if __name__ == "__main__":
    main()
