"""Planted faults, typed by hand: each gives one finding that names the very cell."""

from __future__ import annotations

from decimal import Decimal

import polars as pl
import pytest
from made_filing import F01, F03, F04, F05, F06, Cells, accounts, frames

from analysis import COLUMNS
from analysis.ledger import UnusableEquations
from analysis.localise import localise

D = Decimal


def found(cells: Cells, **more) -> list[dict]:
    terms, equations = frames(cells, **more)
    return localise(terms, equations).rows(named=True)


def the_one(cells: Cells, **more) -> dict:
    findings = found(cells, **more)
    assert len(findings) == 1, [
        (f["cause"], f["form"], f["row_key"], f["measure"]) for f in findings
    ]
    return findings[0]


def cell(finding: dict) -> tuple[str, str, str]:
    return finding["form"], finding["row_key"], finding["measure"]


def test_a_clean_filing_has_no_finding():
    assert found(accounts()) == []


@pytest.mark.parametrize(
    ("key", "text", "n"),
    [
        # a leaf: its sum, its row, its copy
        ((F03, "2010308", "basic"), "94.90", 3),
        ((F05, "2080506", "total"), "7.50", 3),
        # a subtotal: its sum, its part in the sum above, its row, its copy
        ((F03, "20805", "basic"), "30.35", 4),
        # a class: also the line of 01
        ((F03, "208", "total"), "35.81", 5),
        # a copy in 01 and one in 04
        ((F01, "expenditure.208", "amount"), "52.81", 2),
        ((F04, "expenditure.201", "general_budget"), "189.00", 3),
        # the grand total of one side
        ((F01, "income.grand_total", "amount"), "233.81", 2),
        # 06: a subtotal
        ((F06, "office_total", "amount"), "21.17", 2),
        ((F06, "301", "amount"), "118.80", 2),
        # a lost value
        ((F05, "2080506", "basic"), None, 3),
        ((F03, "201", "project"), None, 4),
        # a value too many
        ((F03, "2080505", "project"), "1.00", 3),
    ],
)
def test_a_single_wrong_cell(key, text, n):
    cells = accounts()
    right, cells[key] = cells[key], text
    finding = the_one(cells)
    assert cell(finding) == key
    assert (finding["cause"], finding["severity"]) == ("one_cell", "error")
    assert finding["proposal_cny"] == D(right or "0") * 10_000
    assert finding["expected_cny"] == finding["proposal_cny"]
    assert finding["printed_cny"] == (None if text is None else D(text) * 10_000)
    assert finding["difference_cny"] == D(text or "0") * 10_000 - finding["expected_cny"]
    assert finding["printed"] == text
    assert len(finding["equations"]) == finding["n_equations"] >= n
    first = finding["places"][0]
    assert (first["role"], first["form"], first["row_key"], first["measure"]) == ("wrong", *key)


@pytest.mark.parametrize(
    ("key", "text", "hint"),
    [
        ((F03, "2080505", "basic"), "18.03", None),
        ((F03, "2010301", "basic"), "64.19", "digits_transposed"),
        ((F03, "2010301", "basic"), "6149", "decimal_point"),
        ((F03, "2010301", "basic"), "6.15", None),
        ((F05, "208", "total"), "258.1", "decimal_point"),
        ((F01, "expenditure.208", "amount"), "258100.00", "unit_slip"),
        ((F03, "2080505", "basic"), "-13.08", "sign"),
    ],
)
def test_what_the_digits_suggest(key, text, hint):
    cells = accounts()
    right, cells[key] = cells[key], text
    finding = the_one(cells)
    assert (cell(finding), finding["cause"], finding["hint"]) == (key, "one_cell", hint)
    assert finding["proposal_cny"] == D(right or "0") * 10_000


def test_two_independent_faults_give_two_findings():
    cells = accounts()
    cells[F03, "2010301", "basic"] = "66.49"
    cells[F06, "302", "amount"] = "15.17"
    findings = found(cells)
    assert {cell(f) for f in findings} == {(F03, "2010301", "basic"), (F06, "302", "amount")}
    assert {f["cause"] for f in findings} == {"one_cell"}


def test_two_faults_in_one_sum_give_two_findings():
    cells = accounts()
    cells[F03, "2010301", "basic"] = "66.49"
    cells[F03, "2010308", "basic"] = "46.90"
    findings = {cell(f): f for f in found(cells)}
    assert set(findings) == {(F03, "2010301", "basic"), (F03, "2010308", "basic")}
    assert findings[F03, "2010301", "basic"]["proposal_cny"] == D("614900.00")
    assert findings[F03, "2010308", "basic"]["proposal_cny"] == D("499000.00")


