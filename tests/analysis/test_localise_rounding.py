"""Cents: clustered by quantity, and whether all can hold together, on a real filing's numbers."""

from __future__ import annotations

from decimal import Decimal

from made_filing import F01, F03, F05, F06, Cells, Key, Rule, frames

from analysis.feasible import contradictions
from analysis.ledger import ledger
from analysis.localise import localise

D = Decimal
F02 = "income_by_function"
NUMBER = {F02: "02", F03: "03", F05: "05"}


def health(form: str, columns: dict[str, dict[str, str]]) -> Cells:
    return {(form, row, m): t for m, texts in columns.items() for row, t in texts.items()}


WHOLE = {
    "210": "5.62",
    "21004": "0.07",
    "2100409": "0.07",
    "21011": "5.56",
    "2101101": "2.36",
    "2101103": "3.19",
}
BASIC = {"210": "5.56", "21011": "5.56", "2101101": "2.36", "2101103": "3.19"}
PROJECT = {"210": "0.07", "21004": "0.07", "2100409": "0.07"}


def the_seed() -> tuple[Cells, list[Rule]]:
    """210 of 02, 03 and 05, with the sums down and across and the copies."""
    cells = health(F02, {"total": WHOLE, "appropriation": WHOLE})
    rules: list[Rule] = []
    for form in (F03, F05):
        cells |= health(form, {"total": WHOLE, "basic": BASIC, "project": PROJECT})
    for form, measures in ((F02, ("total", "appropriation")), (F03, ("total", "basic", "project")),
                           (F05, ("total", "basic", "project"))):  # fmt: skip
        name = f"A-{NUMBER[form]}-V"
        for m in measures:
            for above in ("210", "21004", "21011"):
                below = [k for k in cells if k[0] == form and k[2] == m and _under(k[1], above)]
                if below:
                    rules.append((name, "=", [(form, above, m)], below, "error"))
    for form, name in ((F03, "A-03-H"), (F05, "A-05-H")):
        for row in WHOLE:
            parts = [(form, row, m) for m in ("basic", "project") if (form, row, m) in cells]
            rules.append((name, "=", [(form, row, "total")], parts, "error"))
    for row in WHOLE:
        rules.append(("B-02-03", "=", [(F02, row, "total")], [(F03, row, "total")], "error"))
        rules.append(("B-03-05", "=", [(F05, row, "total")], [(F03, row, "total")], "error"))
    return cells, rules


def _under(row: str, above: str) -> bool:
    return len(row) == len(above) + 2 and row.startswith(above)


def known(cells: Cells, rules: list[Rule]):
    terms, equations = frames(cells, rules)
    return ledger(terms.rows(named=True), equations.rows(named=True))


def test_the_cents_of_a_real_filing_are_one_info_a_quantity():
    terms, equations = frames(*the_seed())
    assert (equations["verdict"] == "fail").sum() == 0
    assert (equations["verdict"] == "rounding").sum() == 12
    findings = localise(terms, equations).rows(named=True)
    got = {
        (f["row_key"], f["cause"], f["severity"], f["printed"], f["n_equations"]) for f in findings
    }
    assert got == {
        ("210", "rounding", "info", "5.62", 6),
        ("21011", "rounding", "info", "5.56", 6),
    }


def test_the_cents_of_a_real_filing_can_hold_together():
    assert contradictions(known(*the_seed())) == []


def test_they_cannot_once_another_sum_is_demanded():
    """30110 + 30112 = 5.31 + 0.23 is 5.54, 21011 is 5.56: beyond what rounding of three allows."""
    cells, rules = the_seed()
    a, b = (F06, "30110", "amount"), (F06, "30112", "amount")
    cells |= {a: "5.31", b: "0.23"}
    rules.append(("B-06-F3", "=", [(F05, "21011", "basic")], [a, b], "error"))
    terms, equations = frames(cells, rules)
    demanded = [{**row, "verdict": "rounding"} if row["rule_id"] == "B-06-F3" else row
                for row in equations.rows(named=True)]  # fmt: skip
    (group,) = contradictions(ledger(terms.rows(named=True), demanded))
    blamed = ledger(terms.rows(named=True), demanded)
    assert "B-06-F3" in {blamed.equations[i].rule_id for i in group}


def chain(*texts: str) -> tuple[Cells, list[Rule]]:
    """Sums a = b + c, d = a + e, d = b + c + e: typed so that each may be off by a cent."""
    a, b, c, d, e = keys = [(F01, name, "amount") for name in "abcde"]
    cells: dict[Key, str | None] = dict(zip(keys, texts, strict=True))
    return cells, [
        ("A-1", "=", [a], [b, c], "error"),
        ("A-2", "=", [d], [a, e], "error"),
        ("A-3", "=", [d], [b, c, e], "error"),
    ]


def test_intervals_are_half_open():
    """With a 0.01 over b + c, and d 0.01 over a + e: d >= 2.015 needs a > 1.01, b + c stays below.

    With d = 2.01 there is room: b = c = 0.503, a = 1.006, e = 1.004, d = 2.01.
    """
    tight, rules = chain("1.01", "0.50", "0.50", "2.02", "1.00")
    assert len(contradictions(known(tight, rules[:2]))) == 1
    loose, rules = chain("1.01", "0.50", "0.50", "2.01", "1.00")
    assert contradictions(known(loose, rules[:2])) == []


def test_the_solver_prints_nothing(capfd):
    contradictions(known(*the_seed()))
    assert capfd.readouterr() == ("", "")


def test_an_infeasible_group_is_a_warning_that_names_its_equations():
    """Sum x = y + z off by a cent up, u = y + z off by a cent down, and x = u demanded by a chain.

    x = 1.01 is at least 1.005, u = 0.99 less than 0.995, though both are y + z = 1.00: no amounts
    do that, while each sum alone is within rounding.
    """
    x, u, y, z = ((F01, name, "amount") for name in "xuyz")
    cells: Cells = {x: "1.01", u: "0.99", y: "0.50", z: "0.50"}
    rules: list[Rule] = [
        ("A-1", "=", [x], [y, z], "error"),
        ("A-2", "=", [u], [y, z], "error"),
    ]
    terms, equations = frames(cells, rules)
    assert equations["verdict"].to_list() == ["rounding", "rounding"]
    findings = localise(terms, equations).rows(named=True)
    (warning,) = [f for f in findings if f["severity"] == "warn"]
    assert (warning["cause"], warning["n_equations"]) == ("rounding_infeasible", 2)
    assert {p["row_key"] for p in warning["places"]} == {"x", "u", "y", "z"}


def test_amounts_printed_to_the_fen_leave_no_room():
    """In 元 with two decimals every amount is exact: a cent off is no rounding."""
    a, b, c = ((F01, name, "amount") for name in "abc")
    cells: Cells = {a: "1.01", b: "0.50", c: "0.50"}
    terms, equations = frames(cells, [("A-1", "=", [a], [b, c], "error")], units={F01: 1})
    assert equations["verdict"].to_list() == ["rounding"]
    assert len(contradictions(ledger(terms.rows(named=True), equations.rows(named=True)))) == 1
