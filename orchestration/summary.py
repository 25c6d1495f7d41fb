"""What a build left, for the person who ran it: counts and cases out of the release."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from warehouse.home import Home
from warehouse.reader import open_release

_FILINGS = """
    select count(*) filter (is_current), count(*) filter (not is_current),
        count(distinct department_id) filter (is_current), min(fiscal_year), max(fiscal_year)
    from marts.dim_filing
"""
_VALUES = "select count(*) from raw.line_item where value is not null"
SEVERITIES = ("error", "warn", "info")
_FINDINGS = "select origin, severity, count(*) from audit.finding group by all order by all"
_QUARANTINE = """
    select path, reason, message_en, message_zh from audit.quarantine order by path, reason
"""


@dataclass(frozen=True, slots=True)
class Case:
    """A file that did not land."""

    path: str
    reason: str
    message_en: str
    message_zh: str


@dataclass(frozen=True, slots=True)
class Summary:
    """Counts of a release.

    `superseded` are earlier versions of filings, kept but not current; `findings` are counted by
    severity, the gravest first, and again by who found them (`audit.finding.origin`).
    """

    release: str
    file: str
    open: str
    filings: int
    superseded: int
    departments: int
    first_year: int | None
    last_year: int | None
    values: int
    findings: dict[str, int]
    findings_by_origin: dict[str, dict[str, int]]
    quarantine: tuple[Case, ...]


def summarise(home: Home) -> Summary:
    """Read the summary out of the current release."""
    with open_release(home.current) as con:
        filings = con.execute(_FILINGS).fetchall()[0]
        values = con.execute(_VALUES).fetchall()[0]
        found = con.execute(_FINDINGS).fetchall()
        cases = tuple(Case(*row) for row in con.execute(_QUARANTINE).fetchall())
    file = home.current.resolve()
    current, superseded, departments, first, last = filings
    return Summary(
        release=file.stem,
        file=_short(file),
        open=_short(home.current),
        filings=current,
        superseded=superseded,
        departments=departments,
        first_year=first,
        last_year=last,
        values=values[0],
        findings=_by_severity(found),
        findings_by_origin={
            origin: _by_severity([row for row in found if row[0] == origin])
            for origin in dict.fromkeys(row[0] for row in found)
        },
        quarantine=cases,
    )


def _by_severity(found: list[tuple[str, str, int]]) -> dict[str, int]:
    counts = {s: sum(n for _, severity, n in found if severity == s) for s in SEVERITIES}
    return {severity: n for severity, n in counts.items() if n}


def _short(path: Path) -> str:
    here = Path.cwd()
    return str(path.relative_to(here) if path.is_relative_to(here) else path)
