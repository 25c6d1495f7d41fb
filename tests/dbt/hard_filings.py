"""Filings made by hand to contradict themselves, lack something, or come twice.

What each shows is said beside it; `test_hard_filings.py` holds what must come of it.
"""

from __future__ import annotations

from raw_schema import RawFiling, RawValue

from ingest.records import Signal
from ingest.text_records import UnreadSentence

EXPENDITURE = "expenditure_by_function"


def _row(key: str, label: str = "", occurrence: int = 1, **measures: str) -> list[RawValue]:
    return [
        RawValue(EXPENDITURE, key, measure, text, label=label, occurrence=occurrence)
        for measure, text in measures.items()
    ]


CHILDREN_SHORT = RawFiling(
    "1" * 16,
    [
        *_row("total", total="100.00", basic="100.00"),
        *_row("201", total="100.00", basic="100.00"),
        # 款 20103 is not printed: the two 项 hang below the 类 and leave 5.00 万元 open.
        *_row("2010301", total="60.00", basic="60.00"),
        *_row("2010302", total="35.00", basic="35.00"),
    ],
    department="子项不足局",
)

COLUMNS_SHORT = RawFiling(
    "2" * 16,
    [
        *_row("total", total="100.00", basic="70.00", project="20.00"),
        *_row("201", total="60.00", basic="40.00", project="20.00"),
        *_row("20101", total="60.00", basic="40.00", project="20.00"),
        # 10.00 万元 of 202 are of no nature; the total row shows the same gap again.
        *_row("202", total="40.00", basic="30.00"),
        *_row("20201", total="40.00", basic="30.00"),
    ],
    unread=[
        UnreadSentence("2" * 16, 7, "一、情况", "项目支出的规划服务完成 92.5 万元。", 20, None)
    ],
    department="列项不足局",
)

TOTALS_ONLY = RawFiling(
    "3" * 16,
    [*_row("total", total="9.00"), *_row("201", total="9.00"), *_row("20101", total="9.00")],
    department="只列合计局",
)

PRINTED_TWICE = RawFiling(
    "4" * 16,
    [
        *_row("total", total="30.00", basic="30.00"),
        *_row("201", total="30.00", basic="30.00"),
        *_row("20101", total="10.00", basic="10.00"),
        *_row("20101", occurrence=2, total="20.00", basic="20.00"),
        *_row("total", occurrence=2, total="30.00", basic="30.00"),
    ],
    department="重复印刷局",
)

MANY_DOUBTS = RawFiling(
    "5" * 16,
    [
        *_row("total", total="8.00", basic="8.00"),
        *_row("20177", "数字城市事务", total="8.00", basic="8.00"),
        RawValue(EXPENDITURE, "20178", "total", "8.O0", value_source="unread"),
        RawValue(EXPENDITURE, "20178", "basic", "", value_source="blank"),
        RawValue(EXPENDITURE, "20178", "project", "——", value_source="not_applicable"),
        RawValue("disclosure_statistics", "vehicles.total", "value", "3", unit="辆"),
        RawValue("disclosure_statistics", "vehicles.other", "value", "2", unit="辆"),
        RawValue("disclosure_statistics", "equipment.over_1m_cny", "value", "4", unit="把"),
    ],
    region_code="990909",
    department="疑点局",
    signals=[
        Signal("5" * 16, "unread_value", "error", "Cannot read 8.O0", "无法识别 8.O0", EXPENDITURE)
    ],
)

FIRST_VERSION = RawFiling(
    "6" * 16, _row("total", total="1.00", basic="1.00"), department="再版局", arrival=1
)
SECOND_VERSION = RawFiling(
    "7" * 16, _row("total", total="2.00", basic="2.00"), department="再版局", arrival=2
)

NAMELESS = RawFiling(
    "8" * 16, _row("total", total="1.00"), region_code=None, department=None, scope=None
)
ALSO_NAMELESS = RawFiling(
    "9" * 16, _row("total", total="1.00"), region_code=None, department=None, scope=None
)

HARD = [
    CHILDREN_SHORT,
    COLUMNS_SHORT,
    TOTALS_ONLY,
    PRINTED_TWICE,
    MANY_DOUBTS,
    FIRST_VERSION,
    SECOND_VERSION,
    NAMELESS,
    ALSO_NAMELESS,
]
