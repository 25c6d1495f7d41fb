"""What two releases differ in, and why: each cause made by hand."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from juesuan.cli import main
from warehouse.diff import CannotCompare, changes, counted, keep_changes
from warehouse.home import Home
from warehouse.release import publish

TABLES = """
    create schema raw; create schema marts; create schema audit;
    create table marts.dim_filing (
        filing_id varchar, sha256 varchar, path varchar, fiscal_year bigint, region_code varchar,
        department_id varchar, department varchar, unit varchar, scope varchar, title varchar,
        published_on varchar, source_url varchar, note varchar, is_current boolean,
        parser_version varchar, withdrawn_on varchar);
    create table raw.filing (filing_id varchar, override_hash varchar);
    create table raw.quarantine (sha256 varchar, reason varchar, override_hash varchar);
    create table raw.code_version (part varchar, digest varchar);
    create table raw.line_item (
        filing_id varchar, form varchar, row_key varchar, measure varchar, occurrence bigint,
        raw_text varchar, value decimal(24,6), unit varchar, amount_cny decimal(20,2),
        value_source varchar, page bigint, sheet varchar, table_no bigint, row_no bigint,
        col_no bigint, line_no bigint, fiscal_year bigint, region varchar);
    create table audit.correction (
        filing_id varchar, form varchar, row_key varchar, measure varchar, occurrence bigint,
        is_applied boolean, value decimal(24,6), unit varchar, amount_cny decimal(20,2));
    create table audit.finding (
        finding_id varchar, filing_id varchar, rule_id varchar, severity varchar, form varchar,
        row_key varchar, measure varchar, raw_text varchar, expected varchar, difference varchar,
        corrected boolean, page bigint, sheet varchar, table_no bigint, row_no bigint,
        col_no bigint, line_no bigint);
