"""From the lake to a released file: what is in it, when there is a new one, who may read what."""

import os
import stat
from decimal import Decimal
from pathlib import Path

import duckdb
import polars as pl
import pytest

from warehouse.files import Busy, locked
from warehouse.fingerprint import fingerprint
from warehouse.home import Home
from warehouse.lake import Lake
from warehouse.load import load, load_texts, write_table
from warehouse.quarantine import cases, keep
from warehouse.reader import open_release
from warehouse.release import CannotRelease, publish, releases

SCHEMAS = {
    "item": pl.Schema({"filing_id": pl.String(), "n": pl.Int64(), "value": pl.Decimal(24, 6)}),
    "filing": pl.Schema({"filing_id": pl.String, "fiscal_year": pl.Int64, "region": pl.String}),
}
FILINGS = pl.DataFrame(
    {"filing_id": ["a", "b"], "fiscal_year": [2023, 2022], "region": ["0104"] * 2}
)
ITEMS = pl.DataFrame(
    {
        "filing_id": ["b", "a", "a"],
        "n": [7, None, 1],
        "value": [Decimal("0.000001"), Decimal("-2336700.10"), None],
    },
    schema=SCHEMAS["item"],
)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


@pytest.fixture
def loaded(home: Home) -> Home:
    lake = Lake(home.lake, SCHEMAS)
    lake.merge({"filing": FILINGS, "item": ITEMS})
    load(home, lake)
    home.checked.touch()
    return home


def change(home: Home, sql: str) -> None:
    with duckdb.connect(home.build) as con:
        con.execute(sql)


def test_rows_and_types_arrive(loaded: Home) -> None:
    with duckdb.connect(loaded.build, read_only=True) as con:
        found = con.execute("from raw.item order by all").fetchall()
        assert sorted(found, key=str) == sorted(
            [
                ("a", None, Decimal("-2336700.100000"), 2023, "0104"),
                ("a", 1, None, 2023, "0104"),
                ("b", 7, Decimal("0.000001"), 2022, "0104"),
            ],
            key=str,
        )
        types = dict(con.execute("select column_name, data_type from duckdb_columns()").fetchall())
        assert types["value"] == "DECIMAL(24,6)"
        assert types["region"] == "VARCHAR"


def test_an_empty_lake_gives_typed_empty_tables(home: Home) -> None:
    assert load(home, Lake(home.lake, SCHEMAS)) == {"filing": 0, "item": 0}
    assert load_texts(home.build, "quarantine", [], ["path", "reason"]) == 0
    with duckdb.connect(home.build) as con:
        assert con.execute("select typeof(sum(value)) from raw.item").fetchall() == [
            ("DECIMAL(38,6)",)
        ]
        assert con.execute("select path, reason from raw.quarantine").fetchall() == []


def test_rows_stand_in_the_order_of_the_lake_however_many_files(home: Home) -> None:
    years = range(1985, 2025)
    filings = {"filing_id": [f"f{year}" for year in years], "fiscal_year": list(years)}
    landed = pl.DataFrame({**filings, "region": ["0104"] * len(years)}, SCHEMAS["filing"])
    of_items = [(f"f{year}", n) for year in years for n in range(3)]
    items = [(key, n, None) for key, n in of_items]
    lake = Lake(home.lake, SCHEMAS)
    lake.merge(
        {"filing": landed, "item": pl.DataFrame(items, schema=SCHEMAS["item"], orient="row")}
    )
    load(home, lake)
    with duckdb.connect(home.build, read_only=True) as con:
        assert con.execute("select filing_id, n from raw.item").fetchall() == of_items


def test_rows_of_a_filing_that_did_not_land_stay_out(loaded: Home) -> None:
    lake = Lake(loaded.lake, SCHEMAS)
    (loaded.lake / "filing/fiscal_year=2022/region=0104/part.parquet").unlink()
    assert load(loaded, lake) == {"filing": 1, "item": 2}


def test_nothing_of_an_earlier_build_stays(loaded: Home) -> None:
    change(loaded, "create schema marts; create table marts.removed as select 1 as x")
    load(loaded, Lake(loaded.lake, SCHEMAS))
    with duckdb.connect(loaded.build) as con:
        assert con.execute(
            "select count(*) from duckdb_tables() where schema_name='marts'"
        ).fetchall() == [(0,)]


