"""Run by `test_clients.py`: the release through SQLAlchemy, pandas and polars, as JSON.

The second argument is the folder of `superset_config.py`, whose listener closes the file system.
"""

import json
import sys

sys.path.insert(0, sys.argv[2])

import pandas as pd
import polars as pl
import superset_config  # noqa: F401 - listens to new connections
from sqlalchemy import create_engine, inspect, text

QUERY = "select 部门名称, amount_cny from marts.v order by 1"
options = "access_mode=READ_ONLY&enable_external_access=false&python_enable_replacements=false"
engine = create_engine(f"duckdb:///{sys.argv[1]}?{options}")
refused = []
with engine.connect() as con:
    found = {
        "pandas": [[name, str(n)] for name, n in pd.read_sql(text(QUERY), con).values.tolist()],
        "polars": [[name, str(n)] for name, n in pl.read_database(QUERY, con).rows()],
        "tables": sorted(inspect(con).get_table_names(schema="marts")),
        "columns": [column["name"] for column in inspect(con).get_columns("t", schema="marts")],
        "comment": inspect(con).get_table_comment("t", schema="marts")["text"],
    }
for attack in (
    f"copy (select 1) to '{sys.argv[1]}' (format csv, use_tmp_file false)",
    f"from read_blob('{sys.argv[1]}')",
    "from read_text('/etc/hostname')",
    "set disabled_filesystems = ''",
    "insert into marts.t values ('x', 1)",
):
    try:
        with engine.connect() as con:
            con.execute(text(attack)).fetchall()
    except Exception:  # noqa: BLE001 - whichever error: it did not run
        refused.append(attack)
print(json.dumps({**found, "refused": len(refused)}))