"""


@dataclass(frozen=True)
class Made:
    """A filing of 局: its id stands for its bytes, `value` is its one printed value."""

    id: str
    value: str | None = "10"
    year: int = 2023
    is_current: bool = True
    parser: str = "p1"
    override: str = "o1"
    title: str = "决算"
    corrected_to: str | None = None
    withdrawn_on: str | None = None
    findings: tuple[str, ...] = ()


A = Made("a")
Release = Callable[..., Path]


@pytest.fixture
def release(tmp_path: Path) -> Release:
    numbers = itertools.count(1)

    def make(*filings: Made, code: str = "c1", refused: tuple[str, ...] = ()) -> Path:
        path = tmp_path / f"{next(numbers)}.duckdb"
        with duckdb.connect(path) as con:
            con.execute(TABLES)
            con.execute("insert into raw.code_version values ('models', ?)", [code])
            for sha256 in refused:
                con.execute("insert into raw.quarantine values (?, 'empty_file', 'o1')", [sha256])
            for filing in filings:
                insert(con, filing)
        return path

    return make


def insert(con: duckdb.DuckDBPyConnection, f: Made) -> None:
    con.execute(
        """insert into marts.dim_filing values
        (?, ?, ?, ?, '140423', '局', '局', null, 'department', ?, null, null, null, ?, ?, ?)""",
        [f.id, f.id, f"{f.id}.txt", f.year, f.title, f.is_current, f.parser, f.withdrawn_on],
    )
    con.execute("insert into raw.filing values (?, ?)", [f.id, f.override])
    con.execute(
        """insert into raw.line_item values (?, 'f', '201', 'total', 1, ?,
        try_cast(? as decimal(24,6)), '元', try_cast(? as decimal(20,2)), 'printed',
        1, null, 2, 3, 4, null, ?, '1404')""",
        [f.id, f.value, f.value, f.value, f.year],
    )
    if f.corrected_to:
        con.execute(
            "insert into audit.correction values (?, 'f', '201', 'total', 1, true, ?, '元', ?)",
            [f.id, f.corrected_to, f.corrected_to],
        )
    for n, rule in enumerate(f.findings):
        con.execute(
            """insert into audit.finding values (?, ?, ?, 'error', 'f', '201', 'total', '10', '11',
            '-1', false, 1, null, 2, 3, 4, null)""",
            [f"{f.id}{n}", f.id, rule],
        )


def said(before: Path, after: Path) -> set[tuple[str, str, str]]:
    return {(r["what"], r["kind"], r["cause"]) for r in changes(before, after).to_dicts()}


def test_the_same_content_has_no_change(release: Release) -> None:
    both = (replace(A, findings=("R", "R")), Made("b", year=2022, corrected_to="9"))
    assert said(release(*both), release(*both)) == set()


def test_new_bytes_are_a_source_change_also_under_new_code(release: Release) -> None:
    before = release(replace(A, findings=("R",)))
    after = release(
        replace(A, is_current=False), Made("b", "12", parser="p2", findings=("R", "Q")), code="c2"
    )
    rows = changes(before, after).to_dicts()
    [value] = [row for row in rows if row["what"] == "value"]
    assert (value["before"], value["after"]) == ("10 元 = 10.00 CNY", "12 元 = 12.00 CNY")
    assert (value["filing_before"], value["filing_after"], value["row_no"]) == ("a", "b", 3)
    assert said(before, after) == {
        ("filing", "changed", "source"),
        ("value", "changed", "source"),
        ("finding", "added", "source"),
    }
    assert [row["rule_id"] for row in rows if row["what"] == "finding"] == ["Q"]


def test_a_withdrawn_version_gives_the_earlier_one_its_place_again(release: Release) -> None:
    before = release(replace(A, is_current=False), Made("b", "12"))
    assert said(before, release(A)) == {
        ("filing", "changed", "source"),
        ("value", "changed", "source"),
    }


def test_a_filing_that_comes_or_goes_counts_its_values(release: Release) -> None:
    before, after = release(A), release(A, Made("b", year=2022))
    assert counted(changes(before, after)) == [
        {"what": "filing", "kind": "added", "cause": "source", "n": 1, "n_values": 1}
    ]
    assert said(after, before) == {("filing", "removed", "source")}


def test_an_earlier_version_that_never_counts_is_listed(release: Release) -> None:
    after = release(A, Made("old", is_current=False))
    [row] = changes(release(A), after).to_dicts()
    assert (row["what"], row["kind"], row["filing_after"]) == ("filing", "added", "old")


def test_the_same_bytes_read_otherwise_are_our_change(release: Release) -> None:
    before = release(A)
    assert said(before, release(replace(A, value="100", parser="p2"))) == {
        ("value", "changed", "code")
    }
    assert said(before, release(replace(A, title="x", parser="p2"))) == {
        ("filing", "changed", "code")
    }


def test_bytes_that_other_code_lands_are_our_change(release: Release) -> None:
    before, after = release(refused=("a",)), release(A, code="c2")
    assert said(before, after) == {("filing", "added", "code")}
    assert said(after, before) == {("filing", "removed", "code")}


def test_a_changed_rule_is_our_change_and_a_neighbour_is_not(release: Release) -> None:
    before, found = release(A), replace(A, findings=("R",))
    assert said(before, release(found, code="c2")) == {("finding", "added", "code")}
    assert said(before, release(found, Made("b", year=2022))) == {
        ("finding", "added", "neighbour"),
        ("filing", "added", "source"),
    }


def test_a_correction_is_told_from_new_code(release: Release) -> None:
    after = release(replace(A, corrected_to="11", parser="p2"), code="c2")
    [row] = changes(release(A), after).to_dicts()
    assert (row["what"], row["kind"], row["cause"]) == ("value", "changed", "correction")
    assert row["after"] == "11 元 = 11.00 CNY [corrected]"


def test_what_a_person_says_of_a_file_is_an_override(release: Release) -> None:
    after = release(replace(A, year=2022, override="o2"))
    [row] = changes(release(A), after).to_dicts()
    assert (row["what"], row["kind"], row["cause"]) == ("filing", "changed", "override")
    assert (row["before"], row["after"]) == ("fiscal_year=2023", "fiscal_year=2022")


def test_a_withdrawn_filing_is_removed_by_an_override(release: Release) -> None:
    gone = replace(A, is_current=False, override="o2", withdrawn_on="2024-12-01")
    [row] = changes(release(A), release(gone)).to_dicts()
    assert (row["what"], row["kind"], row["cause"]) == ("filing", "removed", "override")
    assert (row["after"], row["n_values"]) == ("withdrawn_on=2024-12-01", 1)


def test_an_unread_text_and_a_blank_are_no_zero(release: Release) -> None:
    [row] = changes(release(replace(A, value="?")), release(replace(A, value=" "))).to_dicts()
    assert (row["before"], row["after"]) == ("? 元", "– 元")


def test_a_release_that_says_not_its_code_counts_as_other_code(release: Release) -> None:
    before = release(A)
    with duckdb.connect(before) as con:
        con.execute("drop table raw.code_version")
    assert said(before, release(replace(A, value="11"))) == {("value", "changed", "code")}


def test_what_cannot_be_compared_is_said(release: Release) -> None:
    before, after = release(A), release(A)
    with duckdb.connect(before) as con:
        con.execute("drop table audit.correction")
    with pytest.raises(CannotCompare, match="correction"):
        changes(before, after)


def test_the_changes_are_kept_beside_the_release_and_leave_with_it(
    tmp_path: Path, release: Release
) -> None:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    for n in range(7):
        release(replace(A, value=str(n))).rename(home.build)
        home.checked.touch()
        publish(home)
        rows = keep_changes(home)
        assert (rows is None) == (n == 0)
        if rows is not None:
            assert rows["after"].to_list() == [f"{n} 元 = {n}.00 CNY"]
    kept = sorted(file.name[:6] for file in home.releases.glob("*.changes.parquet"))
    assert kept == ["000003", "000004", "000005", "000006", "000007"]
    file = home.current.resolve().with_suffix(".changes.parquet")
    before = file.read_bytes()
    file.unlink()
    assert keep_changes(home) is not None
    assert file.read_bytes() == before


def run(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["diff", "--home", str(home.root), *arguments])


def test_the_command_names_releases_and_tells_the_changes(tmp_path: Path, release: Release) -> None:
    home = Home(tmp_path / "home")
    home.root.mkdir()
    assert (run(home).exit_code, "no release yet" in run(home).stderr) == (2, True)
    for filing in (A, replace(A, value="12", parser="p2"), replace(A, value="13", parser="p3")):
        release(filing).rename(home.build)
        home.checked.touch()
        publish(home)
    told = json.loads(run(home, "--json").stdout)
    assert told["counts"] == [
        {"what": "value", "kind": "changed", "cause": "code", "n": 1, "n_values": 0}
    ]
    [change] = json.loads(run(home, "1", "--json").stdout)["changes"]
    assert (change["before"], change["after"]) == ("10 元 = 10.00 CNY", "13 元 = 13.00 CNY")
    shown = run(home, "1", "2").stdout
    assert "a.txt\n  value changed (code)  f 201 total  page 1, table 2, row 3, column 4\n" in shown
    assert "    - 10 元 = 10.00 CNY\n    + 12 元 = 12.00 CNY\n" in shown
    assert "1 more" in run(home, "--limit", "0").stdout
    assert run(home, "--what", "finding").stdout.count("a.txt") == 0
    unknown = run(home, "9")
    assert (unknown.exit_code, unknown.stdout) == (2, "")
    assert "9: 0 releases are called so" in unknown.stderr
    assert run(home, "0").exit_code == 2
