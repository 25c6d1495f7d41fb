"""The filings that the audit is measured on: generated accounts, clean ones and ones with a fault.

Each case is a department of its own, so that hundreds can be audited in one run.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from corpus.accounts import Account
from corpus.faults import Fault, planted
from corpus.faults_drawn import DRAWS, OPENING, misopened, opening_fault
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.print_text import print_text
from corpus.profile import Department, departments
from corpus.publication import Issuer, Publication, publish
from corpus.rounding import Regime
from ingest.parse import parse
from ingest.records import Override, ParsedFiling, Quarantined, Source

YEARS = (2021, 2022, 2023)
REGION = "990101"


@dataclass(frozen=True, slots=True)
class Case:
    """One department's filings by year, and the fault in the last of them, if any.

    `clean` is the name of the case that has the same filings without the fault.
    """

    name: str
    clean: str
    layout: str
    fault: Fault | None
    filings: dict[int, Publication]


@dataclass(frozen=True, slots=True)
class _Base:
    """A department in a layout, from which cases are made."""

    department: Department
    layout: str
    n: int
    accounts: dict[int, Account]

    def published(self, account: Account) -> Publication:
        layout = LAYOUTS[self.layout]
        issuer = Issuer(self.department.name_in(YEARS[-1]))
        regime: Regime = "leaves" if self.n % 2 else "cells"
        return publish(issuer, account.fiscal_year, figures(account), layout, regime)


def cases(per_layout: int, seed: int, layouts: Iterable[str] = tuple(LAYOUTS)) -> Iterator[Case]:
    """For each layout and department a clean case, and one of each kind of fault that it can have.

    Args:
        per_layout: departments in each layout.
        seed: chooses accounts and faults.
        layouts: names of layouts, all unless said.
    """
    everyone = departments()
    for place, layout in enumerate(layouts):
        for n in range(per_layout):
            department = everyone[(place * per_layout + n + seed) % len(everyone)]
            history = accounts(department, YEARS, seed + n)
            base = _Base(department, layout, n, {a.fiscal_year: a for a in history})
            yield from _of_base(base, Random(f"{seed}:{layout}:{n}"))  # noqa: S311 - no secret


def _of_base(base: _Base, rng: Random) -> Iterator[Case]:
    clean = {year: base.published(account) for year, account in base.accounts.items()}
    name = f"{base.layout}-{base.n}"
    yield Case(name, name, base.layout, None, clean)
    last = clean[YEARS[-1]]
    for kind, draw in DRAWS.items():
        fault = draw(last, rng)
        if fault:
            filings = {YEARS[-1]: planted(last, fault)}
            yield Case(f"{name}-{kind}", name, base.layout, fault, filings)
    wrong = misopened(base.accounts[YEARS[-1]], rng)
    if wrong and YEARS[-2] in clean:
        shown = base.published(wrong)
        fault = opening_fault(last, shown)
        filings = {YEARS[-2]: clean[YEARS[-2]], YEARS[-1]: shown}
        yield Case(f"{name}-{OPENING}", name, base.layout, fault, filings)


def parsed(case: Case, folder: Path) -> list[ParsedFiling]:
    """The case's filings as they are read, by year.

    Raises:
        ValueError: one of them cannot be read.
    """
    return [_parsed(case, year, folder) for year in sorted(case.filings)]


def _parsed(case: Case, year: int, folder: Path) -> ParsedFiling:
    content, _ = print_text(case.filings[year])
    path = folder / f"{case.name}-{year}.txt"
    path.write_bytes(content)
    sha256 = hashlib.sha256(path.name.encode() + content).hexdigest()
    who = Override(REGION, department=case.name, scope="department", fiscal_year=year)
    read = parse(Source(path.name, path, sha256, len(content), 1, who))
    if isinstance(read, Quarantined):
        raise ValueError(f"{path.name}: {read.message_en}")  # noqa: TRY004 - no wrong type
    return read
