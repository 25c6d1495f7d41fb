"""`juesuan check` on generated filings: clean as they are, one error where a value is changed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path
from random import Random
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner

from corpus.accounts import Account
from corpus.faults_drawn import misopened
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.print_text import print_text
from corpus.profile import departments
from corpus.publication import Issuer, publish
from corpus.sample import real_publication
from juesuan.cli import main

SHARED = Path(__file__).parents[2] / "shared" / "filings"
SCHEMA = json.loads((Path(__file__).parent / "data" / "sarif_used.schema.json").read_text("utf-8"))
KEYS = {
    "file", "finding_id", "rule_id", "severity", "cause", "form", "row_key", "measure", "message",
    "message_zh", "printed", "expected", "difference", "unit", "printed_cny", "expected_cny",
    "difference_cny", "proposal_cny", "places",
}  # fmt: skip
PLACE = {
    "role", "file", "form", "row_key", "measure", "row_label", "printed", "printed_cny",
    "proposal_cny", "page", "sheet", "table_no", "row_no", "col_no", "line_no",
}  # fmt: skip
LEAF = "2080705\t公益性岗位补贴\t0.96\t\t0.96\t\t\t"

Rows = list[dict[str, Any]]


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(print_text(real_publication())[0])
    return path


@pytest.fixture
def wrong_leaf(filing: Path) -> Path:
    """项目支出 of one code in form 03 says 6.96 for 0.96."""
    text = filing.read_text("utf-8")
    assert text.count(LEAF) == 1
    path = filing.with_name("错 误.txt")
    path.write_text(text.replace(LEAF, LEAF.replace("0.96\t\t0.96", "0.96\t\t6.96")), "utf-8")
    return path


def run(*arguments: object, width: int = 80) -> tuple[int, str, str]:
    done = CliRunner().invoke(main, ["check", *map(str, arguments)], env={"COLUMNS": str(width)})
    return done.exit_code, done.stdout, done.stderr


def checked(*files: Path) -> tuple[int, Rows]:
    code, out, _ = run("--format", "json", *files)
    return code, json.loads(out)


def errors(rows: Rows) -> Rows:
    return [row for row in rows if row["severity"] == "error"]


def between(rows: Rows) -> Rows:
    """What filings say against each other: families Y and U."""
    return [row for row in rows if row["rule_id"][0] in "YU" and row["severity"] == "warn"]


def test_a_clean_filing_has_no_error(filing: Path) -> None:
    code, found = checked(filing)
    assert code == 0
    assert errors(found) == []
    assert all(set(row) == KEYS for row in found)
    assert all(set(place) == PLACE for row in found for place in row["places"])


def test_one_wrong_leaf_is_one_error_that_names_it(wrong_leaf: Path) -> None:
    code, found = checked(wrong_leaf)
    [error] = errors(found)
    assert code == 1
    assert {key: error[key] for key in ("form", "row_key", "measure", "cause")} == {
        "form": "expenditure_by_function",
        "row_key": "2080705",
        "measure": "project",
        "cause": "one_cell",
    }
    assert [error[key] for key in ("printed", "expected", "difference", "unit")] == [
        "6.96", "0.96", "6.00", "万元",
    ]  # fmt: skip
    assert [error[f"{key}_cny"] for key in ("printed", "expected", "difference", "proposal")] == [
        "69600.00", "9600.00", "60000.00", "9600.00",
    ]  # fmt: skip
    line = wrong_leaf.read_text("utf-8").split("6.96")[0].count("\n") + 1
    place = error["places"][0]
    assert (place["role"], place["line_no"], place["file"]) == ("wrong", line, str(wrong_leaf))
    # The row's total, its parent 20807 and that one's copy of itself: all that the leaf breaks.
    others = {(p["row_key"], p["measure"]) for p in error["places"]}
    assert {("2080705", "total"), ("20807", "project"), ("20807", "total")} <= others | {
        ("20807", "total")
    }


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_sarif_keeps_to_its_schema(wrong_leaf: Path, lang: str) -> None:
    code, out, _ = run("--format", "sarif", "--lang", lang, wrong_leaf)
    log = json.loads(out)
    jsonschema.validate(log, SCHEMA, jsonschema.Draft7Validator)
    [result] = [r for r in log["runs"][0]["results"] if r["level"] == "error"]
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert (code, rules[result["ruleIndex"]]["id"]) == (1, result["ruleId"])
    place = result["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"].endswith("/%E9%94%99%20%E8%AF%AF.txt")
    assert "6.96" in wrong_leaf.read_text("utf-8").splitlines()[place["region"]["startLine"] - 1]


@pytest.mark.parametrize(
    ("lang", "head", "numbers"),
    [
        ("zh", "  错误  第{}行 第5列  A-03-", "      印 6.96，应 0.96万元，差 6.00"),
        (
            "en",
            "  error  line {}, column 5  A-03-",
            "      6.96 printed, 0.96万元 expected, off by",
        ),
    ],
)
def test_the_table_leads_with_the_gravest_its_place_and_both_numbers(
    wrong_leaf: Path, lang: str, head: str, numbers: str
) -> None:
    line = wrong_leaf.read_text("utf-8").split("6.96")[0].count("\n") + 1
    _, out, _ = run("--lang", lang, wrong_leaf, width=72)
    name, first, second, *rest = out.splitlines()
    assert name.startswith(str(wrong_leaf))
    assert first.startswith(head.format(line))
    assert second.startswith(numbers)
    assert all(_columns(text) <= 72 and text == text.rstrip() for text in [second, *rest])


def _columns(text: str) -> int:
    """Columns on a terminal: Chinese characters and their punctuation take two."""
    return sum(2 if ord(c) >= 0x2E80 else 1 for c in text)


def test_a_file_that_cannot_be_read_leaves_exit_code_2(filing: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    code, out, err = run(empty, filing)
    assert code == 2
    assert "empty_file" in err
    assert "a.txt  " in out


def test_the_same_file_is_checked_once_and_another_version_is_not_passed_over(
    filing: Path, wrong_leaf: Path, tmp_path: Path
) -> None:
    again = tmp_path / "again.txt"
    again.write_bytes(filing.read_bytes())
    _, out, err = run("--format", "json", filing, again)
    assert {row["file"] for row in json.loads(out)} == {str(filing)}
    assert f"{again}: the same as {filing}" in err
    _, rows = checked(filing, wrong_leaf)
    told = [row["file"] for row in rows if row["rule_id"] == "superseded"]
    assert len(told) == 1


def written(folder: Path, said: Iterable[tuple[str, bytes, str]]) -> list[Path]:
    """Files in a folder, and a `filings.csv` that says whose they are (department,unit,scope)."""
    lines = ["path,region_code,department,unit,scope"]
    for name, content, whose in said:
        (folder / name).write_bytes(content)
        lines.append(f"{name},990101,{whose}")
    (folder / "filings.csv").write_text("\n".join(lines) + "\n", "utf-8")
    return [folder / line.split(",")[0] for line in lines[1:]]


def printed(issuer: Issuer, account: Account) -> bytes:
    publication = publish(issuer, account.fiscal_year, figures(account), LAYOUTS["national"])
    return print_text(publication)[0]


def test_years_of_one_department_are_held_against_each_other(tmp_path: Path) -> None:
    department = next(d for d in departments() if not d.unit_of)
    before, after = accounts(department, (2022, 2023))
    wrong = misopened(after, Random(7))  # noqa: S311 - no secret
    assert wrong is not None
    issuer, whose = Issuer(department.name_in(2023)), f"{department.name_in(2023)},,department"
    for account, expected in ((after, set()), (wrong, {"Y-OPEN"})):
        files = written(
            tmp_path,
            [
                ("2022.txt", printed(issuer, before), whose),
                ("2023.txt", printed(issuer, account), whose),
            ],
        )
        _, rows = checked(*files)
        assert {row["rule_id"] for row in between(rows)} == expected
        assert between(checked(files[1])[1]) == []
    across = {place["file"] for row in between(rows) for place in row["places"]}
    assert across == set(map(str, files))


def test_a_department_is_held_against_its_units(tmp_path: Path) -> None:
    small, large = sorted(
        (accounts(d, (2023,))[0] for d in departments() if not d.unit_of),
        key=lambda a: sum(figures(a).values()),
    )[:: len([d for d in departments() if not d.unit_of]) - 1]
    files = written(
        tmp_path,
        [
            ("部门.txt", printed(Issuer("青川原县甲局"), small), "青川原县甲局,,department"),
            (
                "单位.txt",
                printed(Issuer("青川原县乙站", "unit"), large),
                "青川原县甲局,青川原县乙站,unit",
            ),
        ],
    )
    _, rows = checked(*files)
    assert {row["rule_id"] for row in between(rows)} == {"U-SUM"}
    assert between(checked(files[0])[1]) == []


def test_files_that_cannot_be_linked_say_so(tmp_path: Path) -> None:
    department = next(d for d in departments() if not d.unit_of)
    files = []
    for account in accounts(department, (2022, 2023)):
        files.append(tmp_path / f"{account.fiscal_year}.txt")
        files[-1].write_bytes(printed(Issuer(department.name_in(2023)), account))
    _, rows = checked(*files)
    assert [row["file"] for row in rows if row["rule_id"] == "not_compared"] == list(
        map(str, files)
    )


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real filings are not here")
@pytest.mark.parametrize("name", ["xiangyuan-xinfangju-2023.txt", "putuo-guiziju-2024.pdf"])
def test_no_error_from_the_tables_of_the_real_filings(name: str) -> None:
    _, rows = checked(SHARED / name)
    of_tables = [row for row in rows if row["cause"] is not None]
    assert len(of_tables) > 3
    assert {row["severity"] for row in of_tables} == {"info"}
