"""Writes the sample: fictional departments of two counties over some years, and one real filing.

Who is in it and why stands in `data/departments.yaml`; the real filing's figures stand in
`data/xiangyuan_xinfangju_2023.csv`. `sample_filings` makes them without a disk.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import TypeVar

from corpus import faults_drawn, narrative_slips
from corpus.accounts import Account, consolidated
from corpus.evaluation_forms import with_evaluations
from corpus.faults import planted
from corpus.figures import COUNTS, Figures, Key, figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.money import YUAN_IN
from corpus.narrative import Story
from corpus.narrative_slips import slipped
from corpus.print_text import print_text
from corpus.printers import PRINTERS
from corpus.profile import DATA, Department, departments
from corpus.publication import BRIEF, SCOPE_WORDS, Issuer, Publication, Scope, publish
from corpus.sample_projects import evaluated, forms_of, told_of
from corpus.table import Printed

YEARS = (2021, 2022, 2023, 2024)
REGIONS = Path(__file__).parent / "sample_regions.csv"
REAL = "xiangyuan_xinfangju_2023.csv"
OVERRIDES = (
    "path",
    "region_code",
    "department",
    "unit",
    "scope",
    "fiscal_year",
    "source_url",
    "published_on",
    "note",
)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class SampleFiling:
    """One file of the sample: its path, its bytes, its truth, and its row of `filings.csv`."""

    path: str
    content: bytes
    truth: list[Printed]
    override: dict[str, str]


def _histories() -> dict[str, dict[int, Account]]:
    """Department id → year → account; departments include their units."""
    everyone = departments()
    own = {d.id: {a.fiscal_year: a for a in accounts(d, YEARS)} for d in everyone}
    units = {d.id: [u.id for u in everyone if u.unit_of == d.id] for d in everyone}
    return {
        d.id: {
            year: consolidated([account, *(own[u][year] for u in units[d.id] if year in own[u])])
            for year, account in own[d.id].items()
        }
        for d in everyone
    }


def _counties() -> dict[str, str]:
    with REGIONS.open(encoding="utf-8", newline="") as file:
        return {line["code"]: line["name"] for line in csv.DictReader(file)}


def _published(
    department: Department, account: Account, before: Account | None, scope: Scope
) -> Publication:
    """What a department prints of a year, with its slips; its first year compares nothing."""
    year = account.fiscal_year
    issuer = Issuer(department.name_in(year), scope)
    layout = LAYOUTS[department.layout_in(year)]
    projects = evaluated(department, year)
    own = told_of(projects, department)
    story = Story(department.wording, figures(before), own=own) if before else BRIEF
    shown = publish(issuer, year, figures(account), layout, department.regime, story)
    rng = Random(f"{department.id} {year}")  # noqa: S311 - the same sample every time
    if year in department.faults:
        fault = faults_drawn.DRAWS[department.faults[year]](shown, rng)
        shown = planted(shown, _there(fault, department, year))
    if year in department.slips:
        slip = narrative_slips.DRAWS[department.slips[year]](shown, rng)
        shown = slipped(shown, _there(slip, department, year))
    return with_evaluations(shown, forms_of(projects, department)) if projects else shown


def _there(drawn: T | None, department: Department, year: int) -> T:
    if drawn is None:
        raise ValueError(f"{department.id} {year} has nothing of the kind that should slip")
    return drawn


def _filing(
    department: Department, account: Account, before: Account | None, parent: Department | None
) -> SampleFiling:
    year = account.fiscal_year
    name = department.name_in(year)
    issuer = Issuer(name, "unit" if parent else "department")
    publication = _published(department, account, before, issuer.scope)
    content, truth = PRINTERS[department.format](publication)
    county = _counties()[department.county]
    short = "县" + name.removeprefix(county)
    file_name = f"{short}{year}年度{SCOPE_WORDS[issuer.scope]}决算公开.{department.format}"
    override = {"region_code": department.county}
    if parent:
        override |= {"department": parent.name_in(year), "unit": name, "scope": "unit"}
    return SampleFiling(f"{county}/{file_name}", content, truth, override)


def real_figures() -> Figures:
    """The 209 published figures of the real filing, in yuan and counts."""
    with (DATA / REAL).open(encoding="utf-8", newline="") as file:
        return {
            (key := Key(line["form"], line["row_key"], line["measure"])): Decimal(line["value"])
            * (1 if key.row_key.startswith(COUNTS) else YUAN_IN[line["unit"]])
            for line in csv.DictReader(file)
        }


def real_publication() -> Publication:
    """The figures of a real filing (襄垣县信访局, 2023年度单位决算公开), printed anew."""
    return publish(Issuer("襄垣县信访局", "unit"), 2023, real_figures(), LAYOUTS["national"])


def _real_filing() -> SampleFiling:
    content, truth = print_text(real_publication())
    path = "襄垣县/襄垣县信访局2023年度单位决算公开.txt"
    return SampleFiling(path, content, truth, {"region_code": "140423"})


def sample_filings() -> Iterator[SampleFiling]:
    """All filings of the sample, in a fixed order."""
    everyone = {d.id: d for d in departments()}
    for id_, years in _histories().items():
        department = everyone[id_]
        parent = everyone[department.unit_of] if department.unit_of else None
        for year, account in years.items():
            yield _filing(department, account, years.get(year - 1), parent)
    yield _real_filing()


def _overrides(filings: list[SampleFiling]) -> str:
    buffer = io.StringIO(newline="")
    writer = csv.DictWriter(buffer, OVERRIDES, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows({"path": f.path, **f.override} for f in filings)
    return buffer.getvalue()


def write_sample(directory: Path) -> list[Path]:
    """Write the sample filings and their `filings.csv` under a folder.

    Args:
        directory: Where to write; made if it is not there.

    Returns:
        The filings written, without `filings.csv`.
    """
    filings = list(sample_filings())
    paths = [directory / filing.path for filing in filings]
    for path, filing in zip(paths, filings, strict=True):
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(filing.content)
    (directory / "filings.csv").write_text(_overrides(filings), encoding="utf-8")
    return paths
