"""PDF over several pages: what stands between the pages of a table or a sentence, and upon them."""

from __future__ import annotations

import hashlib
import io
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Grid, Paragraph
from ingest.parse import parse
from ingest.readers import read
from ingest.records import Override, ParsedFiling, Source

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
FILING = Path(__file__).resolve().parents[3] / "shared" / "filings" / "putuo-guiziju-2024.pdf"
FONT = "STSong-Light"
XS = (60, 120, 270, 350, 430, 510)
HEAD = ["科目代码", "科目名称", "本年支出合计", "基本支出", "项目支出"]
FORM = "expenditure_by_function"
RUNNING = "青原县水务局二〇二三年部门决算"


def rows(first: int, end: int) -> list[list[str]]:
    return [
        [f"{2010100 + i}", "行政运行", f"{100 + i}.25", f"{60 + i}.25", "40.00"]
        for i in range(first, end)
    ]


class Pages:
    """A PDF in the making."""

    def __init__(self) -> None:
        self.out = io.BytesIO()
        self.canvas = Canvas(self.out, pagesize=A4)

    def text(self, x: float, y: float, text: str, size: float = 9) -> None:
        self.canvas.setFont(FONT, size)
        self.canvas.drawString(x, y, text)

    def caption(self) -> None:
        self.text(200, 790, "支出决算表", 14)
        self.text(400, 775, "单位：万元")

    def table(self, texts: list[list[str]], top: float, rules: str = "all") -> None:
        self.canvas.setFont(FONT, 9)
        bottom = top - 16 * len(texts)
        for i, row in enumerate(texts):
            for c, text in enumerate(row):
                if c > 1:
                    self.canvas.drawRightString(XS[c + 1] - 4, top - 16 * i - 12, text)
                else:
                    self.canvas.drawString(XS[c] + 4, top - 16 * i - 12, text)
        across = {"all": range(len(texts) + 1), "three": (0, 1, len(texts)), "none": ()}[rules]
        for i in across:
            self.canvas.line(XS[0], top - 16 * i, XS[-1], top - 16 * i)
        for x in XS if rules == "all" else ():
            self.canvas.line(x, top, x, bottom)

    def next(self) -> None:
        self.canvas.showPage()

    def done(self) -> bytes:
        self.canvas.save()
        return self.out.getvalue()


def parsed(folder: Path, data: bytes) -> ParsedFiling:
    path = folder / "a.pdf"
    path.write_bytes(data)
    sha256 = hashlib.sha256(data).hexdigest()
    found = parse(Source("a.pdf", path, sha256, len(data), 1, Override(fiscal_year=2023)))
    assert isinstance(found, ParsedFiling)
    return found


def values(found: ParsedFiling) -> dict[tuple[str, str], Decimal | None]:
    return {(i.row_key, i.measure): i.value for i in found.line_items if i.form == FORM}


def truth(texts: list[list[str]]) -> dict[tuple[str, str], Decimal | None]:
    measures = ("total", "basic", "project")
    return {
        (row[0], measure): Decimal(text) if text else None
        for row in texts
        for measure, text in zip(measures, row[2:], strict=True)
    }


def signals(found: ParsedFiling) -> list[str]:
    of_filer = {"region_unknown", "scope_unknown", "filer_unknown", "few_forms"}
    return [s.code for s in found.signals if s.code not in of_filer]


def test_a_title_at_the_foot_of_the_page_before_its_table(tmp_path: Path) -> None:
    pages = Pages()
    pages.text(60, 780, "本年收入合计比上年增加。", 10)
    pages.text(200, 60, "支出决算表", 14)
    pages.text(290, 30, "- 1 -")
    pages.next()
    pages.text(400, 800, "单位：万元")
    pages.table([HEAD, *rows(0, 5)], 790)
    pages.text(290, 30, "- 2 -")
    found = parsed(tmp_path, pages.done())
    assert values(found) == truth(rows(0, 5))
    assert signals(found) == []


