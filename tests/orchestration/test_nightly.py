"""A week of nights with the real parser and models: what each lands, says, keeps and releases."""

import json
import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import dagster as dg
import duckdb
import pytest
from click.testing import CliRunner, Result

from corpus.sample import write_sample
from juesuan.cli import main
from orchestration.jobs import inbox_sensor
from orchestration.progress import Silent
from orchestration.resources import Warehouse
from orchestration.run import Outcome, instance_of, run_nightly
from warehouse.diff import changes, counted
from warehouse.home import Home
from warehouse.reader import open_release

REAL = "襄垣县信访局2023年度单位决算公开.txt"
PLAIN = "县乡村振兴局2022年度部门决算公开.txt"
LATER = "县第一中学2021年度部门决算公开.txt"
WORKBOOK = "县石桥铺镇人民政府2021年度部门决算公开.xlsx"
TWIN = "镇政府.xlsx"
CORRECTIONS = (
    "path,form,row_key,measure,expects,value,reason,evidence,status\n"
    "{path},expenditure_by_function,2010308,project,{expects},76.62,录错,表三,applied\n"
)
MONDAY = f"path,region_code\n{PLAIN},990102\n"
FRIDAY = (
    "path,region_code,published_on,withdrawn_on\n"
    f"{PLAIN},990102,,\n{REAL},,2024-09-20,\n修订.txt,,2024-08-01,\n{WORKBOOK},,,2024-12-01\n"
)
SLIP = (
    "2130501\t行政运行\t194.20\t194.20\t\t\t\t\t",
    "2130501\t行政运行\t149.20\t194.20\t\t\t\t\t",
)
"""A row of form 02, and with two digits transposed in its total."""


class Kept:
    """A channel that keeps what was sent."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []

    def send(self, subject: str, text: str) -> None:
        self.sent.append((subject, text))


@dataclass
class Week:
    """What the nights said, and the releases that stood after them."""

    home: Home
    inbox: Path
    looks: list[int] = field(default_factory=list)
    cursor: str | None = None
    monday: dict[str, Any] = field(default_factory=dict)
    wednesday: Outcome | None = None
    thursday: Result | None = None
    friday: dict[str, Any] = field(default_factory=dict)
    releases: list[Path] = field(default_factory=list)
    sent: list[list[tuple[str, str]]] = field(default_factory=list)
    status: dict[str, Any] = field(default_factory=dict)


def build(home: Path, inbox: Path, *more: str) -> Result:
    return CliRunner().invoke(
        main, ["build", "--home", str(home), "--inbox", str(inbox), *more], env={"JUESUAN_HOME": ""}
    )


def built(week: Week, jobs: int) -> dict[str, Any]:
    done = build(week.home.root, week.inbox, "--jobs", str(jobs), "--json")
    assert done.exit_code == 0, done.stderr
    said: dict[str, Any] = json.loads(done.stdout)
    return said


def status(home: Home, on: str) -> dict[str, Any]:
    result = CliRunner().invoke(main, ["status", "--home", str(home.root), "--on", on, "--json"])
    assert result.exit_code == 0, result.stderr
    said: dict[str, Any] = json.loads(result.stdout)
    return said


@pytest.fixture(scope="module")
def week(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Week]:
    """Monday to Friday, once for all tests here."""
    week = Week(Home(tmp_path_factory.mktemp("home")), tmp_path_factory.mktemp("inbox"))
    kept = Kept()
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("orchestration.run.channel_of", lambda _: kept)
        sample = {file.name: file for file in write_sample(tmp_path_factory.mktemp("sample"))}
        for day in (monday, tuesday, wednesday, thursday, friday):
            day(week, sample)
            week.sent.append(list(kept.sent))
            kept.sent.clear()
            week.releases.append(week.home.current.resolve())
    yield week
    shutil.rmtree(week.home.root)


def monday(week: Week, sample: dict[str, Path]) -> None:
    """Filings, a twin, a revision, and files of no use."""
    for name in (REAL, PLAIN, WORKBOOK):
        shutil.copy(sample[name], week.inbox / name)
    shutil.copy(sample[WORKBOOK], week.inbox / TWIN)
    printed = sample[REAL].read_text("utf-8")
    (week.inbox / "修订.txt").write_text(printed.replace("注：", "注: "), "utf-8")
    (week.inbox / "无年度.txt").write_text(re.sub(r"20\d\d年度?", "本年度", printed), "utf-8")
    (week.inbox / "空.txt").write_bytes(b"")
    (week.inbox / "通知.txt").write_text("关于召开会议的通知", "utf-8")
    (week.inbox / "filings.csv").write_text(MONDAY, "utf-8")
    looks(week, 3)
    week.monday = built(week, jobs=2)


def tuesday(week: Week, _: dict[str, Path]) -> None:
    """Nothing comes."""
    looks(week, 1)


def wednesday(week: Week, _: dict[str, Path]) -> None:
    """Our code is broken: all is parsed, and dbt's tests do not let it pass."""
    broken = Warehouse(
        home=str(week.home.root), inbox=str(week.inbox), jobs=1, parser="broken_parser"
    )
    week.wednesday = run_nightly(broken, Silent())
    week.status = status(week.home, "2025-09-19")


