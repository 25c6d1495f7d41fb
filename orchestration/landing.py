"""Brings the lake up to date with the archive: what is new is parsed, what is gone leaves.

Which filings those are is decided here, by comparing keys; parsing is `ingest`'s, merging is
`warehouse`'s.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, field
from itertools import islice

from ingest import archive, manifest
from ingest.inventory import Inventory, inventory
from ingest.parse import override_hash
from ingest.records import TABLES, ParsedFiling, Quarantined, Source
from orchestration.inbox import SAMPLE
from orchestration.progress import Progress
from orchestration.resources import Warehouse
from warehouse import quarantine
from warehouse.lake import Lake, Partition, frame

CHUNK = 1_000
"""Filings held in memory before they are merged into the lake."""


@dataclass
class Landed:
    """What one landing did. `partitions` are those whose rows were written anew."""

    seen: int = 0
    parsed: int = 0
    skipped: int = 0
    removed: int = 0
    quarantined: int = 0
    partitions: set[Partition] = field(default_factory=set)


def land(
    warehouse: Warehouse, progress: Progress, only: Collection[Partition] | None = None
) -> Landed:
    """Parse what is not in the lake as it is now, or all of some partitions again."""
    lake, batch = warehouse.lake, warehouse.batch
    lake.prepare()
    stock = take_stock(warehouse)
    kept = _still_valid(warehouse, stock, batch.parser_version)
    done = _landed_keys(lake) | {_case_key(case) for case in kept}
    if only is None:
        wanted = [s for s in stock.sources if not _keys(s, batch.parser_version) & done]
    else:
        wanted = _of_partitions(lake, stock.sources, only)
    again = {(s.path, s.sha256) for s in wanted}
    cases = [c for c in kept if (c["path"], c["sha256"]) not in again]
    cases += [asdict(row) for row in stock.refused]
    result = Landed(seen=len(stock.sources), skipped=len(stock.sources) - len(wanted))
    _remove(lake, result, {s.sha256 for s in stock.sources})
    progress.stage("parse", len(wanted))
    results = batch.run(wanted)
    while chunk := list(_counted(islice(results, CHUNK), progress)):
        cases += _merge(lake, chunk, result)
        quarantine.keep(warehouse.place.quarantine, cases)
    quarantine.keep(warehouse.place.quarantine, cases)
    result.quarantined = len(cases)
    return result


def take_stock(warehouse: Warehouse) -> Inventory:
    """All sources of the inbox that was taken in last, and what was refused there."""
    folder = warehouse.place.archive
    intake = archive.last_intake(folder)
    mine = [entry for entry in manifest.read(folder) if entry.inbox == intake.inbox]
    if intake.inbox == SAMPLE:  # earlier versions of the sample are no filings of anyone
        mine = [entry for entry in mine if entry.present]
    return inventory(mine, folder, intake.refused)


def rows_by_table(parsed: Sequence[ParsedFiling]) -> dict[str, list[object]]:
    """The lake's tables and their rows."""
    return {table: [row for one in parsed for row in one.rows(table)] for table in TABLES}


def _merge(
    lake: Lake, chunk: list[ParsedFiling | Quarantined], result: Landed
) -> list[dict[str, str]]:
    parsed = [one for one in chunk if isinstance(one, ParsedFiling)]
    refused = [one for one in chunk if isinstance(one, Quarantined)]
    rows = rows_by_table(parsed)
    frames = {table: frame(rows[table], columns) for table, columns in lake.schemas.items()}
    result.partitions |= set(lake.merge(frames, _ids(lake, {one.sha256 for one in refused})))
    result.parsed += len(parsed)
    return [asdict(one) for one in refused]


def _remove(lake: Lake, result: Landed, there: Collection[str]) -> None:
    landed = lake.landed()
    gone = _ids(lake, set(landed["sha256"]) - set(there))
    if gone:
        empty = {table: frame([], columns) for table, columns in lake.schemas.items()}
        result.partitions |= set(lake.merge(empty, gone))
        result.removed = len(gone)


def _ids(lake: Lake, contents: Collection[str]) -> list[str]:
    rows = lake.landed().select("filing_id", "sha256").iter_rows()
    return [filing_id for filing_id, sha256 in rows if sha256 in contents]


def _of_partitions(
    lake: Lake, sources: Iterable[Source], only: Collection[Partition]
) -> list[Source]:
    rows = lake.landed().select("sha256", "fiscal_year", "region").iter_rows()
    contents = {sha256 for sha256, year, region in rows if Partition(year, region) in only}
    return [source for source in sources if source.sha256 in contents]


Key = tuple[str, ...]


def _keys(source: Source, version: str) -> set[Key]:
    """The keys under which this source counts as done: landed, or quarantined."""
    case = (source.path, source.sha256, version, override_hash(source.override))
    return {case, (*case, str(source.arrival))}


def _landed_keys(lake: Lake) -> set[Key]:
    columns = ("path", "sha256", "parser_version", "override_hash", "arrival")
    return {tuple(map(str, row)) for row in lake.landed().select(columns).iter_rows()}


def _case_key(case: quarantine.Case) -> Key:
    return (case["path"], case["sha256"], case["parser_version"], case["override_hash"])


def _still_valid(warehouse: Warehouse, stock: Inventory, version: str) -> list[dict[str, str]]:
    """The cases of files that would be parsed just as they were."""
    valid = {key for source in stock.sources for key in _keys(source, version)}
    return [
        case for case in quarantine.cases(warehouse.place.quarantine) if _case_key(case) in valid
    ]


def _counted(
    results: Iterable[ParsedFiling | Quarantined], progress: Progress
) -> Iterator[ParsedFiling | Quarantined]:
    for result in results:
        progress.advance()
        yield result
