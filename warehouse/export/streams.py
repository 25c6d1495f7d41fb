"""A table as one CSV or Parquet file, written batch by batch."""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]
import pyarrow.parquet as pq  # type: ignore[import-untyped]

from warehouse.export.catalogue import Table


class Sink(Protocol):
    """Takes the rows of one table, batch by batch."""

    def write(self, batch: pa.RecordBatch, frame: pl.DataFrame) -> None:
        """Take a batch, given in both its forms."""

    def close(self) -> None:
        """Finish."""


class Csv:
    """CSV for Excel: UTF-8 with a BOM, money with all its decimals, an empty field for null."""

    def __init__(self, path: Path, table: Table) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("wb")
        head = pl.DataFrame(schema={column.name: pl.String for column in table.columns})
        head.write_csv(self._file, include_bom=True)

    def write(self, batch: pa.RecordBatch, frame: pl.DataFrame) -> None:  # noqa: ARG002
        """Append the rows."""
        frame.write_csv(self._file, include_header=False)

    def close(self) -> None:
        """Finish the file."""
        self._file.close()


class Parquet:
    """Parquet with the descriptions in the metadata of its fields."""

    def __init__(self, path: Path, table: Table, schema: pa.Schema) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        described = [
            schema.field(column.name).with_metadata({"description": column.description})
            for column in table.columns
        ]
        self._schema = pa.schema(described, metadata={"description": table.description})
        self._writer = pq.ParquetWriter(path, self._schema, compression="zstd")

    def write(self, batch: pa.RecordBatch, frame: pl.DataFrame) -> None:  # noqa: ARG002
        """Append the rows as a row group."""
        self._writer.write_batch(pa.record_batch(batch.columns, schema=self._schema))

    def close(self) -> None:
        """Finish the file."""
        self._writer.close()