def thursday(week: Week, _: dict[str, Path]) -> None:
    """The code is mended; somebody corrects a cell, and is wrong about what is printed there."""
    text = CORRECTIONS.format(path=REAL, expects="9.99")
    (week.inbox / "corrections.csv").write_text(text, "utf-8")
    week.thursday = build(week.home.root, week.inbox, "--jobs", "1")


def friday(week: Week, sample: dict[str, Path]) -> None:
    """All at once: one changed, one new, one withdrawn, one broken, one deleted, one corrected."""
    old, new = SLIP
    printed = (week.inbox / PLAIN).read_text("utf-8")
    assert printed.count(old) == 1
    (week.inbox / PLAIN).write_text(printed.replace(old, new), "utf-8")
    shutil.copy(sample[LATER], week.inbox / LATER)
    (week.inbox / "坏.pdf").write_bytes(b"%PDF-1.7 cut")
    (week.inbox / REAL).unlink()
    (week.inbox / "filings.csv").write_text(FRIDAY, "utf-8")
    text = CORRECTIONS.format(path=REAL, expects="76.61")
    (week.inbox / "corrections.csv").write_text(text, "utf-8")
    looks(week, 2)
    week.friday = built(week, jobs=1)


def looks(week: Week, times: int) -> None:
    """Let the sensor look, and keep how many runs it asks for."""
    for _ in range(times):
        warehouse = Warehouse(home=str(week.home.root), inbox=str(week.inbox))
        resources = {"warehouse": warehouse}
        with dg.build_sensor_context(cursor=week.cursor, resources=resources) as context:
            result = inbox_sensor(context)
        asked = isinstance(result, dg.SensorResult)
        week.looks.append(len(result.run_requests or []) if asked else 0)
        week.cursor = result.cursor if asked else week.cursor


def query(release: Path, sql: str) -> list[tuple[Any, ...]]:
    with open_release(release) as con:
        return con.execute(sql).fetchall()


def test_the_sensor_asks_for_a_run_when_the_inbox_is_still(week: Week) -> None:
    assert week.looks == [0, 1, 0, 0, 0, 1]


def test_a_night_lands_what_can_land_and_says_the_rest(week: Week) -> None:
    assert week.monday["filings"] == 3
    assert {(case["path"], case["reason"]) for case in week.monday["quarantine"]} == {
        ("空.txt", "empty_file"),
        ("通知.txt", "not_a_filing"),
        ("无年度.txt", "no_fiscal_year"),
        ("修订.txt", "superseded"),
        (TWIN, "duplicate"),
    }
    totals = query(
        week.releases[0],
        """select amount_cny from raw.line_item join raw.filing using (filing_id)
        where path like '襄垣%' and form = 'income_expenditure_summary'
        and row_key in ('income.grand_total', 'expenditure.grand_total')""",
    )
    assert [str(amount) for (amount,) in totals] == ["2336700.00", "2336700.00"]
    project = query(
        week.releases[0],
        """select amount_cny from raw.line_item join raw.filing using (filing_id)
        where path like '襄垣%' and form = 'expenditure_by_function'
        and row_key = '2010308' and measure = 'project'""",
    )
    assert [str(amount) for (amount,) in project] == ["766100.00"]
    assert query(week.releases[0], "select count(*) from analytics.yoy_change") != [(0,)]


