"""Who filed before and did not again: three filers of two levels, counted by hand."""

from pathlib import Path

import duckdb
from click.testing import CliRunner

from juesuan.cli import main
from warehouse.missing import Freshness, freshness

FILINGS = """
    create schema marts;
    create table marts.dim_filing as from (values
        ('140423', 'a', 'department', 2022, true), ('140423', 'a', 'department', 2023, true),
        ('140423', 'b', 'department', 2022, true), ('140423', 'b', 'unit', 2023, true),
        ('140423', 'c', null, 2022, true), ('140423', 'c', null, 2023, true),
        ('140423', 'd', null, 2022, false),
        ('140400', 'e', 'department', 2022, true),
        (null, 'f', 'department', 2022, true)
    ) as t(region_code, department_id, scope, fiscal_year, is_current);
"""


def test_a_filer_is_expected_again_where_its_level_has_filed() -> None:
    with duckdb.connect() as con:
        con.execute(FILINGS)
        assert freshness(con) == [Freshness("140423", 2023, expected=3, missing=1)]
        con.execute("insert into marts.dim_filing values ('320500', 'g', 'department', 2023, true)")
        assert freshness(con) == [
            Freshness("140400", 2023, expected=1, missing=1),
            Freshness("140423", 2023, expected=3, missing=1),
        ]


def test_the_status_of_nothing_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["status", "--home", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing was built here yet" in result.stderr
    assert list(tmp_path.iterdir()) == []
