"""`juesuan export`: what stands in the files, by a release typed by hand."""

from __future__ import annotations

import csv
import json
from decimal import Decimal
from pathlib import Path

import duckdb
import openpyxl
import polars as pl
import pytest
from click.testing import CliRunner, Result
from frictionless import Package, validate

from juesuan.cli import main
from juesuan.keys import declared_keys
from warehouse.export import workbook
from warehouse.export.catalogue import Undescribed, UnknownType, chinese_name
from warehouse.export.folder import export
from warehouse.export.keys import Key
from warehouse.export.settings import Unplaced, group_of
from warehouse.home import Home
from warehouse.release import publish

LONG = "长" * 40_000
MADE = """
    create schema raw; create schema marts; create schema audit; create schema analytics;
    create table raw.line_item as select 1 as not_public;
    create table marts.dim_filing as from (values
        ('aa11', 2023, 'aa22', date '2024-09-01', true), ('aa22', 2023, null, null, false)
    ) as t(filing_id, fiscal_year, superseded_by, published_on, is_current);
    create table marts.fct_expenditure as from (values
        ('aa11', '0201', 1234567.80::decimal(20,2), '=1+1', ''),
        ('aa22', '2010308', 0.00, '<r>x</r>', null),
        ('aa22', '221', null, '"引号", 逗号', repeat('长', 40000)),
        ('aa22', '222', 123456789012345678.91, '换
行', 'n')
    ) as t(filing_id, function_code, amount_cny, row_label, note);
    create table audit.finding as select 'f1' as finding_id, 'aa11' as filing_id limit 0;
    create view analytics.benchmark as select 0.1::double as percent, 3::bigint as n;
    comment on table marts.dim_filing is 'One row a version (决算文件版本).';
    comment on table marts.fct_expenditure is 'Expenditure (支出决算) | by code.';
    comment on table audit.finding is 'Findings (问题).';
    comment on view analytics.benchmark is 'Peers (同类比较).';
"""
COMMENTS = {
    "marts.dim_filing": {
        "filing_id": "Filing (决算文件).",
        "fiscal_year": "Fiscal year (决算年度).",
        "superseded_by": "The later version (被取代为).",
        "published_on": "Day (公开日期).",
        "is_current": "In force (现行版本).",
    },
    "marts.fct_expenditure": {
        "filing_id": "Filing (决算文件).",
        "function_code": "Code (支出功能分类编码).",
        "amount_cny": "Amount in yuan (金额，元); null for counts.",
        "row_label": "Label (行标签).",
        "note": "Note (备注).",
    },
    "audit.finding": {"finding_id": "Finding (问题编号).", "filing_id": "Filing (决算文件)."},
    "analytics.benchmark": {"percent": "Change (增减率).", "n": "Peers (可比部门数)."},
}
KEYS = [
    Key("dim_filing", ("filing_id",)),
    Key("dim_filing", ("superseded_by",), "dim_filing", "filing_id"),
    Key("fct_expenditure", ("filing_id",)),  # not true: aa22 has three rows
    Key("fct_expenditure", ("filing_id", "function_code")),
    Key("fct_expenditure", ("filing_id",), "dim_filing", "filing_id"),
    Key("fct_expenditure", ("function_code",), "dim_filing", "filing_id"),  # not true
    Key("fct_expenditure", ("row_label",), "dim_gone", "filing_id"),
    Key("fct_expenditure", ("gone",)),
]


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("home"))
    with duckdb.connect(home.build) as con:
        con.execute(MADE)
        for table, columns in COMMENTS.items():
            for column, comment in columns.items():
                con.execute(f"comment on column {table}.{column} is '{comment}'")
    home.checked.touch()
    publish(home)
    return home


def run(home: Home, folder: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["export", str(folder), "--home", str(home.root), *arguments])


def written(home: Home, folder: Path) -> Path:
    with duckdb.connect(home.current, read_only=True) as con:
        export(con, folder, "000001-0", keys=KEYS)
    return folder