def test_a_leaf_of_06_cannot_be_told_from_its_siblings():
    cells = accounts()
    cells[F06, "30102", "amount"] = "47.35"
    finding = the_one(cells)
    assert (cell(finding), finding["cause"]) == ((F06, "301", "amount"), "one_of_several")
    assert finding["proposal_cny"] is None
    proposals = {
        p["row_key"]: p["proposal_cny"] for p in finding["places"] if p["role"] == "candidate"
    }
    # The excess is 5.55. The soft relation of 30108 holds, that of 30109 too.
    assert proposals == {
        "30101": D("395700.00"),
        "30102": D("418000.00"),
        "30103": D("67500.00"),
        "30108": D("75300.00"),
        "30109": D("1500.00"),
    }
    assert "30102" in finding["message_zh"]
    assert "30102" in finding["message_en"]


def test_transposed_digits_tell_a_leaf_of_06():
    cells = accounts()
    cells[F06, "30101", "amount"] = "54.12"
    finding = the_one(cells)
    assert (cell(finding), finding["hint"]) == ((F06, "30101", "amount"), "digits_transposed")
    assert finding["cause"] == "one_of_several"
    assert finding["proposal_cny"] == D("451200.00")


def test_a_soft_relation_tells_a_leaf_of_06():
    cells = accounts()
    cells[F06, "30108", "amount"] = "17.77"
    finding = the_one(cells)
    assert cell(finding) == (F06, "30108", "amount")
    assert finding["proposal_cny"] == D("130800.00")


def test_a_total_with_two_parts_and_nothing_else_names_all_three():
    total, a, b = (F06, "303", "amount"), (F06, "30301", "amount"), (F06, "30305", "amount")
    cells: Cells = {total: "10.00", a: "4.00", b: "3.11"}
    finding = the_one(cells, rules=[("A-06-SUM", "=", [total], [a, b], "error")])
    assert (cell(finding), finding["cause"]) == (total, "one_of_several")
    meant = {p["row_key"]: p["proposal_cny"] for p in finding["places"] if p["role"] == "candidate"}
    assert meant == {"303": D("71100.00"), "30301": D("68900.00"), "30305": D("60000.00")}


def test_a_dropped_row_that_another_form_prints():
    cells = {k: t for k, t in accounts().items() if k[:2] != (F03, "2080506")}
    finding = the_one(cells)
    assert (finding["cause"], finding["form"], finding["row_key"]) == (
        "missing_row", F03, "2080506",
    )  # fmt: skip
    amounts = {
        p["measure"]: p["proposal_cny"] for p in finding["places"] if p["role"] == "missing_row"
    }
    assert amounts == {"total": D("57000.00"), "basic": D("57000.00")}
    assert "5.70万元" in finding["message_zh"]


def test_a_dropped_row_that_nobody_else_prints():
    cells = {k: t for k, t in accounts().items() if k[:2] != (F03, "2080506")}
    rules = None
    terms, equations = frames(cells, rules)
    kept = equations.filter(
        ~(pl.col("rule_id").is_in(["B-03-05"]) & pl.col("equation_id").str.contains("2080506"))
    )
    findings = localise(terms, kept).rows(named=True)
    assert [(f["cause"], f["form"], f["row_key"]) for f in findings] == [
        ("missing_row", F03, "20805")
    ]
    amounts = {
        p["measure"]: p["proposal_cny"] for p in findings[0]["places"] if p["role"] == "missing_row"
    }
    assert amounts == {"total": D("57000.00"), "basic": D("57000.00")}


def test_values_of_a_row_shifted_by_a_column():
    cells = accounts()
    cells[F03, "2010308", "total"] = None
    cells[F03, "2010308", "basic"] = "126.51"
    cells[F03, "2010308", "project"] = "49.90"
    finding = the_one(cells)
    assert (finding["cause"], finding["form"], finding["row_key"]) == ("shifted", F03, "2010308")
    meant = {p["measure"]: p["proposal_cny"] for p in finding["places"] if p["role"] == "wrong"}
    assert meant == {
        "total": D("1265100.00"),
        "basic": D("499000.00"),
        "project": D("766100.00"),
    }


def test_a_group_of_columns_shifted_in_the_whole_table():
    cells = accounts()
    for form, row, m in list(cells):
        if (form, m) == (F03, "basic"):
            cells[F03, row, "basic"], cells[F03, row, "project"] = (
                cells[F03, row, "project"],
                cells[F03, row, "basic"],
            )
    finding = the_one(cells)
    assert (finding["cause"], finding["form"], finding["row_key"]) == ("shifted", F03, None)


@pytest.mark.parametrize(("form", "size"), [(F03, 1), (F01, 1), (F06, 1), (F03, 100_000_000)])
def test_a_whole_table_in_another_unit(form, size):
    finding = the_one(accounts(), units={form: size})
    assert (finding["cause"], finding["form"], finding["row_key"]) == ("unit_slip", form, None)
    assert finding["printed_cny"] - finding["expected_cny"] == finding["difference_cny"]


