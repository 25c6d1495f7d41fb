"""The release: the one asset that readers see. It comes after every model, test and table."""

from collections.abc import Iterable

import dagster as dg

from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse.release import publish


def release_of(everything: Iterable[dg.AssetKey]) -> dg.AssetsDefinition:
    """The release that depends on all these assets."""

    @dg.asset(deps=list(everything), group_name="release", kinds={"duckdb"})
    def release(warehouse: Warehouse, progress: dg.ResourceParam[Progress]) -> dg.MaterializeResult:  # type: ignore[type-arg]
        """The published database (发布库): read-only, with the link that BI tools open."""
        progress.stage("release")
        with warehouse.writing() as home:
            published = publish(home)
        return dg.MaterializeResult(
            metadata={
                "release": published.id,
                "new": published.is_new,
                "file": published.file.as_posix(),
                "open": home.current.as_posix(),
            }
        )

    return release
