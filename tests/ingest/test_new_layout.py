"""A newcomer adds an invented province's layout by data alone, as CONTRIBUTING says."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner
from typed import COVER, codes, filing, values

from ingest import layouts, match
from juesuan.cli import main

FORM = "expenditure_by_function"
# 青原省 has a title, a code head and a total of its own, and a column that nobody else prints.
TABLE = (
    "部门经费使用情况总表\n\n青决07\n\n金额单位：元\n\n"
    "支出事项\t\t经费总额\t其中\t\t\n"
    "事项编号\t事项名称\t\t保运转经费\t办大事经费\t备查号\n"
    "合计\t\t9,000.00\t6,000.00\t3,000.00\t\n"
    "201\t一般公共服务支出\t9,000.00\t6,000.00\t3,000.00\t青1\n"
    "20103\t政府办公厅（室）及相关机构事务\t9,000.00\t6,000.00\t3,000.00\t青2\n"
)
TITLE = "  - 部门经费使用情况总表\n"
LAYOUT = """\
  - name: qingyuan
    columns:
      - {role: code, rows: function, labels: [事项编号]}
      - {role: name, labels: [事项名称]}
      - {role: value, measure: total, required: "yes", labels: [经费总额]}
      - {role: value, measure: basic, required: "yes", labels: [保运转经费], under: [其中]}
      - {role: value, measure: project, required: "yes", labels: [办大事经费], under: [其中]}
      - {role: ignored, labels: [备查号]}
"""


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A copy of the descriptions, in use for one test."""
    copy = tmp_path / "layouts"
    shutil.copytree(layouts.FOLDER, copy)
    monkeypatch.setattr(layouts, "FOLDER", copy)
    _read_anew()
    yield copy
    monkeypatch.undo()
    _read_anew()


def _read_anew() -> None:
    layouts.forms.cache_clear()
    match._titles.cache_clear()
    match.title_of.cache_clear()


def _add(folder: Path, title: str, layout: str) -> None:
    """What the newcomer types into the form's file: a title and a layout."""
    path = folder / f"{FORM}.yml"
    text = path.read_text(encoding="utf-8")
    assert text.count("\ntitles:\n") == text.count("\nrow_sets:\n") == 1
    text = text.replace("\ntitles:\n", f"\ntitles:\n{title}")
    path.write_text(text.replace("\nrow_sets:\n", f"\n{layout}row_sets:\n"), encoding="utf-8")
    _read_anew()


def test_an_invented_province_by_data_alone(tmp_path: Path, folder: Path) -> None:
    before = filing(tmp_path, COVER + TABLE)
    assert [t.status for t in before.tables] == ["unknown_form"]
    assert before.line_items == []
    assert {"9,000.00", "青2"} <= {cell.text for cell in before.cells}
    _add(folder, TITLE, LAYOUT)
    after = filing(tmp_path, COVER + TABLE)
    assert [(t.form, t.layout, t.status, t.unit) for t in after.tables] == [
        (FORM, "qingyuan", "read", "元")
    ]
    assert {key: str(value) for key, value in values(after).items()} == {
        (FORM, "total", "total"): "9000.00",
        (FORM, "total", "basic"): "6000.00",
        (FORM, "total", "project"): "3000.00",
        (FORM, "201", "total"): "9000.00",
        (FORM, "201", "basic"): "6000.00",
        (FORM, "201", "project"): "3000.00",
        (FORM, "20103", "total"): "9000.00",
        (FORM, "20103", "basic"): "6000.00",
        (FORM, "20103", "project"): "3000.00",
    }
    assert {i.amount_cny for i in after.line_items} == {i.value for i in after.line_items}
    assert not {"unknown_column", "unknown_label", "unknown_layout"} & set(codes(after))


def test_a_new_title_alone(tmp_path: Path, folder: Path) -> None:
    """`layouts explain` names the form that came nearest; its title is all that is missing."""
    table = (
        "部门经费使用情况总表\n\n金额单位：万元\n\n"
        "科目编码\t科目名称\t本年支出合计\t基本支出\t项目支出\t上缴上级支出\n"
        "201\t一般公共服务支出\t9.00\t6.00\t3.00\t\n"
    )
    path = tmp_path / "b.txt"
    path.write_text(COVER + table, encoding="utf-8")
    said = CliRunner().invoke(main, ["layouts", "explain", str(path)])
    assert said.exit_code == 0
    assert f"nearest form: {FORM}" in said.stdout
    assert said.stdout.splitlines()[-2:] == ["    titles:", "      - 部门经费使用情况总表"]
    assert "near_miss" in codes(filing(tmp_path, COVER + table))
    _add(folder, TITLE, "")
    assert str(values(filing(tmp_path, COVER + table))[FORM, "201", "project"]) == "3.00"


def test_a_title_that_another_form_has_is_refused(folder: Path) -> None:
    _add(folder, "  - 收入决算表\n", "")
    with pytest.raises(ValueError, match="收入决算表"):
        layouts.forms()


@pytest.mark.parametrize("wrong", ["lables: [事项编号]", "role: codes"])
def test_a_slip_in_a_description_is_refused(folder: Path, wrong: str) -> None:
    _add(
        folder, "", f"  - name: slip\n    columns:\n      - {{role: name, labels: [a], {wrong}}}\n"
    )
    with pytest.raises(ValueError, match="layouts"):
        layouts.forms()
