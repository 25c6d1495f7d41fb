"""Provincial tables that are none of the ten forms: their numbers carry no key and no truth."""

from __future__ import annotations

from corpus.forms.summaries import INCOME
from corpus.forms.values import Values
from corpus.table import Cell, Row, row

Built = tuple[list[Row], list[Row]]
SPENDING = "expenditure_by_function"


def project_expenditure(values: Values) -> Built:
    """项目支出决算表: the projects by function code, with a name each."""
    head = [row("科目编码", "科目名称", "项目名称", "项目支出")]
    projects = [
        (key.row_key, amount)
        for key, amount in sorted(values.figures.items())
        if key.form == SPENDING and key.measure == "project" and len(key.row_key) == 7
    ]
    body = [
        row(
            Cell(code, is_code=True),
            values.function_label(code),
            f"{values.fiscal_year}年专项经费",
            values.text(amount),
        )
        for code, amount in projects
    ]
    return head, body


def state_assets(values: Values) -> Built:
    """国有资产占用情况表: vehicles and equipment in one row."""
    vehicles = values.get("disclosure_statistics", "vehicles.total", "value")
    equipment = values.get("disclosure_statistics", "equipment.over_1m_cny", "value")
    head = [
        row(Cell("车辆（辆）", row_span=2), Cell("单价100万元（含）以上设备", col_span=2)),
        (None, Cell("台数"), Cell("备注")),
    ]
    return head, [row(str(vehicles), str(equipment), "")]


def non_fiscal_summary(values: Values) -> Built:
    """非财政拨款收入支出决算总表: income but for appropriations, spending beyond them."""
    left = [
        (label, values.get("income_expenditure_summary", f"income.{key}", "amount"))
        for key, label in INCOME[3:]
    ]
    spent = values.get(SPENDING, "total", "total")
    fiscal = values.get("appropriation_summary", "expenditure.expenditure_total", "total")
    rows = [row(label, values.text(amount) if amount else "", "", "") for label, amount in left]
    received = sum(amount for _, amount in left)
    rows.append(row("本年收入合计", str(received), "本年支出合计", values.text(spent - fiscal)))
    return [row("收入项目", "金额", "支出项目", "金额")], rows


def empty_forms(values: Values) -> Built:
    """关于空表的说明: words in a table."""
    return [row("序号", "说明")], [
        row("1", f"{values.fiscal_year}年度未安排的预算，相应表格为空表。")
    ]


def running_information(values: Values) -> Built:
    """机构运行信息表: operating cost, vehicles and procurement as lines of one table."""
    form = "disclosure_statistics"
    lines = (
        ("一、机构运行经费（万元）", "operating_cost.administrative"),
        ("二、国有资产占用情况", ""),
        ("车辆数合计（辆）", "vehicles.total"),
        ("三、政府采购支出（万元）", "procurement.total"),
    )
    shown = [(label, values.get(form, key, "value") if key else None) for label, key in lines]
    return [row("项目", "行次", "统计数")], [
        row(label, str(number), "" if amount is None else str(amount))
        for number, (label, amount) in enumerate(shown, start=1)
    ]
