"""Form 10: procurement, operating cost, vehicles and equipment, in three sections."""

from __future__ import annotations

from corpus.forms.values import Values
from corpus.table import Cell, Row, row

PROCUREMENT = (
    ("合计", 1, "procurement.total"),
    ("货物", 2, "procurement.goods"),
    ("工程", 3, "procurement.works"),
    ("服务", 4, "procurement.services"),
)
OPERATING_COST = (
    ("(一) 行政单位", 5, "operating_cost.administrative"),
    ("(二) 参照公务员法管理事业单位", 6, "operating_cost.quasi_civil"),
)
ASSETS = (
    ("(一) 车辆数合计(辆)", 7, "vehicles.total"),
    ("1. 副部(省)级及以上领导用车", 8, "vehicles.senior_official"),
    ("2. 主要负责人用车", 9, "vehicles.principal"),
    ("3. 机要通信用车", 10, "vehicles.confidential_mail"),
    ("4. 应急保障用车", 11, "vehicles.emergency"),
    ("5. 执法执勤用车", 12, "vehicles.law_enforcement"),
    ("6. 特种专业技术用车", 13, "vehicles.special_technical"),
    ("7. 离退休干部服务用车", 14, "vehicles.retired_cadre"),
    ("8. 其他用车", 15, "vehicles.other"),
    ("(二) 单价100万元(含)以上设备(不含车辆)", 17, "equipment.over_1m_cny"),
)
Lines = tuple[tuple[str, int, str], ...]


def disclosure_statistics(values: Values) -> tuple[list[Row], list[Row]]:
    """Body of form 10; its heads stand inside it, one a section. Number 16 is not used."""
    numbered = values.layout.line_numbers
    width = 3 if numbered else 2

    def section(title: str, lines: Lines, head: tuple[str, ...]) -> list[Row]:
        rows = [row(Cell(title, col_span=width))]
        if head:
            rows.append(row(head[0], *([head[1]] if numbered else []), head[2]))
        for label, number, row_key in lines:
            numbers = [str(number)] if numbered else []
            cell = values.number(row_key, "value")
            rows.append(row(values.label(label), *numbers, cell))
        return rows

    return [], [
        *section("一、政府采购情况", PROCUREMENT, ("项目", "行次", "统计数")),
        *section("二、机关运行经费", OPERATING_COST, ("项目", "", "统计数")),
        *section("三、国有资产占用情况", ASSETS, ()),
    ]
