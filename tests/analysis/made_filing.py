"""A small filing typed by hand, and the equations of its forms 01, 03, 04, 05 and 06.

All money is fiscal and of the general budget, so 05 repeats 03 row by row. Amounts are 万元.
"""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import Any

import polars as pl

D = Decimal
Key = tuple[str, str, str]
Cells = dict[Key, str | None]

F01, F03, F04 = "income_expenditure_summary", "expenditure_by_function", "appropriation_summary"
F05, F06 = "general_budget_by_function", "basic_expenditure_by_economic"

FUNCTION = {
    "total": ("213.81", "131.74", "82.07"),
    "201": ("188.00", "111.39", "76.61"),
    "20103": ("188.00", "111.39", "76.61"),
    "2010301": ("61.49", "61.49", None),
    "2010308": ("126.51", "49.90", "76.61"),
    "208": ("25.81", "20.35", "5.46"),
    "20805": ("24.85", "20.35", "4.50"),
    "2080501": ("6.07", "1.57", "4.50"),
    "2080505": ("13.08", "13.08", None),
    "2080506": ("5.70", "5.70", None),
    "20807": ("0.96", None, "0.96"),
    "2080705": ("0.96", None, "0.96"),
}
ECONOMIC = {
    "personnel_total": "119.57",
    "301": "118.00",
    "30101": "45.12",
    "30102": "41.80",
    "30103": "12.30",
    "30107": None,
    "30108": "13.08",
    "30109": "5.70",
    "303": "1.57",
    "30305": "1.57",
    "office_total": "12.17",
    "302": "12.17",
    "30201": "7.17",
    "30207": "5.00",
}
SUMMARY = {
    "income.general_budget": "213.81",
    "income.income_total": "213.81",
    "income.opening_balance": None,
    "income.grand_total": "213.81",
    "expenditure.201": "188.00",
    "expenditure.208": "25.81",
    "expenditure.expenditure_total": "213.81",
    "expenditure.closing_balance": None,
    "expenditure.grand_total": "213.81",
}
COLUMNS = ("total", "basic", "project")


def accounts() -> Cells:
    """Every printed cell of the filing."""
    cells: Cells = {(F01, row, "amount"): text for row, text in SUMMARY.items()}
    cells |= {(F04, row, "total"): text for row, text in SUMMARY.items()}
    cells |= {(F04, r, "general_budget"): t for r, t in SUMMARY.items() if r[:3] == "exp"}
    cells |= {(F06, row, "amount"): text for row, text in ECONOMIC.items()}
    for form in (F03, F05):
        for row, texts in FUNCTION.items():
            cells |= {(form, row, m): t for m, t in zip(COLUMNS, texts, strict=True)}
    return cells


def parent(row: str, rows: set[str]) -> str | None:
    """The nearest row above that is there."""
    if row == "total":
        return None
    above = [row[:n] for n in (5, 3) if n < len(row) and row[:n] in rows]
    return above[0] if above else "total"


Rule = tuple[str, str, list[Key], list[Key], str]


def equal(rule: str, left: Key, *right: Key, severity: str = "error") -> Rule:
    return rule, "=", [left], list(right), severity


def rules_of(cells: Cells) -> list[Rule]:
    """The equations of the cells that are there: rule, relation, left, right, severity."""
    found = [
        *function_table(cells, F03, "A-03"),
        *function_table(cells, F05, "A-05"),
        *summary(F01, "A-01", "amount"),
        *summary(F04, "A-04", "total", "general_budget"),
        *economic_table(cells),
        *copies(cells),
    ]
    return [rule for rule in found if any(key in cells for key in (*rule[2], *rule[3]))]


def function_table(cells: Cells, form: str, rule: str) -> list[Rule]:
    rows = {r for f, r, _ in cells if f == form}
    children: dict[str, list[str]] = defaultdict(list)
    for row in sorted(rows):
        if above := parent(row, rows):
            children[above].append(row)
    down = [
        equal(f"{rule}-V", (form, above, m), *((form, r, m) for r in below))
        for above, below in sorted(children.items())
        for m in COLUMNS
    ]
    across = [
        equal(f"{rule}-H", (form, row, "total"), *((form, row, m) for m in COLUMNS[1:]))
        for row in sorted(rows)
    ]
    return down + across


def summary(form: str, rule: str, first: str, *more: str) -> list[Rule]:
    income = {row: (form, f"income.{row}", first) for row in ("income_total", "grand_total")}
    found = [
        equal(f"{rule}-INC", income["income_total"], (form, "income.general_budget", first)),
        equal(
            f"{rule}-TOTI",
            income["grand_total"],
            income["income_total"],
            (form, "income.opening_balance", first),
        ),
        equal(f"{rule}-BAL", income["grand_total"], (form, "expenditure.grand_total", first)),
    ]
    for m in (first, *more):
        total = (form, "expenditure.expenditure_total", m)
        classes = [(form, f"expenditure.{code}", m) for code in ("201", "208")]
        closing = (form, "expenditure.closing_balance", m)
        found.append(equal(f"{rule}-EXP", total, *classes))
        found.append(equal(f"{rule}-TOTE", (form, "expenditure.grand_total", m), total, closing))
    return found


