"""Paragraphs: joined over page ends, classified, with part and section; nothing is lost."""

# Sentences stand whole, as they are printed.
# ruff: noqa: E501

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from written import narrate

from ingest.document import Document, Grid, Paragraph, Place
from ingest.narrative.paragraphs import paragraphs

LINES = """目 录
第一部分 概况
一、主要职责
第二部分 情况说明
第一部分 概况
一、主要职责
负责全县水利工作。
第二部分 情况说明
一、2023年度收入支出决算总体情况
2023年度收入总计12万元，完成全
年预算的98%，单价100万元
(含)以上设备0台。
第三部分 名词解释
一、财政拨款收入：指拨款12万元。"""


def test_kinds_parts_and_sections() -> None:
    rows = [(p.kind, p.part, p.section) for p in narrate(LINES).paragraphs]
    assert rows[:4] == [("contents", None, None)] * 4
    assert rows[4:7] == [
        ("heading", "第一部分 概况", None),
        ("heading", "第一部分 概况", "一、主要职责"),
        ("text", "第一部分 概况", "一、主要职责"),
    ]
    assert rows[9] == ("text", "第二部分 情况说明", "一、2023年度收入支出决算总体情况")
    assert len(rows) == 12


def test_a_sentence_cut_by_page_ends_is_one_and_keeps_its_lines() -> None:
    narrative = narrate(LINES)
    assert narrative.paragraphs[9].text == (
        "2023年度收入总计12万元，完成全年预算的98%，单价100万元(含)以上设备0台。"
    )
    assert [f.line_no for f in narrative.facts] == [10, 11, 12]


def test_the_glossary_states_no_facts() -> None:
    assert all(f.line_no != 14 for f in narrate(LINES).facts)
    assert narrate(LINES).unread == []


def test_page_numbers_go_and_captions_stay() -> None:
    blocks = (
        Paragraph("收入决算表", Place(page=3)),
        Paragraph("单位：万元", Place(page=3)),
        Grid((), 2, 2, Place(page=3)),
        Paragraph("注：本表反映收入。", Place(page=3)),
        Paragraph("- 3 -", Place(page=3)),
    )
    kinds = [(p.kind, p.text) for p in paragraphs(Document("pdf", blocks, 3))]
    assert kinds == [
        ("caption", "收入决算表"),
        ("caption", "单位：万元"),
        ("note", "注：本表反映收入。"),
    ]


WORDS = st.sampled_from(
    ["收入总计", "较上年增加", "教育支出", "，", "。", "；", "其中：", "专项经费", "主要原因是", "12.5万元",
     "3%", "0元", "（", "）", "增长", "占比", "、", "支出决算为"]
)  # fmt: skip


@settings(max_examples=60, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=20))
def test_every_amount_is_a_fact_or_unread(words: list[str]) -> None:
    text = "".join(words)
    narrative = narrate("五、一般公共预算财政拨款支出决算情况说明\n关于" + text)
    told = "".join(u.sentence for u in narrative.unread)
    for amount in {w for w in words if w[0].isdigit()}:
        # Glued digits (12.5万元3%) stay apart: each word ends in its unit.
        read = [f for f in narrative.facts if f.raw_text == amount]
        assert read or amount in told
