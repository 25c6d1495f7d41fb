"""Run by `test_clients.py`: the release through ADBC, as JSON."""

import json
import sys

import _duckdb
from adbc_driver_manager import dbapi

options = {"path": sys.argv[1], "access_mode": "READ_ONLY"}
ATTACKS = ("insert into marts.t values ('x', 1)", "from read_text('/etc/hostname')")
refused = []
with (
    dbapi.connect(driver=_duckdb.__file__, entrypoint="duckdb_adbc_init", db_kwargs=options) as con,
    con.cursor() as cursor,
):
    cursor.execute("select 部门名称, cast(amount_cny as varchar) as s from marts.v order by 1")
    rows = cursor.fetch_arrow_table().to_pylist()
    cursor.execute("set disabled_filesystems = 'LocalFileSystem'")
    cursor.execute("set lock_configuration = true")
    for attack in ATTACKS:
        try:
            cursor.execute(attack)
        except dbapi.Error as error:
            refused.append(str(error))
print(json.dumps({"rows": [list(row.values()) for row in rows], "refused": refused}))
