"""Who filed before and did not again: filers of three levels, days and counts by hand."""

from datetime import date
from pathlib import Path

import duckdb
from click.testing import CliRunner

from juesuan.cli import main
from warehouse.missing import Freshness, freshness

FILINGS = """
    create schema marts;
    create table marts.dim_filing as from (values
        ('140423', 'a', 'department', 2022, null, true),
        ('140423', 'a', 'department', 2023, null, true),
        ('140423', 'b', 'department', 2022, null, true), ('140423', 'b', 'unit', 2023, null, true),
        ('140423', 'c', null, 2022, null, true), ('140423', 'c', null, 2023, null, true),
        ('140423', 'd', null, 2022, null, false),
        ('140400', 'e', 'department', 2022, '2023-09-20', true),
        ('140400', 'g', 'department', 2022, null, true),
        (null, 'f', 'department', 2022, null, true)
    ) as t(region_code, department_id, scope, fiscal_year, published_on, is_current);
    create table marts.dim_department as
        select id as department_id, id || '局' as department_name
        from (values ('a'), ('b'), ('c'), ('d'), ('e'), ('f'), ('g'), ('h'), ('n')) as t(id);
    create table marts.dim_department_succession (
        from_department_id text, to_department_id text, fiscal_year int, kind text,
        share decimal(9, 6)
    );
"""
COUNTY = Freshness("140423", "county", 2023, date(2024, 10, 31), "calendar", 3, ["b局"])
NEXT = Freshness("140423", "county", 2024, date(2025, 10, 31), "calendar", 3, ["a局", "b局", "c局"])
CITY = Freshness("140400", "prefecture", 2023, date(2024, 9, 20), "last_year", 2, ["e局", "g局"])


def test_a_filer_is_expected_again_from_the_day_of_its_region_or_level() -> None:
    with duckdb.connect() as con:
        con.execute(FILINGS)
        assert freshness(con, date(2024, 9, 19)) == [COUNTY]  # others of its level have filed
        assert freshness(con, date(2024, 9, 20)) == [CITY, COUNTY]
        assert freshness(con, date(2025, 10, 30)) == [CITY, COUNTY]
        assert freshness(con, date(2025, 10, 31)) == [CITY, COUNTY, NEXT]


def test_a_city_is_awaited_as_soon_as_another_one_has_filed() -> None:
    with duckdb.connect() as con:
        con.execute(FILINGS)
        con.execute(
            "insert into marts.dim_filing values ('320500', 'h', 'department', 2023, null, true)"
        )
        awaited = freshness(con, date(2024, 8, 1))
        assert awaited == [CITY, COUNTY]
        assert not any(row.is_overdue(date(2024, 8, 1)) for row in awaited)
        assert [row.is_overdue(date(2024, 10, 1)) for row in awaited] == [True, False]


def test_a_deadline_of_another_level_says_nothing() -> None:
    with duckdb.connect() as con:
        con.execute(FILINGS)
        con.execute("delete from marts.dim_filing where region_code <> '140423'")
        con.execute("update marts.dim_filing set region_code = '140423101', fiscal_year = 2022")
        assert freshness(con, date(2024, 11, 14)) == []
        [row] = freshness(con, date(2024, 11, 15))
        assert (row.level, row.fiscal_year) == ("township", 2023)
        con.execute("update marts.dim_filing set region_code = '100000'")
        assert freshness(con, date(2024, 7, 30)) == []
        [row] = freshness(con, date(2024, 7, 31))
        assert (row.level, row.fiscal_year) == ("nation", 2023)


def test_who_was_renamed_or_merged_is_expected_under_the_new_name_and_once() -> None:
    """In 2023 b becomes n, and c is merged into a; n files, and so does a."""
    with duckdb.connect() as con:
        con.execute(FILINGS)
        con.execute(
            "update marts.dim_filing set scope = 'department' where region_code = '140423';"
            "delete from marts.dim_filing where fiscal_year = 2023 and department_id in ('b', 'c');"
            "insert into marts.dim_filing values"
            " ('140423', 'n', 'department', 2023, null, true);"
            "insert into marts.dim_department_succession values ('b', 'n', 2023, 'rename', 1),"
            " ('c', 'a', 2023, 'merge', 1), ('a', 'z', 2023, 'transfer', 0.5)"
        )
        county = [row for row in freshness(con, date(2024, 12, 1)) if row.region_code == "140423"]
        assert [(row.fiscal_year, row.expected, row.missing) for row in county] == [(2023, 2, [])]


def test_the_status_of_nothing_is_one_line(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["status", "--home", str(tmp_path)])
    assert (result.exit_code, result.stdout) == (2, "")
    assert "nothing was built here yet" in result.stderr
    assert list(tmp_path.iterdir()) == []
