"""`juesuan show`: a filing by id or path, its values with places, its findings; typed by hand."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import duckdb
import pytest
from click.testing import CliRunner, Result

from juesuan.cli import main
from warehouse.home import Home
from warehouse.release import publish

MADE = """
    create schema raw; create schema marts; create schema audit;
    create table marts.dim_filing as from (values
        ('aa11', '县/一局2023.txt', 2023, '140423', 'd1', '一局', null, 'department', 1, false, '2024-09-01', null, 1),
        ('ab22', '县/一局2023改.txt', 2023, '140423', 'd1', '一局', null, 'department', 2, true, null, null, 2),
        ('cc33', '市/一局2023.txt', 2023, '140400', 'd2', '一局', null, null, 1, false, null, '2025-01-02',
            1)
    ) as t(filing_id, path, fiscal_year, region_code, department_id, department, unit, scope,
        version_no, is_current, published_on, withdrawn_on, arrival);
    create table marts.dim_form as from (values
        ('income', '收入决算表'), ('three_public', '“三公”经费支出决算表')) as t(form, title_zh);
    create table raw.line_item as from (values
        ('ab22', 'income', '201', '基本支出', 'total', '合计', 1, '1,234.50', 1234.5::decimal(24,6),
            '万元', 12345000.00::decimal(20,2), 'printed', 3, null, 2, 5, 4, null),
        ('ab22', 'income', '201', '基本支出', 'project', '项目', 1, '12', 12, '万元', 120000, 'printed',
            3, null, 2, 5, 5, null),
        ('ab22', 'three_public', 'total', '合计', 'final', '决算数', 2, '?', null, null, null,
            'unread', 9, null, 7, 1, 1, null)
    ) as t(filing_id, form, row_key, row_label, measure, column_label, occurrence, raw_text, value,
        unit, amount_cny, value_source, page, sheet, table_no, row_no, col_no, line_no);
    create table audit.correction as select 'ab22' as filing_id, 'income' as form,
        '201' as row_key, 'project' as measure, 1::bigint as occurrence, true as is_applied,
        21::decimal(24,6) as value, 210000::decimal(20,2) as amount_cny;
    create table audit.finding as from (values
        ('f1', 'ab22', 'R-1', 'warn', 'income', '不等', 'differs', 3, null, 2, 5, 4, null),
        ('f2', 'ab22', 'R-2', 'error', 'three_public', '未读', 'unread', 9, null, 7, 1, 1, null)
    ) as t(finding_id, filing_id, rule_id, severity, form, message_zh, message_en, page, sheet,
        table_no, row_no, col_no, line_no);
"""  # noqa: E501


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    home = Home(tmp_path_factory.mktemp("home"))
    with duckdb.connect(home.build) as con:
        con.execute(MADE)
    home.checked.touch()
    publish(home)
    return home


def show(home: Home, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["show", "--home", str(home.root), *arguments])


def test_a_withdrawn_filing_says_so(home: Home) -> None:
    assert "  version 1  cc33  withdrawn on 2025-01-02  市/一局2023.txt" in show(home, "cc").stdout


def test_it_is_shown_with_its_versions_values_and_findings(home: Home) -> None:
    assert show(home, "ab").stdout.splitlines() == [
        "ab22  县/一局2023改.txt",
        "  140423  一局  department  2023",
        "  version 1  aa11  superseded  published 2024-09-01  县/一局2023.txt",
        "  version 2  ab22  current  县/一局2023改.txt",
        "",
        "income 收入决算表",
        "  201 基本支出  total  1,234.50 万元  (第3页 第2张表 表内第5行 第4列)",
        "  201 基本支出  project  12 万元  [corrected: 21]  (第3页 第2张表 表内第5行 第5列)",
        "",
        "three_public “三公”经费支出决算表",
        "  total #2 合计  final  ?  [unread]  (第9页 第7张表 表内第1行 第1列)",
        "",
        "findings: 2",
        "  error  R-2  第9页 第7张表 表内第1行 第1列",
        "    未读",
        "  warn  R-1  第3页 第2张表 表内第5行 第4列",
        "    不等",
    ]


def test_one_form_as_json(home: Home) -> None:
    said = json.loads(show(home, "一局2023改.txt", "--form", "income", "--json").stdout)
    assert [Decimal(value["value"]) for value in said["values"]] == [Decimal("1234.5"), Decimal(21)]
    assert [found["finding_id"] for found in said["findings"]] == ["f1"]
    assert said["filing"]["filing_id"] == "ab22"


@pytest.mark.parametrize(
    ("said", "answer"),
    [
        (("一局2023.txt",), "2 filings are called so\n  aa11  县/一局2023.txt\n  cc33"),
        (("a",), "2 filings are called so"),
        (("zz",), "0 filings are called so\n"),
        (("局2023",), "0 filings are called so; 3 have it in their path\n  aa11  县/一局2023.txt"),
        (("",), "0 filings are called so"),
        (("ab", "--form", "nope"), "no values of the form nope; its forms are: income, three_"),
        (("ab", "--release", "7"), "7: 0 releases are called so"),
    ],
)
def test_what_is_not_there_is_said(home: Home, said: tuple[str, ...], answer: str) -> None:
    result = show(home, *said)
    assert (result.exit_code, result.stdout) == (2, "")
    assert answer in result.stderr


def test_a_whole_path_is_one_filing_though_others_end_so(home: Home) -> None:
    assert show(home, "县/一局2023.txt", "--release", "1").stdout.startswith("aa11  ")


def test_no_release_is_one_line(tmp_path: Path) -> None:
    result = show(Home(tmp_path), "ab")
    assert result.exit_code == 2
    assert "there is no release yet" in result.stderr
