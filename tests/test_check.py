"""`juesuan check` on a filing of the sample: clean as it is, one error where a value is changed."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from corpus.print_text import print_text
from corpus.sample import real_publication
from juesuan.cli import main

KEYS = {
    "file", "rule_id", "severity", "form", "row_key", "measure", "message", "message_zh",
    "printed", "expected", "difference", "places",
}  # fmt: skip


@pytest.fixture
def filing(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_bytes(print_text(real_publication())[0])
    return path


def checked(*files: Path) -> tuple[int, list[dict[str, object]]]:
    done = CliRunner().invoke(main, ["check", "--format", "json", *map(str, files)])
    return done.exit_code, json.loads(done.stdout)


def test_a_clean_filing_has_no_error(filing: Path) -> None:
    code, found = checked(filing)
    assert code == 0
    assert {row["severity"] for row in found} == {"info"}
    assert all(set(row) == KEYS for row in found)


def test_one_wrong_leaf_is_one_error_that_names_it(filing: Path) -> None:
    text = filing.read_text("utf-8")
    line = "2080705\t公益性岗位补贴\t0.96\t\t0.96\t\t\t"
    assert text.count(line) == 1
    filing.write_text(text.replace(line, line.replace("0.96\t\t0.96", "0.96\t\t6.96")), "utf-8")
    code, found = checked(filing)
    errors = [row for row in found if row["severity"] == "error"]
    assert code == 1
    assert [(e["form"], e["row_key"], e["measure"], e["printed"]) for e in errors] == [
        ("expenditure_by_function", "2080705", "project", "6.96")
    ]


def test_a_file_that_cannot_be_read_leaves_exit_code_2(filing: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")
    done = CliRunner().invoke(main, ["check", str(empty), str(filing)])
    assert done.exit_code == 2
    assert "empty_file" in done.stderr
    assert "a.txt: " in done.stdout
