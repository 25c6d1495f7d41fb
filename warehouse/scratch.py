"""A warehouse in memory for a few filings: frames in, the audit's script run, tables out.

It knows no rules: the script is handed in, and says what it makes.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor

import duckdb
import polars as pl

NEXT = "\n-- next\n"
"""Between two statements of a script that do not need each other."""
THEN = "\n-- then\n"
"""Between two groups of them, of which the second needs the first."""


def run_script(
    raw: Mapping[str, pl.DataFrame], script: str, wanted: Mapping[str, str]
) -> dict[str, pl.DataFrame]:
    """Run a script over raw tables and read what it makes.

    Args:
        raw: table of the schema `raw` → its rows.
        script: SQL statements that need that schema alone, between `NEXT` and `THEN`.
        wanted: name → the query that gives it afterwards.

    Returns:
        Name → frame, as `wanted` says.
    """
    # A few filings: planning a query takes longer than running it, and one plan takes one thread.
    con = duckdb.connect(config={"threads": 1})
    try:
        con.execute("create schema raw")
        for table, frame in raw.items():
            con.register("frame", frame)
            con.execute(f'create table raw."{table}" as from frame')
            con.unregister("frame")
        _run(con, script)
        return {name: con.sql(query).pl() for name, query in wanted.items()}
    finally:
        con.close()


def _run(con: duckdb.DuckDBPyConnection, script: str) -> None:
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for group in script.split(THEN):
            done = pool.map(lambda statement: con.cursor().execute(statement), group.split(NEXT))
            list(done)  # which raises what a statement raised