def test_an_inequality_names_both_sides_and_proposes_nothing():
    left, right = (F06, "30217", "amount"), ("three_public", "reception", "final")
    cells: Cells = {left: "13.24", right: "1.00"}
    finding = the_one(cells, rules=[("B-06-09", "<=", [left], [right], "error")])
    assert (cell(finding), finding["cause"]) == (left, "one_of_several")
    assert finding["proposal_cny"] is None
    assert (finding["expected_cny"], finding["difference_cny"]) == (D("10000.00"), D("122400.00"))


def test_soft_relations_that_do_not_hold_are_one_info_a_rule():
    cells = accounts()
    terms, equations = frames(cells)
    soft = pl.col("rule_id") == "B-06-F"
    other = pl.col("equation_id").is_in(equations.filter(soft)["equation_id"].to_list())
    moved = (
        pl.when(other & (pl.col("side") == "left")).then(pl.lit(D("1.00"))).otherwise("amount_cny")
    )
    terms = terms.filter(other).with_columns(moved.cast(pl.Decimal(24, 6)).alias("amount_cny"))
    equations = equations.filter(soft).with_columns(verdict=pl.lit("soft"))
    findings = localise(terms, equations).rows(named=True)
    assert [(f["cause"], f["severity"], f["n_equations"]) for f in findings] == [
        ("soft", "info", 2)
    ]


def test_the_year_before_is_named_by_both_filings():
    """One closing balance, the opening balance after it: a finding, which of both is not known."""
    a, b = (F01, "income.opening_balance", "amount"), (F01, "expenditure.closing_balance", "amount")
    terms, equations = frames({a: "5.00", b: "8.00"}, [("Y-OPEN", "=", [a], [b], "warn")])
    terms = terms.with_columns(
        cell_filing_id=pl.when(pl.col("side") == "right").then(pl.lit("y")).otherwise(pl.lit("x"))
    )
    (finding,) = localise(terms, equations).rows(named=True)
    assert (finding["filing_id"], finding["severity"], cell(finding)) == ("x", "warn", a)
    assert {p["filing_id"] for p in finding["places"]} == {"x", "y"}


def test_messages_use_the_words_of_the_rules_and_the_names_of_the_forms():
    cells = accounts()
    cells[F01, "expenditure.208", "amount"] = "52.81"
    terms, equations = frames(cells)
    rule = equations["rule_id"].unique().to_list()
    rules = pl.DataFrame(
        {
            "rule_id": rule,
            "name_zh": ["合计"] * len(rule),
            "name_en": ["sum"] * len(rule),
            "message_zh": ["{left}≠{right}，差 {difference}；"] * len(rule),
            "message_en": ["{left} is not {right} ({difference})."] * len(rule),
        }
    )
    names = pl.DataFrame(
        {"form": [F01], "measure": [None], "name_zh": ["收入支出决算总表"], "name_en": ["Summary"]},
        schema_overrides={"measure": pl.String},
    )
    (finding,) = localise(terms, equations, rules, names).rows(named=True)
    assert finding["message_zh"].startswith(
        "213.81万元≠240.81万元，差 27.00万元；《收入支出决算总表》"
    )
    assert "25.81万元" in finding["message_zh"]
    assert finding["message_en"].startswith("213.81万元 is not 240.81万元 (27.00万元). Summary, ")


def test_order_of_rows_does_not_matter_and_columns_are_the_described_ones():
    cells = accounts()
    cells[F03, "2010301", "basic"] = "66.49"
    cells[F06, "30102", "amount"] = "47.35"
    terms, equations = frames(cells)
    one = localise(terms, equations)
    other = localise(terms.reverse(), equations.sample(fraction=1, shuffle=True, seed=3))
    assert one.equals(other)
    assert one.columns == list(COLUMNS["finding"])
    assert one["finding_id"].n_unique() == one.height


def test_a_verdict_that_contradicts_its_terms_is_our_fault():
    cells = accounts()
    cells[F03, "2010301", "basic"] = "66.49"
    terms, equations = frames(cells)
    row_sums = pl.col("rule_id") == "A-03-H"
    with pytest.raises(UnusableEquations, match="A-03"):
        localise(terms, equations.with_columns(
            verdict=pl.when(row_sums).then(pl.lit("exact")).otherwise("verdict")
        ))  # fmt: skip
    with pytest.raises(UnusableEquations, match="verdict"):
        localise(terms, equations.with_columns(verdict=pl.lit("perhaps")))
    with pytest.raises(UnusableEquations, match="coefficient"):
        localise(terms.drop("coefficient"), equations)


def test_what_was_not_evaluated_proves_nothing():
    cells = accounts()
    cells[F03, "2010301", "basic"] = "66.49"
    terms, equations = frames(cells)
    none = equations.with_columns(verdict=pl.lit("not_evaluated"))
    assert localise(terms, none).is_empty()
