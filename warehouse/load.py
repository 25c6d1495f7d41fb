"""One writer loads the builder's database from the lake: schema `raw`, a table for each of it.

The database is made anew: no table of an earlier build can stay behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import duckdb
import polars as pl

from warehouse.home import Home
from warehouse.lake import KEY, LANDED, PARTITION_SCHEMA, Lake

SETTINGS = {"autoinstall_known_extensions": "false", "autoload_known_extensions": "false"}


def load(home: Home, lake: Lake) -> dict[str, int]:
    """Make the database of the builder from the lake; nothing in it is checked yet.

    Returns:
        Table → its number of rows.
    """
    build = home.build
    for stale in (home.tested, home.checked, build, build.with_name(f"{build.name}.wal")):
        stale.unlink(missing_ok=True)
    build.parent.mkdir(parents=True, exist_ok=True)
    with duckdb.connect(build, config=dict(SETTINGS)) as con:
        con.execute("create schema raw")
        return {table: _load_table(con, lake, table) for table in _filing_first(lake.schemas)}


def load_texts(
    build: Path, table: str, records: Iterable[Mapping[str, str]], columns: Iterable[str]
) -> int:
    """Load flat records as a table of the schema `raw`, all columns text.

    Returns:
        Its number of rows.
    """
    names = list(columns)
    rows = [[record[name] for name in names] for record in records]
    with duckdb.connect(build, config=dict(SETTINGS)) as con:
        typed = ", ".join(f"{name} varchar" for name in names)
        con.execute(f"create or replace table raw.{table} ({typed})")
        if rows:
            marks = ", ".join("?" for _ in names)
            con.executemany(f"insert into raw.{table} values ({marks})", rows)  # noqa: S608
    return len(rows)


def write_table(
    build: Path, name: str, rows: pl.DataFrame, about: str, comments: Mapping[str, str]
) -> int:
    """Make or replace a table of the builder's database from a frame.

    Args:
        build: the database.
        name: `schema.table`.
        rows: its rows, kept in their order.
        about: what it is.
        comments: column → what it holds; a column without one is an error.

    Raises:
        KeyError: a column has no comment.
    """
    schema, _, _ = name.partition(".")
    with duckdb.connect(build, config=dict(SETTINGS)) as con:
        con.execute(f"create schema if not exists {schema}")
        con.register("rows_to_write", rows)
        con.execute(f"create or replace table {name} as from rows_to_write")
        con.execute(f"comment on table {name} is '{_quoted(about)}'")
        for column in rows.columns:
            comment = _quoted(comments[column])
            con.execute(f"comment on column {name}.\"{column}\" is '{comment}'")
    return rows.height


def _quoted(text: str) -> str:
    return text.replace("'", "''")


def _filing_first(schemas: Iterable[str]) -> list[str]:
    return sorted(schemas, key=lambda table: (table != LANDED, table))


def _load_table(con: duckdb.DuckDBPyConnection, lake: Lake, table: str) -> int:
    schema = {**lake.schemas[table], **PARTITION_SCHEMA}
    typed = ", ".join(f'"{name}" {_sql_type(dtype)}' for name, dtype in schema.items())
    con.execute(f"create table raw.{table} ({typed})")
    if lake.files(table):
        con.execute(_insert(table, list(schema)), [[str(file) for file in lake.files(table)]])
    counted = con.execute(f"select count(*) from raw.{table}").fetchone()  # noqa: S608
    return int(counted[0]) if counted else 0


def _insert(table: str, columns: list[str]) -> str:
    names = ", ".join(f'"{name}"' for name in columns)
    hive = "{'fiscal_year': bigint, 'region': varchar}"
    # A crash between two files of a partition may leave rows of a filing that has not landed.
    landed = "" if table == LANDED else f"semi join raw.{LANDED} using ({KEY}, fiscal_year, region)"
    # A join keeps no order of its own: the engine may take either side as the one it walks.
    return f"""
        insert into raw.{table} select {names}
        from read_parquet(
            $1, hive_partitioning = true, hive_types = {hive}, file_row_number = true
        ) {landed}
        order by fiscal_year, region, file_row_number
    """  # noqa: S608 - the names are those of our own schemas


def _sql_type(dtype: pl.DataType) -> str:
    if isinstance(dtype, pl.Decimal):
        return f"decimal({dtype.precision}, {dtype.scale})"
    return {pl.String(): "varchar", pl.Int64(): "bigint"}[dtype]
