"""Run by `test_clients.py` under other versions of DuckDB: prints what a client sees, as JSON."""

import json
import sys

import duckdb

con = duckdb.connect(sys.argv[1], read_only=True)
rows = con.execute(
    "select 部门名称, cast(amount_cny as varchar) from marts.v order by 1"
).fetchall()
said = con.execute("select comment from duckdb_columns() where comment is not null").fetchall()
print(json.dumps({"version": duckdb.__version__, "rows": rows, "comments": said}))
