"""What the public tables are: their columns, types and descriptions, out of a release's comments.

A description is written `English (中文)`: the first Chinese in brackets is the Chinese name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

import duckdb

from warehouse.export.settings import UNITS

SCHEMAS = ("marts", "audit", "analytics")
_CHINESE = re.compile(r"\(([^()]*[\u4e00-\u9fff][^()]*)\)")
TYPES = {
    "VARCHAR": "string",
    "BOOLEAN": "boolean",
    "SMALLINT": "integer",
    "INTEGER": "integer",
    "UINTEGER": "integer",
    "BIGINT": "integer",
    "UBIGINT": "integer",
    "DOUBLE": "number",
    "DATE": "date",
}
"""DuckDB's types, and what a table schema calls them; decimals are numbers too."""
_DECIMAL = re.compile(r"DECIMAL\(\d+,\d+\)")
_TABLES = """
    select schema_name, table_name, comment from duckdb_tables()
    where database_name = current_database() and list_contains($1, schema_name)
    union all
    select schema_name, view_name, comment from duckdb_views()
    where database_name = current_database() and list_contains($1, schema_name)
    order by list_position($1, schema_name), 2
"""
_COLUMNS = """
    select schema_name, table_name, column_name, data_type, comment from duckdb_columns()
    where database_name = current_database() and list_contains($1, schema_name)
    order by column_index
"""


class Undescribed(Exception):
    """A public table or column without a description in both languages: an error of ours."""


class UnknownType(Exception):
    """A public column has a type that no table schema is known for: an error of ours."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its types of DuckDB and of table schemas, its Chinese name and description."""

    name: str
    type: str
    kind: str
    title: str
    description: str

    @property
    def unit(self) -> str | None:
        """The unit that its name tells, by `settings.yml`."""
        found = [unit for pattern, unit in UNITS.items() if re.fullmatch(pattern, self.name)]
        return found[0] if found else None


@dataclass(frozen=True, slots=True)
class Table:
    """A public table with its columns and the number of its rows."""

    schema: str
    name: str
    title: str
    description: str
    columns: tuple[Column, ...]
    n_rows: int

    @property
    def full_name(self) -> str:
        """`schema.name`."""
        return f"{self.schema}.{self.name}"


def public_tables(con: duckdb.DuckDBPyConnection) -> list[Table]:
    """All tables and views of the public schemas, by schema and name.

    Raises:
        Undescribed: one of them, or a column, lacks its description.
        UnknownType: a column has a type that cannot be exported.
    """
    schemas = [list(SCHEMAS)]
    columns: dict[tuple[str, str], list[Column]] = {}
    for schema, table, *said in con.execute(_COLUMNS, schemas).fetchall():
        columns.setdefault((schema, table), []).append(_column(f"{schema}.{table}", *said))
    return [
        Table(
            schema=schema,
            name=name,
            title=chinese_name(comment, f"{schema}.{name}"),
            description=_line(comment),
            columns=tuple(columns[schema, name]),
            n_rows=_count(con, schema, name),
        )
        for schema, name, comment in con.execute(_TABLES, schemas).fetchall()
    ]


def chinese_name(comment: str | None, whose: str) -> str:
    """The Chinese name in a description.

    Raises:
        Undescribed: there is none; the message names `whose`.
    """
    found = _CHINESE.search(comment or "")
    if not found:
        raise Undescribed(f"{whose}: no description, or no Chinese in it: {comment!r}")
    return found[1]


def _column(table: str, name: str, type_: str, comment: str | None) -> Column:
    title = chinese_name(comment, f"{table}.{name}")
    kind = "number" if _DECIMAL.fullmatch(type_) else TYPES.get(type_)
    if kind is None:
        raise UnknownType(f"{table}.{name}: {type_} has no type in a table schema")
    return Column(name, type_, kind, title, _line(comment or ""))


def _line(comment: str) -> str:
    return " ".join(comment.split())


def _count(con: duckdb.DuckDBPyConnection, schema: str, name: str) -> int:
    counted = con.execute(f'select count(*) from "{schema}"."{name}"').fetchall()  # noqa: S608
    return int(counted[0][0])
