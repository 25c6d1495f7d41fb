"""The archive and the line items: from the inbox to the lake, by region and fiscal year."""

import dagster as dg
from pydantic import Field

from ingest import archive as archives
from orchestration.inbox import choose, fill
from orchestration.landing import Landed, land
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from orchestration.retries import retried
from warehouse.lake import Partition

REGION_YEARS = dg.DynamicPartitionsDefinition(name="fiscal_year_region")
"""One partition a fiscal year of a region, as `2023-1404`; they appear as filings land."""

GROUP = "ingest"


@dg.asset(group_name=GROUP, kinds={"file"})
def archive(
    context: dg.AssetExecutionContext, warehouse: Warehouse, progress: dg.ResourceParam[Progress]
) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The bytes of every filing that was ever dropped, immutable, by sha256 (原始文件)."""
    progress.stage("archive")
    with retried(), warehouse.writing() as home:
        inbox = choose(home, warehouse.given_inbox)
        fill(home, inbox)
        intake = archives.intake(inbox.folder, home.archive, inbox.name)
    for row in (*intake.unmatched, *intake.unsettled):
        context.log.warning(row)
    return dg.MaterializeResult(
        metadata={
            "inbox": inbox.folder.as_posix(),
            "new": len(intake.new),
            "changed": len(intake.changed),
            "unchanged": len(intake.unchanged),
            "vanished": len(intake.vanished),
            "refused": len(intake.refused),
            "still being written": list(intake.unsettled),
            "rows of filings.csv without a file": list(intake.unmatched),
        }
    )


class Again(dg.Config):
    """Which part of the lake is parsed again, all of it in one run; all empty: only what is new.

    Attributes:
        first_year: the first fiscal year.
        last_year: the last one.
        regions: region codes, or their beginnings: `14` is all of a province, `1404` a city.
    """

    first_year: int | None = None
    last_year: int | None = None
    regions: list[str] = Field(default_factory=list)

    def includes(self, partition: Partition) -> bool:
        """Whether a partition lies within; a county's code stands for its city's partition."""
        year, region = partition
        starts = tuple(code[:4] for code in self.regions)
        return (self.first_year or year) <= year <= (self.last_year or year) and (
            not starts or region.startswith(starts)
        )


@dg.asset(
    deps=[archive],
    partitions_def=REGION_YEARS,
    backfill_policy=dg.BackfillPolicy.single_run(),
    group_name=GROUP,
    kinds={"parquet"},
)
def line_items(
    context: dg.AssetExecutionContext,
    config: Again,
    warehouse: Warehouse,
    progress: dg.ResourceParam[Progress],
) -> dg.MaterializeResult:  # type: ignore[type-arg]
    """The lake: every printed value with its place (决算表各单元格数值).

    Without a partition this parses what is new and marks each partition that changed; with
    partitions, as in a backfill, or with regions and years in its config, it parses their filings
    again. What a crash left behind is parsed by the next run: the rest stands in the lake.
    """
    with retried(), warehouse.writing():
        result = land(warehouse, progress, _chosen(context, config, warehouse))
    _mark(context, warehouse, result)
    return dg.MaterializeResult(
        metadata={
            "filings seen": result.seen,
            "parsed": result.parsed,
            "skipped, nothing changed": result.skipped,
            "removed": result.removed,
            "in quarantine": result.quarantined,
            "partitions changed": len(result.partitions),
        }
    )


def _chosen(
    context: dg.AssetExecutionContext, config: Again, warehouse: Warehouse
) -> list[Partition] | None:
    if context.has_partition_key or context.has_partition_key_range:
        return [Partition.of(key) for key in context.partition_keys]
    if config == Again():
        return None
    chosen = [p for p in warehouse.lake.counts() if config.includes(p)]
    if not chosen:
        raise dg.Failure(f"no filing has landed in {config.model_dump(exclude_none=True)}")
    return chosen


def _mark(context: dg.AssetExecutionContext, warehouse: Warehouse, result: Landed) -> None:
    """Tell Dagster which partitions there are now, and which of them changed."""
    name = str(REGION_YEARS.name)
    counts = warehouse.lake.counts()
    context.instance.add_dynamic_partitions(name, sorted(p.key for p in counts))
    for partition in sorted(result.partitions):
        if partition not in counts:
            context.instance.delete_dynamic_partition(name, partition.key)
        elif not context.has_partition_key_range and not context.has_partition_key:
            said = {"filings": counts[partition]}
            context.log_event(
                dg.AssetMaterialization("line_items", partition=partition.key, metadata=said)
            )
