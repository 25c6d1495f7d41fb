"""The release: the one asset that readers see. It comes after every model, test and table.

Beside it a check that stops nothing: which filings one would expect by now and are not here.
"""

from collections.abc import Iterable, Sequence
from dataclasses import astuple, fields

import dagster as dg

from orchestration.progress import Progress
from orchestration.resources import Warehouse
from orchestration.retries import retried
from orchestration.summary import SEVERITIES, summarise
from warehouse.diff import CannotCompare, counted, keep_changes
from warehouse.home import Home
from warehouse.missing import Freshness, freshness, today
from warehouse.reader import open_release
from warehouse.release import publish

_MISSING = [field.name for field in fields(Freshness)]


def release_of(everything: Iterable[dg.AssetKey]) -> dg.AssetsDefinition:
    """The release that depends on all these assets."""

    @dg.asset(deps=list(everything), group_name="release", kinds={"duckdb"})
    def release(warehouse: Warehouse, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult:  # type: ignore[type-arg]
        """The published database (发布库): read-only, with the link that BI tools open."""
        progress.stage("release")
        with retried(), warehouse.writing() as home:
            published = publish(home)
            changed = _changed(home)
        return dg.MaterializeResult(
            metadata={
                "release": published.id,
                "new": published.is_new,
                "file": published.file.as_posix(),
                "open": home.current.as_posix(),
                **_holds(home),
                **changed,
            }
        )

    return release


@dg.asset_check(
    asset="release", description="Filings expected by now are here (应公开而未见的文件)."
)
def expected_filings(warehouse: Warehouse) -> dg.AssetCheckResult:
    """A warning with region, year and day; the days come from `warehouse.missing`."""
    day = today()
    with open_release(warehouse.place.current) as con:
        late = [row for row in freshness(con, day) if row.is_overdue(day)]
    return dg.AssetCheckResult(
        passed=not late,
        severity=dg.AssetCheckSeverity.WARN,
        metadata={
            "filings missing": sum(len(row.missing) for row in late),
            "by region and year": _table(_MISSING, map(_shown, late)),
        },
    )


def _shown(row: Freshness) -> tuple[object, ...]:
    return *astuple(row)[:-1], "、".join(row.missing)


def _holds(home: Home) -> dict[str, int]:
    """What the release holds, in numbers."""
    told = summarise(home)
    counts = {"filings": told.filings, "departments": told.departments, "values": told.values}
    found = {f"findings: {severity}": told.findings.get(severity, 0) for severity in SEVERITIES}
    return {**counts, **found, "not read or not counted": len(told.quarantine)}


def _changed(home: Home) -> dict[str, str | dg.MarkdownMetadataValue]:
    """What changed against the release before, for the page of the asset."""
    try:
        rows = keep_changes(home)
    except CannotCompare as error:
        return {"changes": f"not compared: {error}"}
    if rows is None:
        return {"changes": "the first release"}
    columns = ("what", "kind", "cause", "n", "n_values")
    return {"changes": _table(columns, ([n[c] for c in columns] for n in counted(rows)))}


def _table(columns: Sequence[str], rows: Iterable[Sequence[object]]) -> dg.MarkdownMetadataValue:
    lines = [columns, ["---"] * len(columns), *rows]
    return dg.MarkdownMetadataValue("\n".join(f"| {' | '.join(map(str, n))} |" for n in lines))
