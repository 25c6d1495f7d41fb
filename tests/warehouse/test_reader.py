"""Everything that somebody's SQL could try against a release: refused, or bounded."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

import juesuan
from juesuan import NotAllowed, QueryError, Reader, TooMuch, connect, open_release
from warehouse.home import Home
from warehouse.release import KEEP, publish

MARK = "三公经费的密件"


def release(home: Home, round_no: int) -> Path:
    """A release whose two tables say the round."""
    home.root.mkdir(exist_ok=True)
    with duckdb.connect(home.build) as con:
        con.execute("create schema if not exists marts")
        for table in ("a", "b"):
            con.execute(
                f"""create or replace table marts.{table} as
                select {round_no} as round_no, '襄垣县' as 县名, 1.10::decimal(20, 2) as amount_cny
                from range(1000)"""  # noqa: S608
            )
    home.checked.touch()
    return publish(home).file


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    place = Home(tmp_path_factory.mktemp("read") / "home")
    release(place, 1)
    return place


@pytest.fixture(scope="module")
def secret(home: Home) -> Path:
    file = home.root.parent / "secret.csv"
    file.write_text(f"{MARK},b\n1,2\n", "utf-8")
    return file


@pytest.fixture(scope="module")
def reader(home: Home) -> Iterator[Reader]:
    with connect(home.root, seconds=20, megabytes=256, max_rows=5_000) as one:
        yield one


@pytest.fixture(autouse=True)
def _nothing_is_written(home: Home, secret: Path) -> Iterator[None]:
    def there() -> dict[Path, int]:
        return {file: file.stat().st_size for file in home.root.parent.rglob("*")}

    before, content = there(), home.current.read_bytes()
    yield
    assert there() == before
    assert home.current.read_bytes() == content


READING = (
    "from read_text('{file}')",
    "from read_blob('{file}')",
    "from read_csv('{file}')",
    "from read_csv_auto('{file}')",
    "from sniff_csv('{file}')",
    "from read_json('{file}')",
    "from read_parquet('{file}')",
    "from parquet_metadata('{file}')",
    "from read_duckdb('{file}')",
    "from '{file}'",
    "from glob('{folder}/*')",
    "select * from query('from read_text(''{file}'')')",
    "from json_execute_serialized_sql(json_serialize_sql('from read_text(''{file}'')'))",
    "copy marts.a from '{file}'",
    "import database '{folder}'",
    "attach '{file}' as other",
    "load '{file}'",
)
WRITING = (
    "copy (select 1) to '{file}' (format csv, use_tmp_file false)",
    "copy (select 1) to '{file}.wal' (format csv, use_tmp_file false)",
    "copy (select 1) to '{folder}/new' (format csv)",
    "copy (select 1) to '{folder}/new' (format parquet)",
    "copy marts.a to '{folder}/parts' (format csv, partition_by (round_no))",
    "export database '{folder}/all'",
    "attach '{folder}/new.duckdb' as mine",
    "create table marts.mine as select 1 as x",
    "update marts.a set round_no = 2",
    "drop table marts.a",
)
SETTING = (
    "set disabled_filesystems = ''",
    "set enable_external_access = true",
    "set lock_configuration = false",
    "set memory_limit = '1TB'",
    "reset memory_limit",
    "set threads = 1000",
    "set temp_directory = '{folder}'",
    "set log_query_path = '{folder}/log'",
    "set profiling_output = '{folder}/profile'",
    "pragma enable_profiling = 'json'",
    "call enable_logging(storage = 'file', storage_path = '{folder}/log')",
    "from enable_logging(storage = 'file', storage_path = '{folder}/log')",
    "from enable_profiling(save_location = '{folder}/profile')",
    "install httpfs",
)


@pytest.mark.parametrize("attack", READING + WRITING + SETTING)
def test_a_connection_refuses(home: Home, secret: Path, attack: str) -> None:
    for file in (secret, home.current.resolve()):
        with open_release(home.current, "256MB") as con, pytest.raises(duckdb.Error):
            con.execute(attack.format(file=file, folder=file.parent)).fetchall()


def test_no_function_that_takes_a_path_shows_the_file(home: Home, secret: Path) -> None:
    """Whatever DuckDB has or will have: each function is called with the path as only argument."""
    with open_release(home.current, "256MB") as con:
        functions = con.execute(
            """select distinct function_type, function_name from duckdb_functions()
            where function_type in ('table', 'scalar', 'macro', 'table_macro')
            and regexp_full_match(function_name, '[a-z_0-9]+') order by all"""
        ).fetchall()
        called = 0
        for kind, name in functions:
            call = f"{'from' if 'table' in kind else 'select'} {name}($1)"
            with con.cursor() as cursor:
                try:
                    shown = cursor.execute(call, [str(secret)]).fetchmany(1_000)
                except duckdb.Error:
                    continue
            called += 1
            assert MARK not in str(shown), name
    assert called > 50  # most take a text as they are: the sweep does call


def test_a_reader_answers(reader: Reader) -> None:
    found = reader.query("select 县名, sum(amount_cny) as s from marts.a group by all")
    assert found.rows() == [("襄垣县", Decimal("1100.00"))]
    found = reader.query("with x as (select $1::int as n) select n from x", [7])
    assert found.to_dict(as_series=False) == {"n": [7]}
    assert reader.query("select 1 as x where false").is_empty()


@pytest.mark.parametrize(
    "attack",
    [
        *READING,
        *WRITING,
        *SETTING,
        "select 1; select 2",
        "select 1; drop table marts.a",
        "select 1;; attach ':memory:' as m",
        "pragma database_list",
        "call checkpoint()",
        "begin",
        "use marts",
        "create temp table t as select 1 as x",
        "create temp macro m() as 1",
        "prepare q as select 1",
        "explain analyze select 1",
        "load json",
        "",
        "-- nothing",
    ],
)
def test_a_reader_refuses(reader: Reader, home: Home, secret: Path, attack: str) -> None:
    file = home.current.resolve()
    with pytest.raises(NotAllowed if attack not in READING + SETTING else QueryError):
        reader.query(attack.format(file=file, folder=file.parent))
    assert reader.query("select count(*) as n from marts.a").rows() == [(1000,)]


def test_a_reader_sees_no_variable_of_the_program(reader: Reader) -> None:
    frame_of_the_caller = pl.DataFrame({"secret": [1]})
    with pytest.raises(QueryError, match="does not exist"):
        reader.query("from frame_of_the_caller")
    assert frame_of_the_caller.height == 1


@pytest.mark.parametrize(
    "attack",
    [
        "select length(repeat('x', 3000000000))",  # computed while planning: no limit of DuckDB's
        "select len(range(3000000000))",
        "select string_agg(repeat('abc', 100000), '') from range(100000)",
        "select a.range from range(1000000) as a, range(1000000) as b",
        "select range from range(5001)",
    ],
)
def test_what_is_too_large_is_stopped_and_the_reader_goes_on(reader: Reader, attack: str) -> None:
    with pytest.raises(TooMuch):
        reader.query(attack)
    assert reader.query("select count(*) as n from marts.a").rows() == [(1000,)]


def test_what_takes_too_long_is_stopped_and_the_reader_goes_on(home: Home) -> None:
    with connect(home.root, seconds=1.5, megabytes=256) as reader:
        with pytest.raises(TooMuch, match=r"1\.5 seconds"):
            reader.query(
                """select count(*) from range(1000000) as a, range(1000000) as b
                where (a.range * b.range) % 7 = 3"""
            )
        assert reader.query("select count(*) as n from marts.a").rows() == [(1000,)]


def test_a_query_ends_with_the_program_that_asked(home: Home) -> None:
    code = """
