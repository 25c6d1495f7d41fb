"""The lake: one Parquet file for each table, fiscal year and region, replaced whole.

Knows no forms: tables and their schemas are passed in. One table, `filing`, says what has
landed; the rows of all others hang on its `filing_id`.

A partition is written in an order that a crash cannot turn into a lie: a filing stands in the
`filing` table only while all its rows stand in the other tables.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

import polars as pl

from warehouse.files import sync, write_whole

KEY = "filing_id"
LANDED = "filing"
PART = "part.parquet"
_REGION = re.compile(r"\d{4}")


class Partition(NamedTuple):
    """A fiscal year of a region (the first four digits of its code)."""

    fiscal_year: int
    region: str

    @property
    def key(self) -> str:
        """As people and Dagster name it: `2023-1404`."""
        return f"{self.fiscal_year:04d}-{self.region}"

    @classmethod
    def of(cls, key: str) -> Partition:
        """The partition of a key."""
        year, _, region = key.partition("-")
        return cls(int(year), region)

    @property
    def folder(self) -> str:
        """Its folder below a table's."""
        return f"fiscal_year={self.fiscal_year}/region={self.region}"


PARTITION_SCHEMA = {"fiscal_year": pl.Int64(), "region": pl.String()}


@dataclass(frozen=True)
class Lake:
    """The lake below `root`.

    Args:
        root: its folder.
        schemas: table → the columns of its rows. `filing` carries `fiscal_year` and `region`;
            in the files the two stand in the folder's name alone, as Hive partitions.
    """

    root: Path
    schemas: Mapping[str, pl.Schema] = field(hash=False)

    def file(self, table: str, partition: Partition) -> Path:
        """Where the rows of a table's partition rest."""
        return self.root / table / partition.folder / PART

    def files(self, table: str) -> list[Path]:
        """All files of a table, in the order of their partitions."""
        return sorted((self.root / table).glob(f"fiscal_year=*/region=*/{PART}"))

    def prepare(self) -> None:
        """Empty the lake if its files have other columns than the schemas say.

        Nothing is lost: every file can be parsed again from the archive.
        """
        marker = self.root / "schemas.txt"
        said = "".join(f"{table}: {dict(schema)}\n" for table, schema in self.schemas.items())
        if marker.exists() and marker.read_text("utf-8") == said:
            return
        marker.unlink(missing_ok=True)
        if self.root.exists():
            shutil.rmtree(self.root)
        write_whole(marker, lambda beside: beside.write_text(said, "utf-8"))

    def landed(self) -> pl.DataFrame:
        """The rows of `filing`, sorted by its key."""
        schema = self.schemas[LANDED]
        files = self.files(LANDED)
        if not files:
            return pl.DataFrame(schema=schema)
        found = pl.read_parquet(files, hive_partitioning=True, hive_schema=PARTITION_SCHEMA)
        return found.select(list(schema)).cast(schema).sort(KEY)

    def counts(self) -> dict[Partition, int]:
        """The partitions that hold filings, and how many each."""
        return {p: len(ids) for p, ids in sorted(_partitions(self.landed()).items())}

    def row_counts(self) -> dict[str, int]:
        """Table → the number of its rows whose filing has landed."""
        landed = self.landed().select(KEY).lazy()
        return {table: self._count(table, landed) for table in self.schemas}

    def _count(self, table: str, landed: pl.LazyFrame) -> int:
        files = self.files(table)
        if not files:
            return 0
        rows = pl.scan_parquet(files, hive_partitioning=False).select(KEY)
        return int(rows.join(landed, on=KEY, how="semi").select(pl.len()).collect().item())

    def merge(
        self, rows: Mapping[str, pl.DataFrame], gone: Collection[str] = ()
    ) -> list[Partition]:
        """Put filings in and take filings out.

        All rows of a filing that was there before are replaced, wherever they rested. The files
        are the same, byte for byte, whatever the order in which filings came.

        Args:
            rows: table → rows, each filing of `filing` with all its rows.
            gone: ids of filings to take out.

        Returns:
            The partitions that changed, sorted.
        """
        new = rows[LANDED]
        out = set(gone) | set(new[KEY])
        partitions = _partitions(new)
        before = _partitions(self.landed().filter(pl.col(KEY).is_in(list(out))))
        changed = sorted(set(partitions) | set(before))
        for partition in before:
            self._write(LANDED, partition, self._kept(LANDED, partition, out))
        for table in self.schemas:
            if table == LANDED:
                continue
            for partition in changed:
                ids = partitions.get(partition, [])
                self._rewrite(table, partition, rows[table].filter(pl.col(KEY).is_in(ids)), out)
        for partition, ids in partitions.items():
            self._rewrite(LANDED, partition, new.filter(pl.col(KEY).is_in(ids)), out)
        return changed

    def _rewrite(
        self, table: str, partition: Partition, new: pl.DataFrame, out: Collection[str]
    ) -> None:
        kept = self._kept(table, partition, out)
        self._write(table, partition, pl.concat([kept, new.select(kept.columns)]))

    def _kept(self, table: str, partition: Partition, out: Collection[str]) -> pl.DataFrame:
        file = self.file(table, partition)
        schema = self.schemas[table]
        columns = pl.Schema({k: t for k, t in schema.items() if k not in PARTITION_SCHEMA})
        if not file.exists():
            return pl.DataFrame(schema=columns)
        found = pl.read_parquet(file, hive_partitioning=False).select(list(columns)).cast(columns)
        return found.filter(~pl.col(KEY).is_in(list(out)))

    def _write(self, table: str, partition: Partition, rows: pl.DataFrame) -> None:
        file = self.file(table, partition)
        if rows.is_empty():
            file.unlink(missing_ok=True)
            if file.parent.exists():
                sync(file.parent)
            return
        # The order of a filing's own rows is that of its parser, the order of filings by key.
        ordered = rows.sort(KEY, maintain_order=True)
        write_whole(file, lambda beside: ordered.write_parquet(beside, compression="zstd"))


def _partitions(filings: pl.DataFrame) -> dict[Partition, list[str]]:
    found: dict[Partition, list[str]] = {}
    for key, year, region in filings.select(KEY, "fiscal_year", "region").iter_rows():
        if not _REGION.fullmatch(region):
            raise ValueError(f"filing {key}: {region!r} is no region of four digits")
        found.setdefault(Partition(year, region), []).append(key)
    return found


def frame(rows: Iterable[object], schema: pl.Schema) -> pl.DataFrame:
    """Rows as a frame: each column is the attribute of that name."""
    rows = list(rows)
    columns = {name: [getattr(row, name) for row in rows] for name in schema}
    return pl.DataFrame(columns, schema=schema, strict=True)
