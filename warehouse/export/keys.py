"""Keys of the public tables: which of the declared ones hold in the data of a release."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import duckdb

from warehouse.export.catalogue import Table


@dataclass(frozen=True, slots=True)
class Key:
    """Columns that tell the rows of a table apart, or, with `to`, one that refers to another.

    `table` and `to` are names without schema, as the models have them.
    """

    table: str
    columns: tuple[str, ...]
    to: str | None = None
    to_column: str | None = None


@dataclass(frozen=True, slots=True)
class TableKeys:
    """The keys of a table that hold: one primary key at most, and references."""

    primary: tuple[str, ...] = ()
    foreign: tuple[tuple[str, Table, str], ...] = ()
    """Column, table that it refers to, column there."""


def keys_that_hold(
    con: duckdb.DuckDBPyConnection, tables: Sequence[Table], declared: Iterable[Key]
) -> dict[str, TableKeys]:
    """Table → its keys, of those declared: no two rows share one, none has a gap, none dangles."""
    named = {table.name: table for table in tables}
    wanted = list(dict.fromkeys(declared))
    return {
        table.full_name: TableKeys(
            next((k.columns for k in mine if not k.to and _tells_apart(con, table, k)), ()),
            tuple(
                (k.columns[0], named[k.to], k.to_column)
                for k in mine
                if k.to in named and k.to_column and _refers(con, table, k, named[k.to])
            ),
        )
        for table in tables
        for mine in [[k for k in wanted if k.table == table.name and _has(table, k.columns)]]
    }


def _has(table: Table, columns: Iterable[str]) -> bool:
    return set(columns) <= {column.name for column in table.columns}


def _tells_apart(con: duckdb.DuckDBPyConnection, table: Table, key: Key) -> bool:
    listed = ", ".join(f'"{name}"' for name in key.columns)
    gaps = " or ".join(f'"{name}" is null' for name in key.columns)
    repeated = f"select 1 from {_sql(table)} group by {listed} having count(*) > 1 limit 1"  # noqa: S608
    gap = f"select 1 from {_sql(table)} where {gaps} limit 1"  # noqa: S608
    return not con.execute(repeated).fetchall() and not con.execute(gap).fetchall()


def _refers(con: duckdb.DuckDBPyConnection, table: Table, key: Key, to: Table) -> bool:
    there = key.to_column or ""
    if not _has(to, [there]) or not _tells_apart(con, to, Key(to.name, (there,))):
        return False
    dangling = f"""select 1 from {_sql(table)} a anti join {_sql(to)} b
        on a."{key.columns[0]}" = b."{there}" where a."{key.columns[0]}" is not null limit 1"""  # noqa: S608
    return not con.execute(dangling).fetchall()


def _sql(table: Table) -> str:
    return f'"{table.schema}"."{table.name}"'
