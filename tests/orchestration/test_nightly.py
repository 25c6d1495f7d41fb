"""The whole night on a small inbox: the release, a failed check, the same rows again."""

import json
import re
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from corpus.sample import write_sample
from juesuan.cli import main
from orchestration.progress import Silent
from orchestration.resources import Warehouse
from orchestration.run import run_nightly
from warehouse.home import Home
from warehouse.reader import open_release

REAL = re.compile(r"襄垣县信访局2023年度单位决算公开\.txt$")


@pytest.fixture(scope="module")
def inbox(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real filing's figures twice, one synthetic filing, its twin, and files of no use."""
    root, folder = tmp_path_factory.mktemp("sample"), tmp_path_factory.mktemp("inbox")
    files = sorted(write_sample(root))
    real = next(file for file in files if REAL.search(file.name))
    workbook = next(file for file in files if file.suffix == ".xlsx")
    (folder / real.name).write_bytes(real.read_bytes())
    (folder / workbook.name).write_bytes(workbook.read_bytes())
    (folder / "副本.xlsx").write_bytes(workbook.read_bytes())
    printed = real.read_text("utf-8")
    (folder / "修订.txt").write_text(printed.replace("注：", "注: "), "utf-8")
    (folder / "无年度.txt").write_text(re.sub(r"20\d\d年度?", "本年度", printed), "utf-8")
    (folder / "空.txt").write_bytes(b"")
    (folder / "通知.txt").write_text("关于召开会议的通知", "utf-8")
    return folder


def build(home: Path, inbox: Path, *more: str) -> Result:
    return CliRunner().invoke(
        main, ["build", "--home", str(home), "--inbox", str(inbox), *more], env={"JUESUAN_HOME": ""}
    )


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, inbox: Path) -> tuple[Home, Result]:
    home = tmp_path_factory.mktemp("home")
    return Home(home), build(home, inbox, "--jobs", "2", "--json")


def exported(database: Path) -> dict[str, bytes]:
    """Every table of the public schemas as CSV, its rows ordered by all columns."""
    with duckdb.connect(database, read_only=True) as con:
        tables = con.execute(
            """select schema_name || '.' || table_name from duckdb_tables()
            where schema_name in ('raw', 'marts', 'audit', 'analytics') order by all"""
        ).fetchall()
        folder = database.parent / f"{database.stem}.csv"
        folder.mkdir(exist_ok=True)
        for (table,) in tables:
            con.execute(f"copy (from {table} order by all) to '{folder / table}' (format csv)")
        return {table: (folder / table).read_bytes() for (table,) in tables}


def test_a_night_lands_what_can_land_and_says_the_rest(
    built: tuple[Home, Result], inbox: Path
) -> None:
    home, result = built
    assert result.exit_code == 0, result.stderr
    said = json.loads(result.stdout)
    assert said["filings"] == 2
    names = sorted(file.name for file in inbox.glob("*.xlsx"))
    assert {(case["path"], case["reason"]) for case in said["quarantine"]} == {
        ("空.txt", "empty_file"),
        ("通知.txt", "not_a_filing"),
        ("无年度.txt", "no_fiscal_year"),
        ("修订.txt", "superseded"),
        (names[1], "duplicate"),
    }
    with open_release(home.current) as con:
        totals = con.execute(
            """select amount_cny from raw.line_item join raw.filing using (filing_id)
            where path like '襄垣%' and form = 'income_expenditure_summary'
            and row_key in ('income.grand_total', 'expenditure.grand_total')"""
        ).fetchall()
        assert [str(amount) for (amount,) in totals] == ["2336700.00", "2336700.00"]
        project = con.execute(
            """select amount_cny from raw.line_item join raw.filing using (filing_id)
            where path like '襄垣%' and form = 'expenditure_by_function'
            and row_key = '2010308' and measure = 'project'"""
        ).fetchall()
        assert [str(amount) for (amount,) in project] == ["766100.00"]
        assert con.execute("select count(*) from analytics.yoy_change").fetchall() != [(0,)]


def test_a_failed_check_keeps_the_release_and_the_next_build_gives_the_same_rows(
    built: tuple[Home, Result], inbox: Path
) -> None:
    """The next build parses all anew, with another number of workers, to the same rows."""
    home, _ = built
    release = home.current.resolve()
    broken = Warehouse(home=str(home.root), inbox=str(inbox), jobs=1, parser="broken_parser")
    outcome = run_nightly(broken, Silent())
    assert not outcome.success
    assert outcome.failed_checks
    assert home.current.resolve() == release
    assert not home.checked.exists()
    mended = build(home.root, inbox, "--jobs", "1", "--json")
    assert mended.exit_code == 0, mended.stderr
    did = json.loads(mended.stdout)["build"]
    assert did["line_items"]["parsed"] == 3
    assert did["release"]["new"] is False
    assert home.current.resolve() == release
    first, second = exported(release), exported(home.build)
    assert first.keys() == second.keys()
    assert {table for table in first if first[table] != second[table]} == set()


@pytest.mark.parametrize(
    ("overrides", "said"),
    [
        ("path,year\n", "line 1, column year: no such column"),
        ("path,fiscal_year\na.txt,twenty\n", "line 2, column fiscal_year"),
    ],
)
def test_unusable_overrides_are_one_line(tmp_path: Path, overrides: str, said: str) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    (inbox / "filings.csv").write_text(overrides)
    result = build(tmp_path / "home", inbox)
    assert (result.exit_code, result.stdout) == (2, "")
    assert said in result.stderr.strip().splitlines()[-1]
    assert "Traceback" not in result.stderr


def test_a_missing_inbox_is_one_line(tmp_path: Path) -> None:
    result = build(tmp_path / "home", tmp_path / "none")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "no such folder" in result.stderr