def test_a_table_is_written_with_its_comments(loaded: Home) -> None:
    rows = pl.DataFrame({"x": [2, 1], "y": [0.5, None]})
    write_table(loaded.build, "analytics.t", rows, "the t", {"x": "the county's x 数", "y": "y"})
    with duckdb.connect(loaded.build) as con:
        assert con.execute("from analytics.t").fetchall() == [(2, 0.5), (1, None)]
        said = con.execute("select comment from duckdb_columns() where table_name = 't'").fetchall()
        assert said == [("the county's x 数",), ("y",)]
        about = con.execute("select comment from duckdb_tables() where table_name = 't'").fetchall()
        assert about == [("the t",)]
    with pytest.raises(KeyError):
        write_table(loaded.build, "analytics.t", rows, "the t", {"x": "only one"})


def test_a_release_is_read_only_and_of_the_old_format(loaded: Home) -> None:
    change(loaded, "create schema staging; create view staging.v as select n from raw.item")
    change(loaded, "comment on table raw.item is 'printed values'")
    release = publish(loaded)
    assert stat.S_IMODE(release.file.stat().st_mode) == 0o444
    assert loaded.current.resolve() == release.file
    assert not loaded.current.readlink().is_absolute()
    with open_release(loaded.current) as con:
        assert con.execute("select sum(n) from staging.v").fetchall() == [(8,)]
        said = con.execute("select comment from duckdb_tables() where table_name='item'").fetchall()
        assert said == [("printed values",)]
        tags = con.execute("select tags from duckdb_databases() where not internal").fetchall()
        assert "v1.2.0" in str(tags)


def test_the_same_content_is_released_once(loaded: Home) -> None:
    first = publish(loaded)
    load(loaded, Lake(loaded.lake, SCHEMAS))
    loaded.checked.touch()
    again = publish(loaded)
    assert (again.file, again.is_new) == (first.file, False)
    assert releases(loaded) == [first.file]


@pytest.mark.parametrize(
    "sql",
    [
        "update raw.item set n = 2 where n = 1",
        "insert into raw.item from raw.item limit 1",
        "delete from raw.item where n = 7",
        "alter table raw.item rename n to m",
        "comment on column raw.item.n is 'x'",
        "create view raw.v as select 1 as x",
    ],
)
def test_any_other_content_is_a_new_release(loaded: Home, sql: str) -> None:
    first = publish(loaded)
    change(loaded, sql)
    second = publish(loaded)
    assert second.is_new
    assert releases(loaded) == [first.file, second.file]
    assert loaded.current.resolve() == second.file


def test_a_view_with_other_rows_is_a_new_release(loaded: Home) -> None:
    change(loaded, "create view raw.v as select n - 1 as x from raw.item")
    publish(loaded)
    change(loaded, "create or replace view raw.v as select 1 - n as x from raw.item")
    assert publish(loaded).is_new


def test_a_release_holds_what_its_name_says(loaded: Home) -> None:
    """Also where DuckDB writes the text of a view anew in the copy."""
    change(
        loaded,
        """create view raw.v as select item.* exclude (n, fiscal_year, region), filing.region
        from raw.item as item left join raw.filing as filing
            on item.filing_id = filing.filing_id and (item.n is not null or filing.region is null)
        left join raw.filing as other on (other.filing_id = item.filing_id)""",
    )
    file = publish(loaded).file
    with duckdb.connect() as con:
        texts = []
        for name, path in (("build", loaded.build), ("released", file)):
            con.execute(f"attach '{path}' as {name} (read_only)")
            query = "select sql from duckdb_views() where database_name = $1 and not internal"
            texts.append(con.execute(query, [name]).fetchall())
        assert texts[0] != texts[1]
        assert file.stem.endswith(f"-{fingerprint(con, 'released')}")


def test_a_reader_keeps_its_release_through_the_swap(loaded: Home) -> None:
    publish(loaded)
    with open_release(loaded.current) as before:
        change(loaded, "delete from raw.item")
        publish(loaded)
        with open_release(loaded.current) as after:
            assert before.execute("select count(*) from raw.item").fetchall() == [(3,)]
            assert after.execute("select count(*) from raw.item").fetchall() == [(0,)]