@pytest.fixture(scope="module")
def exported(home: Home, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(home, tmp_path_factory.mktemp("out") / "new")


def test_csv_has_a_bom_text_codes_and_all_decimals(exported: Path) -> None:
    raw = (exported / "csv" / "marts.fct_expenditure.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbffiling_id,function_code,amount_cny,row_label,note\n")
    assert b'aa11,0201,1234567.80,=1+1,""\n' in raw
    assert b"aa22,2010308,0.00,<r>x</r>,\n" in raw
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[3] == ["aa22", "221", "", '"引号", 逗号', LONG]
    assert rows[4] == ["aa22", "222", "123456789012345678.91", "换\n行", "n"]


def test_parquet_keeps_types_and_nulls(exported: Path) -> None:
    frame = pl.read_parquet(exported / "parquet" / "marts.fct_expenditure.parquet")
    assert frame.schema["amount_cny"] == pl.Decimal(20, 2)
    assert frame["amount_cny"].to_list() == [
        Decimal("1234567.80"), Decimal("0.00"), None, Decimal("123456789012345678.91"),
    ]  # fmt: skip
    assert frame["note"].to_list() == ["", None, LONG, "n"]


def test_a_workbook_has_contents_columns_and_a_sheet_a_table(exported: Path) -> None:
    book = openpyxl.load_workbook(exported / "xlsx" / "accounts.xlsx")
    assert book.sheetnames == ["目录 contents", "字段 columns", "fct_expenditure"]
    assert [cell.value for cell in book["目录 contents"][2]] == [
        "marts.fct_expenditure", "支出决算", 4, "Expenditure (支出决算) | by code.", None,
    ]  # fmt: skip
    assert [cell.value for cell in book["字段 columns"][4]] == [
        "marts.fct_expenditure", "amount_cny", "金额，元", "DECIMAL(20,2)", "元 CNY",
        "Amount in yuan (金额，元); null for counts.",
    ]  # fmt: skip
    sheet = book["fct_expenditure"]
    assert sheet["C1"].value == "金额，元\namount_cny"
    cells = [(cell.value, cell.data_type) for cell in sheet[2][:4]]
    assert cells == [("aa11", "s"), ("0201", "s"), (1234567.8, "n"), ("=1+1", "s")]
    assert sheet["C2"].number_format == "#,##0.00"
    assert sheet["C3"].value == 0
    assert sheet["C4"].value is None
    assert sheet["D3"].value == "<r>x</r> "
    # More digits than Excel keeps: text, to the last of them.
    assert (sheet["C5"].value, sheet["C5"].data_type) == ("123456789012345678.91", "s")
    assert sheet["E4"].value.endswith(workbook.CUT)
    assert len(sheet["E4"].value) == 32_767
    dates = openpyxl.load_workbook(exported / "xlsx" / "dimensions.xlsx")["dim_filing"]
    assert dates["D2"].value.date().isoformat() == "2024-09-01"
    assert dates["E2"].value is True


def test_the_data_package_is_valid_and_names_the_keys_that_hold(exported: Path) -> None:
    report = validate(str(exported / "datapackage.json"))
    assert report.valid, report.flatten(["name", "type", "message"])
    package = Package(str(exported / "datapackage.json"))
    filing = package.get_resource("marts.dim_filing").schema
    assert filing.primary_key == ["filing_id"]
    assert filing.foreign_keys == [
        {"fields": ["superseded_by"], "reference": {"resource": "", "fields": ["filing_id"]}}
    ]
    spent = package.get_resource("marts.fct_expenditure").schema
    assert spent.primary_key == ["filing_id", "function_code"]
    assert spent.foreign_keys == [
        {
            "fields": ["filing_id"],
            "reference": {"resource": "marts.dim_filing", "fields": ["filing_id"]},
        }
    ]
    amount = spent.get_field("amount_cny").to_descriptor()
    assert amount["title"] == "金额，元"
    assert amount["unit"] == "元 CNY"
    assert "not_public" not in (exported / "datapackage.json").read_text("utf-8")


def test_a_changed_file_is_not_valid(home: Home, tmp_path: Path) -> None:
    folder = written(home, tmp_path / "out")
    changed = folder / "csv" / "marts.dim_filing.csv"
    changed.write_bytes(changed.read_bytes().replace(b"aa22,2023", b"aa22,2024"))
    assert not validate(str(folder / "datapackage.json")).valid


def test_the_dictionary_names_all_columns(exported: Path) -> None:
    page = (exported / "dictionary.md").read_text("utf-8")
    described = [line for line in page.splitlines() if line.startswith("| `")]
    assert len(described) == sum(len(columns) for columns in COMMENTS.values())
    assert (
        "| `amount_cny` | 金额，元 | DECIMAL(20,2) | 元 CNY |"
        " Amount in yuan (金额，元); null for counts. |"
    ) in described
    assert "外键 foreign key: `filing_id` → `marts.dim_filing.filing_id`" in page
    assert "| `n` | 可比部门数 | BIGINT | 个 count | Peers (可比部门数). |" in described


def test_the_same_release_gives_the_same_bytes(home: Home, tmp_path: Path) -> None:
    for name in ("a", "b"):
        assert run(home, tmp_path / name).exit_code == 0
    files = {p.relative_to(tmp_path / "a") for p in (tmp_path / "a").rglob("*") if p.is_file()}
    assert files == {
        p.relative_to(tmp_path / "b") for p in (tmp_path / "b").rglob("*") if p.is_file()
    }
    assert len(files) == 4 + 4 + 4 + 2
    for name in files:
        assert (tmp_path / "a" / name).read_bytes() == (tmp_path / "b" / name).read_bytes(), name


def test_what_excel_cannot_hold_is_said_and_left_out(
    home: Home, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workbook, "MOST_ROWS", 3)
    done = run(home, tmp_path / "out")
    assert done.exit_code == 0
    [note] = [line for line in done.stderr.splitlines() if line.startswith("note: ")]
    assert note.startswith("note: marts.fct_expenditure: 4 rows, a sheet holds 3")
    book = openpyxl.load_workbook(tmp_path / "out" / "xlsx" / "accounts.xlsx")
    assert book.sheetnames == ["目录 contents", "字段 columns"]
    assert "4 rows" in book["目录 contents"]["E2"].value
    assert (tmp_path / "out" / "csv" / "marts.fct_expenditure.csv").exists()
    said = json.loads((tmp_path / "out" / "datapackage.json").read_text("utf-8"))
    tables = {r["path"]: r["tables"] for r in said["resources"] if "tables" in r}
    assert tables["xlsx/accounts.xlsx"] == []


def test_cut_texts_are_counted(home: Home, tmp_path: Path) -> None:
    done = run(home, tmp_path / "out", "--format", "xlsx")
    assert "note: accounts.xlsx: 1 texts cut" in done.stderr
    assert not (tmp_path / "out" / "csv").exists()


def test_a_folder_that_holds_something_is_left_alone(home: Home, tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine")
    done = run(home, tmp_path)
    assert done.exit_code == 2
    assert done.stderr.splitlines()[-1] == f"Error: {tmp_path}: not an empty folder"
    assert [path.name for path in tmp_path.iterdir()] == ["mine.txt"]


def test_an_empty_folder_is_filled_and_nothing_is_left_beside(home: Home, tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    assert run(home, tmp_path / "out", "--format", "csv").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["out"]
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == [
        "csv", "datapackage.json", "dictionary.md",
    ]  # fmt: skip


def test_unusable_arguments_are_one_line(home: Home, tmp_path: Path) -> None:
    for arguments in (["--format", "csv,doc"], ["--release", "7"]):
        done = run(home, tmp_path / "out", *arguments)
        assert done.exit_code == 2
        assert "Traceback" not in done.output
    nothing = run(Home(tmp_path / "no"), tmp_path / "out")
    assert nothing.exit_code == 2
    assert "there is no release yet" in nothing.stderr
    assert not (tmp_path / "out").exists()


def test_a_column_without_description_stops_it_and_leaves_nothing(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        con.execute("create schema marts; create table marts.dim_x as select 1 as y")
        con.execute(
            "comment on table marts.dim_x is 'X (某)'; comment on column marts.dim_x.y is 'Y'"
        )
        with pytest.raises(Undescribed, match=r"marts\.dim_x\.y"):
            export(con, tmp_path / "out", "r")
    assert list(tmp_path.iterdir()) == []


def test_a_type_without_a_place_stops_it(tmp_path: Path) -> None:
    with duckdb.connect() as con:
        con.execute("create schema marts; create table marts.dim_x as select [1] as y")
        con.execute("comment on table marts.dim_x is 'X (某)'")
        con.execute("comment on column marts.dim_x.y is 'Y (某)'")
        with pytest.raises(UnknownType, match=r"marts\.dim_x\.y: INTEGER"):
            export(con, tmp_path / "out", "r", ["csv", "parquet"])
    assert list(tmp_path.iterdir()) == []


def test_the_first_chinese_in_brackets_is_the_name() -> None:
    assert chinese_name("Level (编码级次): class (类), (x) …", "x") == "编码级次"
    assert chinese_name("Rate (no) of (执行率)", "x") == "执行率"
    with pytest.raises(Undescribed):
        chinese_name("决算 without brackets", "x")


def test_a_table_that_no_workbook_names_stops_it() -> None:
    assert group_of("marts.fct_three_public").name == "accounts"
    assert group_of("marts.fct_project_funding").name == "projects"
    with pytest.raises(Unplaced):
        group_of("marts.fct_three_public_more")


def test_keys_are_those_of_the_models_tests() -> None:
    keys = declared_keys()
    assert Key("dim_filing", ("filing_id",)) in keys
    assert Key("fct_expenditure", ("filing_id",), "dim_filing", "filing_id") in keys
    assert Key("fct_narrative", ("filing_id", "fact_no")) in keys
