"""What a database holds, as one short hash: the same rows and columns give the same one."""

from __future__ import annotations

import hashlib

import duckdb

_COLUMNS = """
    select schema_name, table_name, column_name, data_type, comment
    from duckdb_columns() where database_name = $1 and not internal
    order by schema_name, table_name, column_index
"""
_OBJECTS = """
    select schema_name, view_name, comment from duckdb_views()
    where database_name = $1 and not internal
    union all select schema_name, table_name, comment from duckdb_tables()
    where database_name = $1 and not internal
    order by all
"""


def fingerprint(con: duckdb.DuckDBPyConnection, database: str) -> str:
    """Hash all tables, views and comments of an attached database; 12 hex digits.

    The order of rows does not count. Of a view its rows count, not its text, which DuckDB writes
    anew in each copy: so a release holds what its name says, and that can be checked. Values are
    compared by DuckDB's own 64-bit hash, which tells builds apart but is no proof against forgery.
    """
    digest = hashlib.sha256()
    for query in (_COLUMNS, _OBJECTS):
        digest.update(repr(con.execute(query, [database]).fetchall()).encode())
    for schema, table, _ in con.execute(_OBJECTS, [database]).fetchall():
        rows = con.execute(
            f"""select count(*), sum(hash(t)::hugeint), bit_xor(hash(t))
            from "{database}"."{schema}"."{table}" t"""  # noqa: S608 - names from the catalogue
        ).fetchone()
        digest.update(repr((schema, table, rows)).encode())
    return digest.hexdigest()[:12]
