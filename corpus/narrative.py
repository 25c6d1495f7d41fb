"""The third part of a filing: a few sentences that repeat figures of the forms."""

from __future__ import annotations

from corpus.figures import Key
from corpus.forms.values import Values

SUMMARY = "income_expenditure_summary"
SOURCES = (
    ("appropriation", "财政拨款收入"),
    ("superior_subsidy", "上级补助收入"),
    ("institutional", "事业收入"),
    ("operating", "经营收入"),
    ("affiliated_remittance", "附属单位上缴收入"),
    ("other", "其他收入"),
)
NATURES = (
    ("basic", "基本支出"),
    ("project", "项目支出"),
    ("remitted_to_superior", "上缴上级支出"),
    ("operating", "经营支出"),
    ("subsidy_to_affiliated", "对附属单位补助支出"),
)


def _amount(values: Values, form: str, row_key: str, measure: str) -> str:
    """An amount with its unit, `0` where there is none."""
    value = values.figures.get(Key(form, row_key, measure))
    return f"{'0' if value is None else value}{values.layout.unit_of(form).name}"


def _parts(values: Values, form: str, parts: tuple[tuple[str, str], ...]) -> str:
    named = (f"{label}{_amount(values, form, 'total', measure)}" for measure, label in parts)
    return "；".join(named) + "。"


def narrative(values: Values) -> list[str]:
    """The paragraphs of part three."""
    year = f"{values.fiscal_year}年度"
    income = _amount(values, SUMMARY, "income.grand_total", "amount")
    spent = _amount(values, SUMMARY, "expenditure.grand_total", "amount")
    received = _amount(values, "income_by_function", "total", "total")
    used = _amount(values, "expenditure_by_function", "total", "total")
    final = _amount(values, "three_public", "total", "final")
    bought = _amount(values, "disclosure_statistics", "procurement.total", "value")
    return [
        "第三部分 情况说明",
        "一、收入支出决算总体情况说明",
        f"{year}收入总计{income}，支出总计{spent}。",
        "二、收入决算情况说明",
        f"{year}收入合计{received}，其中：" + _parts(values, "income_by_function", SOURCES),
        "三、支出决算情况说明",
        f"{year}支出合计{used}，其中：" + _parts(values, "expenditure_by_function", NATURES),
        "四、财政拨款“三公”经费支出决算情况说明",
        f"{year}“三公”经费财政拨款支出决算{final}。",
        "五、其他重要事项情况说明",
        f"{year}政府采购支出总额{bought}。",
    ]