def test_the_last_five_are_kept(loaded: Home) -> None:
    for n in range(7):
        change(loaded, f"update raw.item set n = {n}")  # noqa: S608
        publish(loaded)
    assert [file.name[:6] for file in releases(loaded)] == [f"{n:06d}" for n in range(3, 8)]


def test_what_a_killed_publisher_left_is_removed(loaded: Home) -> None:
    loaded.releases.mkdir()
    for name in ("000001-0123456789ab.duckdb.part", "000001-0123456789ab.duckdb.part.wal"):
        (loaded.releases / name).write_bytes(b"half")
    loaded.current.with_name("juesuan.duckdb.part").symlink_to("nowhere")
    release = publish(loaded)
    assert [file.name for file in loaded.releases.iterdir()] == [release.file.name]
    assert loaded.current.exists()


def test_an_unchecked_build_keeps_the_old_release(loaded: Home) -> None:
    first = publish(loaded)
    load(loaded, Lake(loaded.lake, SCHEMAS))
    change(loaded, "delete from raw.item")
    with pytest.raises(CannotRelease, match="a blocking check has not passed"):
        publish(loaded)
    assert loaded.current.resolve() == first.file


def test_nothing_built_is_nothing_to_release(home: Home) -> None:
    with pytest.raises(CannotRelease, match="nothing was built"):
        publish(home)


@pytest.mark.parametrize(
    "attack",
    [
        "copy (select 1) to '{own}' (format csv, use_tmp_file false)",
        "copy (select 1) to '{own}.wal' (format csv, use_tmp_file false)",
        "copy (select 1) to '{other}' (format csv)",
        "export database '{other}'",
        "from read_blob('{own}')",
        "from read_text('/etc/hostname')",
        "from read_csv('/etc/passwd')",
        "from glob('/*')",
        "attach '{other}' as other",
        "set log_query_path = '{other}'",
        "set disabled_filesystems = ''",
        "set enable_external_access = true",
        "delete from raw.item",
        "create table raw.mine as select 1 as x",
        "install httpfs",
        "from frame_of_the_caller",
    ],
)
def test_a_reader_can_only_read(loaded: Home, tmp_path: Path, attack: str) -> None:
    frame_of_the_caller = pl.DataFrame({"secret": [1]})
    file = publish(loaded).file
    before, other = file.read_bytes(), tmp_path / "other"
    with open_release(loaded.current) as con:
        with pytest.raises(duckdb.Error):
            con.execute(attack.format(own=file, other=other)).fetchall()
        assert con.execute("select count(*) from raw.item").fetchall() == [(3,)]
    assert file.read_bytes() == before
    assert not other.exists()
    assert not file.with_name(f"{file.name}.wal").exists()
    assert frame_of_the_caller.height == 1


def test_opening_nothing_is_an_error(home: Home) -> None:
    with pytest.raises(FileNotFoundError):
        open_release(home.current)


CASE = {"path": "县/a b.txt", "sha256": "00", "reason": "empty_file"}


def test_the_quarantine_holds_just_these_cases(tmp_path: Path) -> None:
    twin = {**CASE, "path": "镇/a b.txt"}
    keep(tmp_path, [CASE, twin])
    assert cases(tmp_path) == [CASE, twin]
    before = {file: file.stat().st_mtime_ns for file in tmp_path.iterdir()}
    keep(tmp_path, [twin])
    assert cases(tmp_path) == [twin]
    (left,) = tmp_path.iterdir()
    assert left.stat().st_mtime_ns == before[left]
    assert left.name.startswith("a_b.txt.")


def test_a_second_writer_is_told(tmp_path: Path) -> None:
    lock = tmp_path / "write.lock"
    with locked(lock), locked(lock):
        child = os.fork()
        if child == 0:  # pragma: no cover - the other process
            from warehouse import files

            files._held.clear()
            try:
                with locked(lock):
                    os._exit(1)
            except Busy:
                os._exit(0)
        assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    with locked(lock):
        pass


def test_home_is_what_was_given_then_the_variable_then_the_default(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("JUESUAN_HOME", str(tmp_path / "said"))
    assert Home.find(tmp_path / "given").root == tmp_path / "given"
    assert Home.find().root == tmp_path / "said"
    monkeypatch.delenv("JUESUAN_HOME")
    assert Home.find().root == tmp_path / "warehouse/data"
