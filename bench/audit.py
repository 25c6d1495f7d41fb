"""Faults planted, faults found: `uv run --no-sync python -m bench.audit`.

Prints generated filings in every layout, each with one fault that is known, reads and audits them,
and tells for each kind of fault how many are found, how many errors name something else, and how
often the very cell is named; then the same for slips in the text and in evaluation forms. Clean
filings must have no error. Exit code 1 where a bound is missed.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import polars as pl
from rich.console import Console
from rich.progress import track
from rich.table import Table

from analysis.localise import localise
from bench.audit_text import counted_text, missed_text, text_outcomes, text_table, told_text
from bench.faulty import Case, cases, parsed
from bench.judged import TOLD, Judged, judged, redundancy
from bench.text_cases import form_cases, text_cases
from corpus.faults_drawn import KINDS, printed
from ingest.records import ParsedFiling
from juesuan.checking import SCRIPT, raw_tables
from warehouse.scratch import run_script

WANTED = {
    "terms": "select * from intermediate.int_term",
    "equations": "select * from intermediate.int_equation",
    "rules": "select * from seeds.rules",
}
BATCH = 60
"""Cases that are audited together."""
LEAST_FOUND, LEAST_NAMED = 99.0, 95.0
"""What is asked for, in per cent."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A case with what was found in it, and for a fault what became of it."""

    case: Case
    findings: list[dict[str, Any]]
    verdict: Judged | None


def outcomes(made: Iterable[Case]) -> Iterator[Outcome]:
    """Audit all cases, a batch at a time; a fault's comes with the clean case before it."""
    batch: list[Case] = []
    for case in made:
        if case.fault is None and len(batch) >= BATCH:
            yield from _audited(batch)
            batch = []
        batch.append(case)
    yield from _audited(batch)


def _audited(batch: list[Case]) -> Iterator[Outcome]:
    with tempfile.TemporaryDirectory() as folder:
        read = {case.name: parsed(case, Path(folder)) for case in batch}
    made = _equations([filing for filings in read.values() for filing in filings])
    marks = redundancy(made["terms"], made["equations"])
    found = localise(made["terms"], made["equations"], made["rules"]).rows(named=True)
    for case in batch:
        ids = {filing.filing.filing_id for filing in read[case.name]}
        mine = [f for f in found if f["filing_id"] in ids]
        if case.fault is None:
            yield Outcome(case, mine, None)
            continue
        last = read[case.clean][-1].filing.filing_id
        verdict = judged(case.fault, mine, marks.get(last, {}), _summands(case))
        yield Outcome(case, mine, verdict)


def _equations(filings: Iterable[ParsedFiling]) -> dict[str, pl.DataFrame]:
    return run_script(raw_tables(filings), SCRIPT.read_text("utf-8"), WANTED)


def _summands(case: Case) -> int:
    """The most figures of one column of the fault's form: no sum of it has more parts.

    A difference of as many steps and one more is beyond any rounding.
    """
    if case.fault is None:
        return 0
    form, last = case.fault.form, case.filings[max(case.filings)]
    columns = Counter(key.measure for key in printed(last) if key.form == form)
    return 1 + max(columns.values(), default=0)


