"""Writes a release into a folder, table by table, in one pass over each; whole or not at all."""

from __future__ import annotations

import json
import shutil
import tempfile
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path

import duckdb
import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from warehouse.export.catalogue import Table, public_tables
from warehouse.export.dictionary import dictionary
from warehouse.export.keys import Key, keys_that_hold
from warehouse.export.package import package
from warehouse.export.settings import GROUPS, Group, group_of
from warehouse.export.streams import Csv, Parquet, Sink
from warehouse.export.workbook import Workbook, does_not_fit, fits

FORMATS = ("parquet", "csv", "xlsx")
BATCH = 50_000
"""Rows in memory at a time."""


class NotEmpty(Exception):
    """The folder to export to holds something already, or is a file."""


@dataclass(slots=True)
class _Export:
    con: duckdb.DuckDBPyConnection
    folder: Path
    release: str
    formats: frozenset[str]
    advance: Callable[[], None]
    files: dict[Path, list[Table]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def export(
    con: duckdb.DuckDBPyConnection,
    folder: Path,
    release: str,
    formats: Iterable[str] = FORMATS,
    keys: Iterable[Key] = (),
    progress: Callable[[int], Callable[[], None]] = lambda _: lambda: None,
) -> list[str]:
    """Write the public tables of a release, with a data package and a dictionary.

    The same release gives the same bytes.

    Args:
        con: the release, opened for reading.
        folder: where to; it may be there, empty.
        release: its id.
        formats: some of `FORMATS`.
        keys: keys to name where they hold.
        progress: told the number of steps, gives what is called after each.

    Returns:
        What could not be written as it is, a line each.

    Raises:
        NotEmpty: the folder holds something.
        Undescribed: a table or column lacks its description.
        Unplaced: no workbook is meant to hold a table.
        UnknownType: a column has a type that cannot be exported.
    """
    tables = public_tables(con)
    held = keys_that_hold(con, tables, keys)
    advance = progress(sum(1 + table.n_rows // BATCH for table in tables))
    with _made_whole(folder) as beside:
        job = _Export(con, beside, release, frozenset(formats), advance)
        for group, its in _groups(tables):
            _write_group(job, group, its)
        described = package(release, job.files, beside, held)
        text = json.dumps(described, ensure_ascii=False, indent=1)
        (beside / "datapackage.json").write_text(f"{text}\n", "utf-8")
        (beside / "dictionary.md").write_text(dictionary(release, tables, held), "utf-8")
    return job.notes


@contextmanager
def _made_whole(folder: Path) -> Iterator[Path]:
    """A folder beside, which takes the place of `folder` at the end, or is gone after an error."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise NotEmpty(f"{folder}: not an empty folder")
    folder.parent.mkdir(parents=True, exist_ok=True)
    beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}.", dir=folder.parent))
    try:
        yield beside
        beside.chmod(0o755)
        beside.replace(folder)
    except BaseException:
        shutil.rmtree(beside)
        raise


def _groups(tables: Sequence[Table]) -> Iterator[tuple[Group, list[Table]]]:
    placed = [(GROUPS.index(group_of(table.full_name)), table) for table in tables]
    placed.sort(key=lambda pair: pair[0])
    for number, pairs in groupby(placed, key=lambda pair: pair[0]):
        yield GROUPS[number], [table for _, table in pairs]


def _write_group(job: _Export, group: Group, tables: list[Table]) -> None:
    book = None
    if "xlsx" in job.formats:
        path = job.folder / "xlsx" / f"{group.name}.xlsx"
        book = Workbook(path, group, tables, job.release)
    for table in tables:
        _write_table(job, table, book if book and fits(table) else None)
    if book:
        book.close()
        job.files[path] = [table for table in tables if fits(table)]
        job.notes += [does_not_fit(table) for table in tables if not fits(table)]
        if book.n_cut:
            job.notes.append(f"{group.name}.xlsx: {book.n_cut:,} texts cut (过长文字已截断)")


def _write_table(job: _Export, table: Table, book: Workbook | None) -> None:
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    rows = job.con.sql(f'select {names} from "{table.schema}"."{table.name}"')  # noqa: S608
    reader = rows.to_arrow_reader(BATCH)
    sinks = _sinks(job, table, reader.schema)
    if book:
        book.start(table)
    for batch in reader:
        frame = pl.DataFrame(pl.from_arrow(batch))
        for sink in sinks:
            sink.write(batch, frame)
        if book:
            book.write(frame)
        job.advance()
    for sink in sinks:
        sink.close()


def _sinks(job: _Export, table: Table, schema: pa.Schema) -> list[Sink]:
    sinks: list[Sink] = []
    if "csv" in job.formats:
        path = job.folder / "csv" / f"{table.full_name}.csv"
        sinks.append(Csv(path, table))
        job.files[path] = [table]
    if "parquet" in job.formats:
        path = job.folder / "parquet" / f"{table.full_name}.parquet"
        sinks.append(Parquet(path, table, schema))
        job.files[path] = [table]
    return sinks