def test_a_failed_check_keeps_the_release_and_says_why(week: Week) -> None:
    outcome, said = week.wednesday, week.status
    assert outcome
    assert (outcome.success, bool(outcome.failed_checks)) == (False, True)
    assert week.releases[0] == week.releases[1] == week.releases[2] == week.releases[3]
    assert said["last_run"]["status"] == "FAILURE"
    checks = [f"check failed 检验未通过: {name}" for name in outcome.failed_checks]
    assert said["failed"] == checks
    assert said["release"]["release"] == week.releases[0].stem


def test_a_correction_that_does_not_hold_stops_the_build_with_a_line(week: Week) -> None:
    assert week.thursday
    assert week.thursday.exit_code == 1
    said = f"corrections.csv, line 2: {REAL}, expenditure_by_function 2010308 project"
    [line] = [row for row in week.thursday.stderr.splitlines() if said in row]
    assert line.endswith("expected 9.99, found 76.61")


def test_a_correction_that_holds_changes_the_fact_and_keeps_what_is_printed(week: Week) -> None:
    facts = query(
        week.releases[4],
        """select amount_cny, printed_amount_cny from marts.fct_expenditure
        where function_code = '2010308' and nature = 'project' and value_source = 'corrected'""",
    )
    assert [tuple(map(str, fact)) for fact in facts] == [("766200.00", "766100.00")]


def test_only_what_is_new_or_said_anew_is_parsed(week: Week) -> None:
    """The changed, the new and the broken one; three of which filings.csv says something else."""
    assert week.friday["build"]["line_items"]["parsed"] == 5
    assert week.friday["build"]["release"]["new"] is True


def test_what_was_withdrawn_is_kept_and_what_left_the_inbox_still_counts(week: Week) -> None:
    there = query(week.releases[4], "select path, is_current from marts.dim_filing order by all")
    assert there == [
        ("修订.txt", False),
        (PLAIN, False),
        (PLAIN, True),
        (WORKBOOK, False),
        (LATER, True),
        (REAL, True),
    ]
    reasons = {case["path"]: case["reason"] for case in week.friday["quarantine"]}
    assert (reasons[WORKBOOK], reasons[PLAIN]) == ("withdrawn", "superseded")


@pytest.mark.parametrize(
    ("day", "paths"),
    [
        ("2024-07-31", {PLAIN, WORKBOOK, LATER}),
        ("2024-08-01", {PLAIN, WORKBOOK, LATER, "修订.txt"}),
        ("2024-09-20", {PLAIN, WORKBOOK, LATER, REAL}),
        ("2024-12-01", {PLAIN, LATER, REAL}),
    ],
)
def test_a_release_can_be_asked_what_counted_on_a_day(
    week: Week, day: str, paths: set[str]
) -> None:
    with open_release(week.releases[4]) as con:
        counted = con.execute("select path from marts.filing_as_of($1)", [day]).fetchall()
        read = con.execute(
            """select distinct path from marts.line_item_as_of($1) join marts.dim_filing
            using (filing_id)""",
            [day],
        ).fetchall()
    assert sorted(path for (path,) in counted) == sorted(paths)
    assert {path for (path,) in read} == paths