def counted(results: Iterable[Outcome]) -> dict[str, Counter[str]]:
    """Kind of fault → how many of each verdict; `clean` → filings, errors and warnings."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in (*KINDS, "clean")}
    for result in results:
        if result.verdict is None or result.case.fault is None:
            told = Counter(f["severity"] for f in result.findings)
            counts["clean"] += Counter(filings=len(result.case.filings)) + told
            continue
        count, seen = counts[result.case.fault.kind], result.verdict
        counts_for = seen.large and not seen.alone
        decidable = counts_for and not seen.twins
        count += Counter(
            planted=1,
            small=not seen.large,
            alone=seen.large and seen.alone,
            judged=counts_for,
            found=counts_for and seen.found,
            beside=seen.beside,
            decidable=decidable,
            named=decidable and seen.named,
            twins=counts_for and seen.twins,
            twins_named=counts_for and seen.twins and seen.named,
            twins_among=counts_for and seen.twins and (seen.named or seen.among),
        )
    return counts


HEADS = {
    "planted": "planted",
    "small": "within rounding",
    "alone": "nothing to compare",
    "judged": "above",
    "found": "found",
    "beside": "errors beside",
    "decidable": "decidable",
    "named": "named",
    "twins": "undecidable",
    "twins_named": "named by a hint",
    "twins_among": "in the set",
}


def table(counts: dict[str, Counter[str]]) -> Table:
    """The counts by kind of fault, for the terminal."""
    shown = Table(title="faults planted, faults found")
    shown.add_column("", style="bold")
    for head in HEADS.values():
        shown.add_column(head, justify="right")
    rows = {kind: counts[kind] for kind in KINDS}
    for kind, count in {**rows, "all": sum(rows.values(), Counter())}.items():
        shown.add_row(kind, *(str(count[name]) for name in HEADS))
    return shown


def missed(counts: dict[str, Counter[str]]) -> list[str]:
    """What is asked for and not reached, in words."""
    every = sum((counts[kind] for kind in KINDS), Counter[str]())
    shares = {
        "found": (100 * every["found"] / max(every["judged"], 1), LEAST_FOUND),
        "named": (100 * every["named"] / max(every["decidable"], 1), LEAST_NAMED),
        "in the set": (100 * every["twins_among"] / max(every["twins"], 1), 100.0),
    }
    said = [
        f"{n}: {got:.1f} %, asked {least} %" for n, (got, least) in shares.items() if got < least
    ]
    if counts["clean"]["error"]:
        said.append(f"errors on clean filings: {counts['clean']['error']}")
    return said


def _told(result: Outcome) -> Iterator[str]:
    """A case that did not come out as it should: the fault, and each error and warning."""
    seen, fault = result.verdict, result.case.fault
    if seen and fault:
        if seen.good:
            return
        first = "; ".join(f"{'/'.join(c.key)} {c.true} → {c.printed}" for c in fault.changes[:4])
        yield f"{result.case.name}: {first}"
    for f in result.findings:
        if f["severity"] in TOLD:
            accused = [
                f"{p['role']} {p['form']}/{p['row_key']}/{p['measure']}" for p in f["places"]
            ]
            said = (f[k] for k in ("rule_id", "cause", "hint", "form", "row_key", "measure"))
            yield f"    {result.case.name} {f['severity']} {' '.join(map(str, said))}"
            yield f"        {f['printed_cny']} {f['expected_cny']} {', '.join(accused[:6])}"


def _text(per_family: int, seed: int, console: Console, *, verbose: bool) -> list[str]:
    """The same for slips in the text and in evaluation forms."""
    planted = [*text_cases(per_family, seed), *form_cases(per_family, seed)]
    told = track(
        text_outcomes(planted), "auditing text", total=len(planted), console=Console(stderr=True)
    )
    results = list(told)
    counts = counted_text(results)
    for by, by_name in counts.items():
        console.print(text_table(by, by_name))
    for line in (line for result in results for line in told_text(result) if verbose):
        console.print(line, markup=False, highlight=False, soft_wrap=True)
    return missed_text(counts)


@click.command()
@click.option("--departments", default=3, show_default=True, help="Departments a layout.")
@click.option("--seed", default=0, show_default=True, help="Chooses accounts and faults.")
@click.option("--verbose", is_flag=True, help="Show the findings on what came out otherwise.")
def main(departments: int, seed: int, verbose: bool) -> None:  # noqa: FBT001
    """Measure how many planted faults the audit finds, and how often it names the cell."""
    results = list(
        track(outcomes(cases(departments, seed)), "auditing", console=Console(stderr=True))
    )
    counts = counted(results)
    console = Console(width=max(120, Console().width))
    console.print(table(counts))
    clean = counts["clean"]
    console.print(
        f"clean filings: {clean['filings']}, errors {clean['error']}, warnings {clean['warn']}"
    )
    if verbose:
        for result in results:
            for line in _told(result):
                console.print(line, markup=False, highlight=False, soft_wrap=True)
    short = missed(counts) + _text(departments, seed, console, verbose=verbose)
    for line in short:
        click.echo(line, err=True)
    sys.exit(1 if short else 0)


if __name__ == "__main__":
    main()
