"""Forms that a filing lacks, and years that contradict each other, never go unsaid."""

from __future__ import annotations

from pathlib import Path

import pytest
from typed import COVER, filing

from ingest.document import Box, Cell, Document, Grid, Paragraph, Place
from ingest.printed import PrintedTable
from ingest.records import ParsedFiling
from ingest.years import table_year

CODES = "项目\t\t本年支出合计\t基本支出\t项目支出\n科目代码\t科目名称\t\t\t\n"
SIDES = "收入\t\t支出\t\n项目\t金额\t项目\t金额\n总计\t11.50\t总计\t11.50\n"
INCOME = "项目\t\t本年收入合计\t财政拨款收入\n科目代码\t科目名称\t\t\n201\t公共服务\t9.00\t9.00\n"
SPENDING = CODES + "201\t公共服务\t9.00\t6.00\t3.00\n"
FORMS = {
    "收入支出决算总表": SIDES,
    "收入决算表": INCOME,
    "支出决算表": SPENDING,
}


def printed(year: str = "2023年度", *, without: str = "", text: str = "") -> str:
    tables = (
        f"{title}\n{year}\n金额单位：万元\n{body}\n"
        for title, body in FORMS.items()
        if title != without
    )
    return text + "\n".join(tables)


def signals(parsed: ParsedFiling, code: str) -> list[tuple[str | None, str, str | None]]:
    return [(s.form, s.severity, s.raw_text) for s in parsed.signals if s.code == code]


def test_each_core_form_that_is_missing_is_named(tmp_path: Path) -> None:
    text = "目录\n四、财政拨款收入支出决算总表……………12\n\n"
    parsed = filing(tmp_path, COVER + printed(text=text))
    assert signals(parsed, "form_missing") == [
        ("appropriation_summary", "error", "四、财政拨款收入支出决算总表……………12"),
        ("general_budget_by_function", "error", "-"),
        ("basic_expenditure_by_economic", "error", "-"),
        ("three_public", "error", "-"),
    ]


def test_a_form_that_a_region_does_not_print_is_no_error(tmp_path: Path) -> None:
    parsed = filing(tmp_path, COVER + printed(), region_code="341302")
    assert signals(parsed, "form_not_printed") == [("three_public", "info", "-")]


def test_before_the_forms_were_set_none_is_missed(tmp_path: Path) -> None:
    parsed = filing(tmp_path, COVER.replace("2023", "2012") + printed("2012年度"))
    assert signals(parsed, "form_missing") == []
    assert len(signals(parsed, "form_not_printed")) == 4


def test_a_part_of_a_filing_is_named_as_such(tmp_path: Path) -> None:
    parsed = filing(tmp_path, COVER + "支出决算表\n金额单位：万元\n" + SPENDING)
    assert signals(parsed, "few_forms") == [(None, "error", "expenditure_by_function")]
    assert signals(parsed, "form_missing") == []


def test_tables_in_an_attachment_are_asked_for(tmp_path: Path) -> None:
    text = "第二部分 部门决算表\n本部门决算表详见附件。本年无变化。\n"
    parsed = filing(tmp_path, COVER + text)
    assert signals(parsed, "tables_elsewhere") == [(None, "warn", "本部门决算表详见附件。")]
    assert signals(filing(tmp_path, COVER + "情况说明。"), "few_forms") == [(None, "error", "-")]


def test_a_year_in_the_tables_that_is_not_the_cover_s(tmp_path: Path) -> None:
    parsed = filing(tmp_path, COVER + printed("2022年度"))
    assert signals(parsed, "year_conflict") == [
        ("income_expenditure_summary", "error", "2022 (1, 2, 3)")
    ]
    assert parsed.filing.fiscal_year == 2023


def test_one_table_of_another_year_among_its_siblings(tmp_path: Path) -> None:
    body = printed().replace("支出决算表\n2023年度\n金额", "支出决算表\n二〇二一年度\n金额")
    parsed = filing(tmp_path, COVER + body)
    assert signals(parsed, "year_conflict") == [("expenditure_by_function", "error", "2021 (3)")]


def test_the_word_of_a_person_settles_the_year(tmp_path: Path) -> None:
    parsed = filing(tmp_path, COVER + printed("2022年度"), fiscal_year=2022)
    assert signals(parsed, "year_conflict") == []


@pytest.mark.parametrize(
    ("captions", "year"),
    [
        (["收入决算表", "2023年度", "单位：万元"], 2023),
        (["2023年度收入决算表", "单位：万元"], 2023),
        (["某局2023年度部门收入决算表"], 2023),
        (["二〇二三年度", "收入决算表"], 2023),
        (["2022年增加一人。", "比2021年增长一成", "收入决算表", "单位：万元"], None),
        (["收入决算表", "单位：万元", "日期：2024年8月"], None),
        (["2022年度", "收入决算表", "2023年度"], None),
    ],
)
def test_the_year_of_a_table_is_in_its_own_lines(captions: list[str], year: int | None) -> None:
    table = PrintedTable([Paragraph(line) for line in captions], [], 1, Place())
    assert table_year(table) == year


def test_a_table_below_a_known_form_that_does_not_go_on_with_it_is_signalled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rest of a form whose columns could not be told on its second page."""
    head = ["科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出"]
    first = grid(1, head, ["201", "公共服务", "9.00", "6.00", "3.00"])
    rest = grid(2, ["20103", "政府办公", "9.00", "6.00 3.00"])
    blocks = (Paragraph("支出决算表"), Paragraph("单位：万元"), first, Paragraph("- 2 -"), rest)
    monkeypatch.setattr("ingest.parse.read", lambda *_: Document("pdf", blocks))
    parsed = filing(tmp_path, "", fiscal_year=2023)
    assert signals(parsed, "cut_table") == [("expenditure_by_function", "error", None)]
    assert [t.status for t in parsed.tables] == ["read", "unknown_form"]


def grid(page: int, *rows: list[str]) -> Grid:
    cells = [
        Cell(
            r, c, text, place=Place(page, row=r + 1, box=Box(90 * c, 9 * r, 90 * c + 90, 9 * r + 9))
        )
        for r, row in enumerate(rows)
        for c, text in enumerate(row)
    ]
    return Grid(tuple(cells), len(rows), len(rows[0]), Place(page))