def test_the_diff_of_two_releases_tells_each_change_and_its_cause(week: Week) -> None:
    rows = changes(week.releases[0], week.releases[4])
    said = {(n["what"], n["kind"], n["cause"]): n["n"] for n in counted(rows)}
    findings = {key for key in said if key[0] == "finding"}
    assert {key: n for key, n in said.items() if key not in findings} == {
        ("filing", "added", "source"): 1,
        ("filing", "changed", "source"): 1,
        ("filing", "changed", "override"): 1,
        ("filing", "removed", "override"): 1,
        ("value", "changed", "source"): 1,
        ("value", "changed", "correction"): 1,
    }
    assert ("finding", "added", "source") in findings
    changed = rows.filter(rows["what"] == "value").to_dicts()
    assert {row["path"]: (row["before"], row["after"]) for row in changed} == {
        PLAIN: ("194.2 万元 = 1942000.00 CNY", "149.2 万元 = 1492000.00 CNY"),
        REAL: ("76.61 万元 = 766100.00 CNY", "76.62 万元 = 766200.00 CNY [corrected]"),
    }
    shown = CliRunner().invoke(main, ["diff", "--home", str(week.home.root), "--what", "filing"])
    assert f"{WORKBOOK}\n  filing removed (override)\n" in shown.stdout
    assert "    + withdrawn_on=2024-12-01\n" in shown.stdout


def test_dagster_shows_the_changes_and_the_counts_with_the_release(week: Week) -> None:
    with instance_of(week.home.dagster) as instance:
        event = instance.get_latest_materialization_event(dg.AssetKey("release"))
    assert event
    assert event.asset_materialization
    said = event.asset_materialization.metadata
    assert "| filing | removed | override | 1 |" in str(said["changes"].value)
    assert (said["filings"].value, said["release"].value) == (3, week.releases[4].stem)


def test_people_are_told_what_is_new_and_nothing_else(week: Week) -> None:
    monday, tuesday, wednesday, thursday, friday = week.sent
    assert (monday, tuesday) == ([], [])
    assert [subject for subject, _ in wednesday] == ["Juesuan 决算: the run failed 构建失败"]
    [(_, why)] = thursday
    assert "expected 9.99, found 76.61" in why
    [(subject, text)] = friday
    assert subject == "Juesuan 决算: 1 new error findings 项新差错, 1 files not read 份文件未读出"
    found, unread = text.splitlines()
    assert found.startswith(f"{PLAIN}  A-02-V  income_by_function  2130501")
    assert found.endswith("printed 149.20; expected 194.20; difference -45.00")
    assert unread.startswith("坏.pdf: ")


def test_the_filing_of_the_next_year_is_missing_from_the_day_of_the_last(week: Week) -> None:
    there = "140423"
    before = status(week.home, "2025-09-19")["freshness"]
    assert [row for row in before if row["region_code"] == there] == []
    after = status(week.home, "2025-09-20")["freshness"]
    [row] = [row for row in after if row["region_code"] == there]
    assert (row["fiscal_year"], row["due_from"]) == (2024, "last_year")
    assert (row["expected"], row["missing"], row["overdue"]) == (1, ["襄垣县信访局"], True)


def test_a_rebuild_of_the_archive_gives_the_same_rows(
    week: Week, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """All parsed at once, by another number of workers: what five nights gave, byte for byte."""
    fresh = Home(tmp_path_factory.mktemp("fresh"))
    shutil.copytree(week.home.archive, fresh.archive)
    done = build(fresh.root, week.inbox, "--jobs", "2", "--json")
    assert done.exit_code == 0, done.stderr
    first, second = exported(week.releases[4]), exported(fresh.current.resolve())
    assert first.keys() == second.keys()
    assert {table for table in first if first[table] != second[table]} == set()


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


def test_malformed_corrections_are_one_line(tmp_path: Path) -> None:
    inbox = tmp_path / "inbox"
    inbox.mkdir()
    head = CORRECTIONS.splitlines()[0]
    (inbox / "corrections.csv").write_text(f"{head}\na.txt,f,201,total,1,2,r,e,done\n")
    result = build(tmp_path / "home", inbox)
    assert (result.exit_code, result.stdout) == (1, "")
    assert "line 2, column status: 'done' is none of" in result.stderr.strip().splitlines()[-1]
    assert "Traceback" not in result.stderr


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