@pytest.mark.parametrize("count", [2, 4])
@pytest.mark.parametrize("foot", ["第 {} 页 共 4 页", "- {} -", "青原县水务局 {}"])
@pytest.mark.parametrize("repeated", [False, True])
def test_running_heads_and_feet_do_not_part_a_table(
    tmp_path: Path, count: int, foot: str, *, repeated: bool
) -> None:
    pages = Pages()
    for number in range(count):
        pages.text(200, 815, RUNNING)
        if number == 0:
            pages.caption()
        head = [HEAD] if repeated or number == 0 else []
        pages.table([*head, *rows(10 * number, 10 * number + 10)], 760)
        pages.text(250, 30, foot.format(number + 1))
        pages.next()
    found = parsed(tmp_path, pages.done())
    assert values(found) == truth(rows(0, 10 * count))
    assert signals(found) == []


def test_a_text_between_parts_a_table_and_the_rest_is_signalled(tmp_path: Path) -> None:
    pages = Pages()
    pages.caption()
    pages.table([HEAD, *rows(0, 5)], 760)
    pages.next()
    pages.text(60, 800, "本年支出比上年减少，原因如下。")
    pages.table(rows(5, 9), 780)
    found = parsed(tmp_path, pages.done())
    assert values(found) == truth(rows(0, 5))
    assert signals(found) == ["cut_table"]


@pytest.mark.parametrize("rules", ["none", "three"])
@pytest.mark.parametrize("blank", [False, True])
def test_a_table_without_rules_over_two_pages(tmp_path: Path, rules: str, *, blank: bool) -> None:
    """Also where a column has nothing on the second page."""
    rest = [[*row[:4], "" if blank else row[4]] for row in rows(8, 16)]
    pages = Pages()
    pages.caption()
    pages.table([HEAD, *rows(0, 8)], 760, rules)
    pages.text(290, 30, "- 1 -")
    pages.next()
    pages.table(rest, 790, rules)
    pages.text(290, 30, "- 2 -")
    found = parsed(tmp_path, pages.done())
    got = {key: value for key, value in values(found).items() if value is not None}
    expected = truth(rows(0, 8) + rest)
    assert got == {key: value for key, value in expected.items() if value is not None}
    assert signals(found) == []


@pytest.mark.parametrize("angle", [0, 40])
def test_a_watermark_is_no_text_of_the_cells_that_it_lies_over(tmp_path: Path, angle: int) -> None:
    pages = Pages()
    pages.caption()
    pages.table([HEAD, *rows(0, 20)], 760)
    pages.canvas.saveState()
    pages.canvas.translate(150, 520)
    pages.canvas.rotate(angle)
    pages.canvas.setFillGray(0.85)
    pages.text(0, 0, "内部资料注意保存", 44)
    pages.canvas.restoreState()
    data = pages.done()
    found = parsed(tmp_path, data)
    assert values(found) == truth(rows(0, 20))
    assert {i.row_label for i in found.line_items} == {"行政运行"}
    said = "".join(p.text for p in read(data).paragraphs())
    assert sorted(said.replace("支出决算表", "").replace("单位：万元", "")) == sorted(
        "内部资料注意保存"
    )


def test_rows_that_no_rule_parts_are_not_guessed_at(tmp_path: Path) -> None:
    pages = Pages()
    pages.caption()
    pages.table([HEAD, *rows(0, 5)], 760, "none")
    for line in (0, 1, 2, 4, 5, 6):
        pages.canvas.line(XS[0], 760 - 16 * line, XS[-1], 760 - 16 * line)
    for x in XS:
        pages.canvas.line(x, 760, x, 760 - 96)
    found = parsed(tmp_path, pages.done())
    assert values(found) == truth([*rows(0, 1), *rows(3, 5)])
    assert signals(found) == ["unknown_label"] * 3


