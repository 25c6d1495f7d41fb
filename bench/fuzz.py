"""Broken and odd files by the thousand: `uv run python -m bench.fuzz`.

Filings in every layout and format are mutated in three ways and go through the batch as a night's
files do. *Shape*: rows, labels, tables lost or garbled before printing, so that the truth is known.
*Dress*: bytes changed, all that is printed kept. *Damage*: bytes broken. A value is *silent wrong*
where nothing was signalled for its form and it is not the truth (shape, dress; also a value
missing), or, under damage, where its number stands nowhere in the damaged file: the reader made it
up. Values that went with the bytes, unsignalled, are counted as *lost*. Exit code 1 for a crash, a
hang or a silent wrong value.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random

import click
from rich.console import Console
from rich.progress import track
from rich.table import Table

from bench.made import FORMATS, extension, printed, publications
from bench.mutate_bytes import damaged
from bench.mutate_dress import dressed
from bench.mutate_shape import shaken
from bench.plain import numbers, stands_in
from corpus.printers import PRINTERS
from corpus.publication import Publication
from corpus.table import Printed
from ingest.batch import Batch
from ingest.parse import parse, parser_version
from ingest.records import ParsedFiling, Quarantined, Source

FAMILIES = ("shape", "dress", "damage")
TIMEOUT_S = 60.0
SLOW = {"doc": 50, "pdf": 10, "pdf (sheets)": 10}
"""Formats that take long: one in so many of the files is of them."""
LEFT_UNREAD = frozenset(
    ("near_miss", "cut_table", "unread_part", "unread_page", "few_forms", "tables_elsewhere")
)
"""Signals of a table or part left unread, of whichever form it is: missing values are told."""
BAD = ("crashed", "timeout", "silent wrong")
Key = tuple[str, str, str]
Truth = dict[Key, tuple[Decimal, str]]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A mutated file; `truth` is what it prints, or printed before the damage."""

    family: str
    mutation: str
    format: str
    name: str
    content: bytes
    truth: Truth


def mutants(count: int, seed: int, formats: tuple[str, ...]) -> Iterator[Mutant]:
    """So many mutated files, the same for the same seed."""
    rng = Random(f"juesuan {seed}")  # noqa: S311 - no secret
    filings = [publication for _, _, publication in publications(1)]
    kept: dict[tuple[int, str], tuple[bytes, list[Printed]]] = {}
    weights = [1 / SLOW.get(form, 1) for form in formats]
    for number in range(count):
        form = rng.choices(formats, weights)[0]
        family = rng.choice(FAMILIES if form in PRINTERS else FAMILIES[1:])
        which = rng.randrange(len(filings) if form in PRINTERS else 2)
        if family == "shape":
            mutation, publication = shaken(filings[which], rng)
            content, told = printed(publication, form)
        else:
            content, told = _kept(kept, filings, which, form)
            change = dressed if family == "dress" else damaged
            mutation, content = change(content, form, rng)
        name = f"{number:05}.{rng.choice((extension(form), extension(form), 'pdf', 'xls'))}"
        truth = {(*p.key,): (Decimal(p.value), p.unit) for p in told}
        yield Mutant(family, mutation, form, name, content, truth)


def _kept(
    kept: dict[tuple[int, str], tuple[bytes, list[Printed]]],
    filings: list[Publication],
    which: int,
    form: str,
) -> tuple[bytes, list[Printed]]:
    """The file before its mutation, printed once."""
    if (which, form) not in kept:
        kept[which, form] = printed(filings[which], form)
    return kept[which, form]


def run(made: list[Mutant], jobs: int) -> Iterator[tuple[Mutant, Counter[str], list[str]]]:
    """Each mutant with its counts, and what is bad about it in words."""
    with tempfile.TemporaryDirectory() as folder:
        sources = (_source(Path(folder), mutant) for mutant in made)
        results = Batch(parse, parser_version(), jobs, TIMEOUT_S).run(sources)
        for mutant, result in zip(made, results, strict=True):
            yield mutant, *judge(mutant, result)


