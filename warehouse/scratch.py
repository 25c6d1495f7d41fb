"""A warehouse in memory for a few filings: frames in, the audit's script run, tables out.

It knows no rules: the script is handed in, and says what it makes.
"""

from __future__ import annotations

from collections.abc import Mapping

import duckdb
import polars as pl


def run_script(
    raw: Mapping[str, pl.DataFrame], script: str, wanted: Mapping[str, str]
) -> dict[str, pl.DataFrame]:
    """Run a script over raw tables and read what it makes.

    Args:
        raw: table of the schema `raw` → its rows.
        script: SQL statements that need that schema alone.
        wanted: name → the query that gives it afterwards.

    Returns:
        Name → frame, as `wanted` says.
    """
    # A few filings: a second thread costs more than it saves.
    con = duckdb.connect(config={"threads": 1})
    try:
        con.execute("create schema raw")
        for table, frame in raw.items():
            con.register("frame", frame)
            con.execute(f'create table raw."{table}" as from frame')
            con.unregister("frame")
        con.execute(script)
        return {name: con.sql(query).pl() for name, query in wanted.items()}
    finally:
        con.close()