def test_a_sentence_goes_on_over_running_heads_and_feet() -> None:
    wide = "本年收入合计一千万元其中财政拨款收入九百万元占百分之九十其他收"
    pages = Pages()
    for number, text in enumerate((wide, "入一百万元，下同。")):
        pages.text(200, 815, RUNNING)
        pages.text(72, 700 if number == 0 else 780, text, 14)
        pages.text(250, 30, f"青原县水务局 第{number + 1}页")
        pages.next()
    texts = [p.text for p in read(pages.done()).paragraphs()]
    assert wide + "入一百万元，下同。" in texts
    assert texts.count(RUNNING) == 2


@settings(max_examples=15, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.integers(40, 500),
            st.integers(30, 800),
            st.text("收入支出决算表一二三0123456789.,-（）", min_size=1, max_size=12),
        ),
        max_size=25,
    ),
    st.sampled_from(["all", "three", "none"]),
)
def test_no_character_of_a_page_is_lost(words: list[tuple[int, int, str]], rules: str) -> None:
    """Wherever it stands, in a table, upon its rules or outside: in some cell or paragraph."""
    pages = Pages()
    pages.table([HEAD, *rows(0, 4)], 500, rules)
    spots = {(x // 150, y // 20): (x // 150 * 150, y // 20 * 20, text) for x, y, text in words}
    free = [(x, y, text) for x, y, text in spots.values() if not 400 < y < 520]
    for x, y, text in free:
        pages.text(x, y, text)
    drawn = "".join(text for *_, text in free) + "".join("".join(r) for r in [HEAD, *rows(0, 4)])
    blocks = read(pages.done()).blocks
    got = "".join(
        block.text if isinstance(block, Paragraph) else "".join(c.text for c in block.cells)
        for block in blocks
        if isinstance(block, (Paragraph, Grid))
    )
    assert sorted(got.replace(" ", "").replace("\n", "")) == sorted(drawn)


ACROSS_PAGES = (
    "统筹推进存量低效用地盘活再开发等相关工作。",
    "建立和维护自然资源和不动产登记信息管理数据库，依法对本区域自然资源和不动产争议进行调处。",
    "2、社会保障和就业支出（类）行政事业单位养老支出（款）事业单位离退休（项）。",
    "医疗保险基数变更，医疗保险单位部分降低，导致支出减少。",
    "其他商品和服务支出、办公设备购置支出。",
    "全年安排因公出国（境）团组0个、累计0人次。",
    "分管领导负具体责任，完善内部控制体系和总体预算框架",
    "预留政府采购项目预算金额164.87万元。在面向中小企业预留的政府采购项目中",
)
"""Typed from the real filing, each from the foot of a page to the head of the next."""
OPENINGS = (
    "第一部分上海市普陀区规划和自然资源局概况",
    "6.负责历史文化风貌区",
    "二、部门决算单位构成",
    "一、收入支出决算总体情况说明",
    "二、收入决算情况说明",
    "本年收入合计9746.50万元，其中：财政拨款收入9746.50万元，占100.00%。",
    "三、支出决算情况说明",
    "3、社会保障和就业支出（类）",
    "13、住房保障支出（类）",
    "七、财政拨款“三公”经费支出决算情况说明",
    "（一）机关运行经费支出情况",
    "第四部分名词解释",
    "十一、机关运行经费：",
)


@pytest.mark.skipif(not FILING.exists(), reason="the real filing is not here")
def test_the_narrative_of_the_real_filing_is_whole_and_in_order() -> None:
    paragraphs = [
        "".join(p.text.split())
        for p in read(FILING.read_bytes()).paragraphs()
        if (p.place.page or 0) > 3
    ]
    for sentences, opens in ((ACROSS_PAGES, False), (OPENINGS, True)):
        places = [
            [n for n, p in enumerate(paragraphs) if (p.startswith(s) if opens else s in p)]
            for s in sentences
        ]
        assert [s for s, found in zip(sentences, places, strict=True) if not found] == []
        first = [found[0] for found in places]
        assert first == sorted(first)
