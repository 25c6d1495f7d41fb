"""The release: the one asset that readers see. It comes after every model, test and table."""

from collections.abc import Iterable, Mapping

import dagster as dg

from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse.diff import CannotCompare, counted, keep_changes
from warehouse.home import Home
from warehouse.release import publish


def release_of(everything: Iterable[dg.AssetKey]) -> dg.AssetsDefinition:
    """The release that depends on all these assets."""

    @dg.asset(deps=list(everything), group_name="release", kinds={"duckdb"})
    def release(warehouse: Warehouse, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult:  # type: ignore[type-arg]
        """The published database (发布库): read-only, with the link that BI tools open."""
        progress.stage("release")
        with warehouse.writing() as home:
            published = publish(home)
            changed = _changed(home)
        return dg.MaterializeResult(
            metadata={
                "release": published.id,
                "new": published.is_new,
                "file": published.file.as_posix(),
                "open": home.current.as_posix(),
                **changed,
            }
        )

    return release


def _changed(home: Home) -> dict[str, str | dg.MarkdownMetadataValue]:
    """What changed against the release before, for the page of the asset."""
    try:
        rows = keep_changes(home)
    except CannotCompare as error:
        return {"changes": f"not compared: {error}"}
    if rows is None:
        return {"changes": "the first release"}
    return {"changes": dg.MarkdownMetadataValue(_as_markdown(counted(rows)))}


def _as_markdown(counts: Iterable[Mapping[str, object]]) -> str:
    lines = [f"| {n['what']} | {n['kind']} | {n['cause']} | {n['n']} |" for n in counts]
    return "\n".join(["| what | kind | cause | n |", "|---|---|---|---|", *lines])