def economic_table(cells: Cells) -> list[Rule]:
    rows = sorted(r for f, r, _ in cells if f == F06)
    return [
        *(
            equal(
                "A-06-SUM",
                (F06, above, "amount"),
                *((F06, r, "amount") for r in rows if len(r) == 5 and r.startswith(above)),
            )
            for above in ("301", "302", "303")
        ),
        equal(
            "A-06-PERS",
            (F06, "personnel_total", "amount"),
            (F06, "301", "amount"),
            (F06, "303", "amount"),
        ),
        equal("A-06-PUB", (F06, "office_total", "amount"), (F06, "302", "amount")),
    ]


def copies(cells: Cells) -> list[Rule]:
    codes = sorted({r for f, r, _ in cells if f in (F03, F05)})
    lines = sorted(r for r in SUMMARY if r.startswith("expenditure"))
    rows = [equal("B-03-05", (F05, r, m), (F03, r, m)) for r in codes for m in COLUMNS]
    rows += [equal("A-04-H", (F04, r, "total"), (F04, r, "general_budget")) for r in lines]
    for code in ("201", "208"):
        line = f"expenditure.{code}"
        rows.append(equal("B-01-03L", (F01, line, "amount"), (F03, code, "total")))
        rows.append(equal("B-04-05L", (F04, line, "general_budget"), (F05, code, "total")))
    personnel, office = (F06, "personnel_total", "amount"), (F06, "office_total", "amount")
    income, spent = "income.general_budget", "expenditure.expenditure_total"
    return [
        *rows,
        equal("B-01-04", (F01, income, "amount"), (F04, income, "total")),
        equal("B-01-03", (F01, spent, "amount"), (F03, "total", "total")),
        equal("B-05-06", (F05, "total", "basic"), personnel, office),
        equal("B-06-F", (F06, "30108", "amount"), (F05, "2080505", "basic"), severity="info"),
        equal("B-06-F", (F06, "30109", "amount"), (F05, "2080506", "basic"), severity="info"),
    ]


def frames(
    cells: Cells,
    rules: list[Rule] | None = None,
    filing: str = "x",
    units: dict[str, int] | None = None,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Terms and equations as the models give them, verdicts by the rule of half steps.

    `units`: forms whose printed unit was misread or misprinted, with the yuan of one.
    """
    terms: list[dict[str, Any]] = []
    equations: list[dict[str, Any]] = []
    for n, (rule, relation, left, right, severity) in enumerate(rules or rules_of(cells)):
        equation_id = f"{rule}|{filing}|{'+'.join(left[0])}|{n}"
        mine = [
            _term(equation_id, side, key, cells, filing, units or {})
            for side, keys in (("left", left), ("right", right))
            for key in keys
        ]
        terms += mine
        equations.append(_equation(equation_id, rule, relation, severity, filing, mine))
    return (
        pl.DataFrame(terms, schema_overrides=MONEY, infer_schema_length=None),
        pl.DataFrame(equations, schema_overrides={"tolerance_cny": pl.Decimal(24, 6)}),
    )


MONEY: Any = {
    "amount_cny": pl.Decimal(24, 6),
    "step_cny": pl.Decimal(24, 6),
    "page": pl.Int64,
    "sheet": pl.String,
    "row_no": pl.Int64,
    "line_no": pl.Int64,
}
ORDER = (
    "total", "amount", "appropriation", "general_budget", "basic", "project", "budget", "final",
)  # fmt: skip


def _term(
    equation_id: str, side: str, key: Key, cells: Cells, filing: str, units: dict[str, int]
) -> dict[str, Any]:
    form, row, measure = key
    there, text = key in cells, cells.get(key)
    size = units.get(form, 10_000)
    return {
        "equation_id": equation_id,
        "side": side,
        "coefficient": 1,
        "cell_filing_id": filing,
        "form": form,
        "row_key": row,
        "measure": measure,
        "occurrence": 1 if there else None,
        "amount_cny": None if text is None else D(text) * size,
        "step_cny": D("0.01") * size if there else None,
        "value_source": ("blank" if text is None else "printed") if there else None,
        "raw_text": text,
        "unit": "万元" if there else None,
        "row_label": None,
        "page": None,
        "sheet": None,
        "table_no": 3 if there else None,
        "row_no": None,
        "col_no": ORDER.index(measure) + 1 if there else None,
        "line_no": None,
    }


def _equation(
    equation_id: str, rule: str, relation: str, severity: str, filing: str, mine: list[Any]
) -> dict[str, Any]:
    sign = {"left": 1, "right": -1}
    gap = sum((sign[t["side"]] * (t["amount_cny"] or 0) for t in mine), D(0))
    printed = [t for t in mine if t["amount_cny"] is not None]
    tolerance = sum((t["step_cny"] / 2 for t in printed), D(0))
    over = gap if relation == "<=" else abs(gap)
    if not printed:
        verdict = "vacuous"
    elif over <= 0:
        verdict = "exact"
    elif over < tolerance:
        verdict = "rounding"
    else:
        verdict = "soft" if severity == "info" else "fail"
    return {
        "equation_id": equation_id,
        "rule_id": rule,
        "filing_id": filing,
        "relation": relation,
        "tolerance_cny": tolerance,
        "verdict": verdict,
        "severity": severity,
        "family": rule[0],
    }