import sys
from juesuan import connect
reader = connect(sys.argv[1])
reader.query("select 1")
print(reader._worker.pid, flush=True)
reader.query("select count(*) from range(1000000) a, range(1000000) b where a.range * b.range = 7")
"""
    command = [sys.executable, "-c", code, str(home.root)]
    program = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert program.stdout
    worker = int(program.stdout.readline())
    time.sleep(0.5)
    program.kill()
    program.communicate()
    end = time.monotonic() + 20
    while _runs(worker) and time.monotonic() < end:
        time.sleep(0.1)
    assert not _runs(worker)


def _runs(pid: int) -> bool:
    state = subprocess.run(["ps", "-o", "stat=", "-p", str(pid)], capture_output=True, check=False)
    return bool(state.stdout.strip()) and not state.stdout.startswith(b"Z")


def test_a_page_is_of_one_release_and_the_next_page_of_the_next(tmp_path: Path) -> None:
    place = Home(tmp_path / "home")
    first = release(place, 1)
    with connect(place.root) as reader:
        with reader.page() as page:
            assert page.query("select max(round_no) from marts.a").item() == 1
            for round_no in range(2, 3 + KEEP):
                release(place, round_no)
            assert not first.exists()
            assert page.query("select max(round_no) from marts.b").item() == 1
            assert page.release == first.stem
        assert reader.query("select max(round_no) from marts.b").item() == 2 + KEEP


def test_without_a_release_there_is_nothing_to_read(tmp_path: Path) -> None:
    with connect(tmp_path) as reader, pytest.raises(FileNotFoundError):
        reader.query("select 1")


def test_the_package_has_no_other_names() -> None:
    with pytest.raises(AttributeError):
        _ = juesuan.something_else
