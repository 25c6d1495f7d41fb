"""The rules say the same whatever the order in which the rows of the filings are stored."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

import duckdb
import polars as pl

from corpus.sample import sample_filings
from ingest.parse import parse
from ingest.records import Override, ParsedFiling, Source
from juesuan.checking import raw_tables
from orchestration.compile_audit import SCRIPT
from warehouse.scratch import NEXT, THEN

CREATED = re.compile(r"^create table (\S+) as$", re.MULTILINE)


def raw(folder: Path) -> dict[str, pl.DataFrame]:
    """The raw tables of the sample's text files: departments over years, with slips."""
    parsed = []
    for number, filing in enumerate(f for f in sample_filings() if f.path.endswith(".txt")):
        path = folder / f"{number}.txt"
        path.write_bytes(filing.content)
        digest = hashlib.sha256(filing.content).hexdigest()
        said = Override(**filing.override)  # type: ignore[arg-type]
        one = parse(Source(filing.path, path, digest, len(filing.content), 1, said))
        assert isinstance(one, ParsedFiling)
        parsed.append(one)
    return raw_tables(parsed)


def made(tables: dict[str, pl.DataFrame], seed: int) -> dict[str, list[str]]:
    """Each table that the audit makes, as sorted texts; every table's rows are shuffled at once."""
    con = duckdb.connect()
    con.execute("create schema raw")
    for name, frame in tables.items():
        con.register("frame", frame.sample(fraction=1, shuffle=True, seed=seed))
        con.execute(f"create table raw.{name} as from frame")
    for statement in SCRIPT.read_text("utf-8").replace(THEN, NEXT).split(NEXT):
        con.execute(statement)
        for name in CREATED.findall(statement):
            con.execute(
                f"create or replace table {name} as from {name} order by hash(rowid, {seed})"
            )
    names = con.execute(
        "select schema_name || '.' || table_name from duckdb_tables() where schema_name <> 'raw'"
    ).fetchall()
    return {
        name: sorted(str(row) for row in con.execute(f"from {name}").fetchall())
        for (name,) in names
    }


def test_the_order_of_rows_decides_nothing(tmp_path: Path) -> None:
    tables = raw(tmp_path)
    first = made(tables, seed=0)
    for seed in (1, 2):
        other = made(tables, seed)
        assert {name for name in first if first[name] != other[name]} == set()
