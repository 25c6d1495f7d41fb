"""Filings whose text is audited: every family of wording, clean and with one slip or flaw each."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from random import Random

from corpus.evaluation import Flaw, draw_projects, evaluation_layouts
from corpus.evaluation_forms import evaluation_form, with_evaluations
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.narrative import Story
from corpus.narrative_slips import DRAWS, slipped
from corpus.print_text import print_text
from corpus.profile import departments
from corpus.publication import Issuer, Publication, publish
from corpus.rounding import Regime
from corpus.wording import FAMILIES
from ingest.parse import parse
from ingest.records import Override, ParsedFiling, Quarantined, Source

LAYOUT_OF = {
    "shanghai": "shanghai",
    "sichuan": "sichuan",
    "zhejiang": "tables-last",
    "chongqing": "national-yuan",
    "xinjiang": "jiangxi",
}
"""Family → the layout of its forms; the national one for the others."""
YEAR = 2023


@dataclass(frozen=True, slots=True)
class TextCase:
    """A filing with at most one thing wrong in its text: `kind`, on the line of `printed`."""

    name: str
    family: str
    kind: str | None
    printed: str | None
    filing: Publication


def told(family: str, n: int, seed: int) -> Publication | None:
    """The n-th department's filing in the words of a family; None where it has no year before."""
    everyone = departments()
    department = everyone[n % len(everyone)]
    history = accounts(department, (YEAR - 1, YEAR), seed + n // len(everyone))
    if len(history) < 2:
        return None
    before, now = history
    regime: Regime = "leaves" if n % 2 else "cells"
    issuer = Issuer(department.name_in(YEAR))
    layout = LAYOUTS[LAYOUT_OF.get(family, "national")]
    return publish(
        issuer, YEAR, figures(now), layout, regime, Story(family, figures(before), seed + n)
    )


def text_cases(per_family: int, seed: int) -> Iterator[TextCase]:
    """For each family and department a clean case, and one of each slip that its text can have."""
    for place, family in enumerate(FAMILIES):
        for n in range(per_family):
            filing = told(family, place * per_family + n, seed)
            if filing is None:
                continue
            name = f"{family}-{n}"
            yield TextCase(name, family, None, None, filing)
            rng = Random(f"{seed}:{name}")  # noqa: S311 - no secret
            for kind, draw in DRAWS.items():
                slip = draw(filing, rng)
                if slip:
                    made = slipped(filing, slip)
                    yield TextCase(f"{name}-{kind}", family, kind, slip.printed, made)


FLAWS: tuple[Flaw, ...] = (
    "rate",
    "balance",
    "execution_score",
    "total_score",
    "weights",
    "missed_target",
    "repeated_target",
    "garbled",
    "text_rate",
    "text_satisfaction",
    "competent",
)


def form_cases(per_layout: int, seed: int) -> Iterator[TextCase]:
    """For each layout of evaluation forms clean filings, and one of each flaw in one project."""
    for layout in evaluation_layouts().values():
        for n in range(per_layout):
            yield from _forms_of(layout.title, n, seed)


def _forms_of(title: str, n: int, seed: int) -> Iterator[TextCase]:
    name, layout = next((k, v) for k, v in evaluation_layouts().items() if v.title == title)
    department = departments()[n]
    account = accounts(department, (YEAR,), seed)[-1]
    bare = publish(Issuer(department.name_in(YEAR)), YEAR, figures(account), LAYOUTS["national"])
    clean = draw_projects(layout, YEAR, seed + n)
    for flaw in (None, *FLAWS):
        if flaw == "missed_target" and "score" not in layout.indicators:
            continue
        projects = list(clean)
        if flaw:
            at = n % len(clean)
            projects[at] = draw_projects(layout, YEAR, seed + n, flaws=[flaw])[at]
        forms = [evaluation_form(p, layout) for p in projects]
        if flaw and forms == [evaluation_form(p, layout) for p in clean]:
            continue
        made = with_evaluations(bare, forms)
        case = f"form-{name}-{n}" + (f"-{flaw}" if flaw else "")
        yield TextCase(case, f"form {name}", flaw and f"form {flaw}", None, made)


def parsed(case: TextCase, place: int, folder: Path) -> ParsedFiling:
    """The case's filing as it is read, in a county of its own by its `place` among the cases.

    Raises:
        ValueError: it cannot be read.
    """
    content, _ = print_text(case.filing)
    path = folder / f"{case.name}.txt"
    path.write_bytes(content)
    sha256 = hashlib.sha256(path.name.encode() + content).hexdigest()
    who = Override(f"99{place:04d}", scope="department", fiscal_year=YEAR)
    read = parse(Source(path.name, path, sha256, len(content), 1, who))
    if isinstance(read, Quarantined):
        raise ValueError(f"{path.name}: {read.message_en}")  # noqa: TRY004 - no wrong type
    return read


def line_of(case: TextCase) -> int | None:
    """The line that the slip stands on."""
    if case.printed is None:
        return None
    content, _ = print_text(case.filing)
    return content.decode().split("\n").index(case.printed) + 1
