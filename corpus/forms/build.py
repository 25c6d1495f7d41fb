"""Puts the forms together in the order of the layout: title, number, captions, notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from corpus.forms.by_function import COLUMNS, by_function
from corpus.forms.economic import basic_expenditure_by_economic
from corpus.forms.extras import (
    empty_forms,
    non_fiscal_summary,
    project_expenditure,
    running_information,
    state_assets,
)
from corpus.forms.lookalikes import (
    expenditure_by_unit,
    fund_three_public,
    general_budget_detail,
    general_budget_spending,
    income_by_unit,
    state_capital_spending,
)
from corpus.forms.statistics import disclosure_statistics
from corpus.forms.summaries import appropriation_summary, income_expenditure_summary
from corpus.forms.three_public import three_public
from corpus.forms.values import Values
from corpus.table import FormTable, Row

Built = tuple[list[Row], list[Row]]
BUILDERS: dict[str, Callable[[Values], Built]] = {
    "income_expenditure_summary": income_expenditure_summary,
    "appropriation_summary": appropriation_summary,
    "basic_expenditure_by_economic": basic_expenditure_by_economic,
    "three_public": three_public,
    "disclosure_statistics": disclosure_statistics,
}
EXTRAS: dict[str, Callable[[Values], Built]] = {
    "project_expenditure": project_expenditure,
    "state_assets": state_assets,
    "non_fiscal_summary": non_fiscal_summary,
    "empty_forms": empty_forms,
    "running_information": running_information,
    "income_by_unit": income_by_unit,
    "expenditure_by_unit": expenditure_by_unit,
    "general_budget_detail": general_budget_detail,
    "general_budget_spending": general_budget_spending,
    "state_capital_spending": state_capital_spending,
    "fund_three_public": fund_three_public,
}
NOTES = {
    "income_expenditure_summary": "注：本表反映部门本年度的总收支和年末结转结余情况。"
    "本套报表金额单位转换时可能存在尾数误差。",
    "income_by_function": "注：本表反映部门本年度取得的各项收入情况。",
    "expenditure_by_function": "注：本表反映部门本年度各项支出情况。",
    "appropriation_summary": "注：本表反映部门本年度一般公共预算财政拨款、政府性基金预算财政拨款"
    "和国有资本经营预算财政拨款的总支出和年末结转结余情况。",
    "general_budget_by_function": "注：本表反映部门本年度一般公共预算财政拨款支出情况。",
    "basic_expenditure_by_economic": "注：本表反映部门本年度一般公共预算财政拨款基本支出明细情况。",
    "government_fund_by_function": "注：本表反映部门本年度政府性基金预算财政拨款收入、支出及"
    "结转和结余情况。",
    "state_capital_by_function": "注：本表反映部门本年度国有资本经营预算财政拨款支出情况。",
    "three_public": "注：本表反映部门本年度“三公”经费支出预决算情况。其中，预算数为“三公”经费"
    "全年预算数，反映按规定程序调整后的预算数；决算数是包括当年财政拨款和以前年度结转资金安排的"
    "实际支出。",
    "disclosure_statistics": "注：本表反映部门本年度政府采购、机关运行经费和国有资产占用情况。",
}
EMPTY = "说明：本表无数据"
MAY_BE_EMPTY = ("government_fund_by_function", "state_capital_by_function", "three_public")


def _captions(values: Values, number: str) -> tuple[str, ...]:
    layout, form = values.layout, values.form
    who = "单位名称" if form == "disclosure_statistics" else "部门名称"
    fund_form = form in ("government_fund_by_function", "state_capital_by_function")
    short = fund_form or layout.captions == "unit"
    unit = f"{'单位' if short else '金额单位'}：{layout.unit_of(form).name}"
    if layout.captions == "unit":
        return (*([number] if number else []), unit)
    return (
        *([number] if number else []),
        f"{who}：{values.subject}",
        f"{values.fiscal_year}年度",
        unit,
    )


def _built(values: Values) -> Built:
    if values.form in COLUMNS:
        return by_function(values)
    return (EXTRAS | BUILDERS)[values.form](values)


def _notes(values: Values, body: list[Row]) -> tuple[str, ...]:
    note = NOTES.get(values.form)
    if note is None:
        return ()
    shown = any(cell and cell.value is not None for cells in body for cell in cells)
    return (note, EMPTY) if values.form in MAY_BE_EMPTY and not shown else (note,)


def _form_table(values: Values, position: int) -> FormTable:
    layout = values.layout
    head, body = _built(values)
    return FormTable(
        form=None if values.form in EXTRAS else values.form,
        title=layout.title_of(values.form),
        captions=_captions(values, layout.number.format(position)),
        head=tuple(head),
        body=tuple(body),
        notes=_notes(values, body),
    )


def form_tables(values: Values) -> tuple[FormTable, ...]:
    """The tables of a filing, in the order of its layout, numbered by their position."""
    order = enumerate(values.layout.order, start=1)
    return tuple(_form_table(replace(values, form=form), n) for n, form in order)