def _source(folder: Path, mutant: Mutant) -> Source:
    path = folder / mutant.name
    path.write_bytes(mutant.content)
    sha256 = hashlib.sha256(mutant.content).hexdigest()
    return Source(mutant.name, path, sha256, len(mutant.content), 1)


def judge(mutant: Mutant, result: ParsedFiling | Quarantined) -> tuple[Counter[str], list[str]]:
    """What became of a mutant."""
    if isinstance(result, Quarantined):
        bad = [result.message_en] if result.reason in BAD else []
        return Counter({"files": 1, result.reason: 1}), bad
    told = {signal.form for signal in result.signals}
    counts = Counter(files=1, landed=1)
    counts["with signals"] = int(any(s.severity != "info" and s.form for s in result.signals))
    got: Truth = {
        (i.form, i.row_key, i.measure): (i.value, i.unit or "")
        for i in result.line_items
        if i.value is not None
    }
    other = sorted(k for k in got if got[k] != mutant.truth.get(k) and k[0] not in told)
    left_unread = any(signal.code in LEFT_UNREAD for signal in result.signals)
    missing = () if left_unread else mutant.truth.keys() - got.keys()
    lost = sorted(k for k in missing if k[0] not in told)
    if mutant.family != "damage":
        other, lost = sorted(other + lost), []
    else:
        bag = numbers(mutant.content, mutant.format)
        other = [k for k in other if bag is not None and not _stands(got[k][0], bag)]
    counts.update({"silent wrong": len(other), "lost": len(lost)})
    return counts, [f"{k}: {mutant.truth.get(k)} read as {got.get(k)}" for k in other]


def _stands(value: Decimal, bag: set[Decimal]) -> bool:
    return stands_in(value, bag, -int(value.as_tuple().exponent))


def table(title: str, counts: dict[str, Counter[str]]) -> Table:
    """The counts as a table for the terminal: a column a kind of outcome that occurred."""
    first = ("files", "landed", "with signals", "lost", *BAD)
    rest = sorted({kind for count in counts.values() for kind in count} - set(first))
    shown = Table(title=title)
    shown.add_column("", style="bold")
    for kind in (*first, *rest):
        shown.add_column(kind, justify="right")
    for name, count in sorted(counts.items()):
        shown.add_row(name, *(f"{count[kind]:,}" for kind in (*first, *rest)))
    return shown


@click.command()
@click.option("--documents", default=2400, show_default=True, help="Mutated files in all.")
@click.option("--seed", default=1, show_default=True)
@click.option("--jobs", default=2, show_default=True, help="Worker processes.")
@click.option("--format", "formats", multiple=True, type=click.Choice(FORMATS))
@click.option("--keep", type=click.Path(path_type=Path), help="Folder for the files that fail.")
def main(documents: int, seed: int, jobs: int, formats: tuple[str, ...], keep: Path | None) -> None:
    """Mutate generated filings and count what becomes of them."""
    able = FORMATS if shutil.which("soffice") else tuple(PRINTERS)
    console, errors = Console(), Console(stderr=True)
    made = list(
        track(mutants(documents, seed, formats or able), "mutating", documents, console=errors)
    )
    by: dict[str, dict[str, Counter[str]]] = {"format": {}, "mutation": {}}
    failed = 0
    for mutant, counts, bad in track(run(made, jobs), "reading", len(made), console=errors):
        mutation = f"{mutant.family}: {mutant.mutation.partition('+')[0]}"
        for kind, name in (("format", mutant.format), ("mutation", mutation)):
            by[kind].setdefault(name, Counter()).update(counts)
        if bad:
            failed += 1
            console.print(mutant.name, mutant.format, mutant.family, mutant.mutation, markup=False)
            console.print(*bad[:3], sep="\n", markup=False)
            if keep is not None:
                keep.mkdir(parents=True, exist_ok=True)
                (keep / mutant.name).write_bytes(mutant.content)
    for kind, counted in by.items():
        counted["all"] = sum(counted.values(), Counter())
        console.print(table(f"files by {kind}", counted))
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
