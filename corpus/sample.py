"""Writes the sample: fictional departments of two counties over three years, and one real filing.

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

from corpus.accounts import Account, consolidated
from corpus.figures import COUNTS, Figures, Key, figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.money import YUAN_IN
from corpus.print_text import print_text
from corpus.printers import PRINTERS
from corpus.profile import DATA, Department, departments
from corpus.publication import SCOPE_WORDS, Issuer, Publication, publish
from corpus.table import Printed

YEARS = (2021, 2022, 2023)
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


def _filing(department: Department, account: Account, parent: Department | None) -> SampleFiling:
    year = account.fiscal_year
    name = department.name_in(year)
    issuer = Issuer(name, "unit" if parent else "department")
    layout = LAYOUTS[department.layout_in(year)]
    publication = publish(issuer, year, figures(account), layout, department.regime)
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
        for account in years.values():
            yield _filing(department, account, parent)
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
