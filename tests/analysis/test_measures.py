"""Each measure against one example computed by hand; how a file of measures is read."""

from __future__ import annotations

import pytest
from made_amounts import only
from made_figures import Made, both

from analysis import COLUMNS
from analysis.measured import measure_value
from analysis.measures import UnusableMeasures, measure_table, measures, measures_of

BUREAU = {
    "total/expenditure": "2000000.00",
    "total/income": "2500000.00",
    "total/expenditure_grand_total": "4000000.00",
    "fund/general_budget": "1900000.00",
    "nature/project": "500000.00",
    "economic/personnel_total": "900000.00",
    "economic/office_total": "100000.00",
    "economic/301": "800000.00",
    "economic/302": "100000.00",
    "economic/303": "100000.00",
    "economic/30101": "800000.00",
    "function/201": "1500000.00",
    "function/208": "400000.00",
    "function/221": "100000.00",
    "function/20106": "1500000.00",
    "three_public/total": "24000.00",
    "three_public/vehicle_operation": "20000.00",
    "three_public_budget/total": "30000.00",
    "income_source/appropriation": "2000000.00",
    "account/expenditure.closing_balance": "300000.00",
    "statistic/procurement.total": "80000.00",
    "stated_budget/general_budget": "2000000.00",
    "text/operating_cost.total": "96000.00",
    "text/reception.domestic": "4000.00",
    "text/reception.domestic.persons": "32",
    "text/vehicle_operation.vehicles": "2",
    "text/procurement.sme_awarded": "60000.00",
    "staff/quota": "16",
    "staff/on_duty": "12",
    "project/projects": "4",
    "project/budget": "500000.00",
    "project/executed": "450000.00",
    "project/score": "397.00",
    "project/indicators": "40",
    "project/full_marks": "38",
    "quality/score": "97.50",
}
"""A bureau with every figure that a measure is made of."""

BY_HAND = {
    "office_per_post": 6250.0,  # 100,000 / 16
    "office_per_person": 8333.333333,  # 100,000 / 12
    "personnel_per_post": 56250.0,  # 900,000 / 16
    "personnel_per_person": 75000.0,  # 900,000 / 12
    "running_cost_per_post": 6000.0,  # 96,000 / 16
    "three_public_per_post": 1500.0,  # 24,000 / 16
    "three_public_per_person": 2000.0,  # 24,000 / 12
    "reception_per_guest": 125.0,  # 4,000 / 32
    "running_cost_per_vehicle": 10000.0,  # 20,000 / 2
    "personnel_share": 90.0,  # 900,000 / (900,000 + 100,000)
    "project_share": 25.0,  # 500,000 / 2,000,000
    "three_public_share": 1.2,  # 24,000 / 2,000,000
    "procurement_share": 4.0,  # 80,000 / 2,000,000
    "sme_share": 75.0,  # 60,000 / 80,000
    "function_concentration": 0.605,  # .75² + .2² + .05²
    "economic_concentration": 0.66,  # .8² + .1² + .1²
    "appropriation_dependence": 80.0,  # 2,000,000 / 2,500,000
    "carry_over_share": 7.5,  # 300,000 / 4,000,000
    "budget_completion": 95.0,  # 1,900,000 / 2,000,000
    "three_public_completion": 80.0,  # 24,000 / 30,000
    "execution_rate": 90.0,  # 450,000 / 500,000
    "project_coverage": 90.0,  # 450,000 / 500,000
    "self_score": 99.25,  # 397 / 4
    "full_mark_share": 95.0,  # 38 / 40
    "quality_score": 97.5,
}


@pytest.mark.parametrize("measure", [each.id for each in measures() if not each.each])
def test_each_measure_by_hand(measure):
    got = only(measure_value(*both(Made("a", BUREAU))), measure=measure)
    assert got["state"] == "known"
    assert got["value"] == pytest.approx(BY_HAND[measure])


def test_operands_are_published():
    result = measure_value(*both(Made("a", BUREAU)))
    share = only(result, measure="personnel_share")
    assert (str(share["numerator"]), str(share["denominator"])) == ("900000.00", "1000000.00")
    herfindahl = only(result, measure="function_concentration")
    assert (str(herfindahl["numerator"]), str(herfindahl["denominator"])) == (
        "1210000.00",
        "2000000.00",
    )
    quality = only(result, measure="quality_score")
    assert (str(quality["numerator"]), quality["denominator"]) == ("97.50", None)


REAL = {
    "total/expenditure": "2336700",
    "nature/project": "843300",
    "economic/personnel_total": "1361500",
    "economic/office_total": "131900",
    "fund/general_budget": "2336700",
    "stated_budget/general_budget": "2453500",
    "statistic/procurement.total": "181100",
    "staff/quota": "16",
}


@pytest.mark.parametrize(
    ("measure", "value"),
    [
        ("office_per_post", 8243.75),
        ("personnel_share", 91.17),
        ("project_share", 36.09),
        ("budget_completion", 95.24),
        ("procurement_share", 7.75),
    ],
)
def test_the_printed_ratios_of_a_real_filing(measure, value):
    """襄垣县信访局 2023: 公用 131,900 of 16 posts, 预算完成 95.24 %, 采购 18.11 of 233.67 万元."""
    got = only(measure_value(*both(Made("x", REAL))), measure=measure)
    assert round(got["value"], 2) == value


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"nature/project": None}, "unread"),
        ({"total/expenditure": None}, "unread"),
        ({"total/expenditure": "0.00"}, "no_denominator"),
        ({"total/expenditure": "-1.00"}, "no_denominator"),
        ({"total/expenditure": ...}, "no_denominator"),
        ({"nature/project": ...}, "not_published"),
        ({"nature/project": ..., "total/expenditure": ...}, "not_published"),
    ],
)
def test_why_a_measure_has_no_value(changed, state):
    given = {key: text for key, text in {**BUREAU, **changed}.items() if text is not ...}
    got = only(measure_value(*both(Made("a", given))), measure="project_share")
    assert (got["value"], got["state"]) == (None, state)


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"economic/office_total": ...}, "no_denominator"),
        ({"economic/office_total": None}, "unread"),
    ],
)
def test_a_sum_is_known_where_all_its_figures_are(changed, state):
    given = {key: text for key, text in {**BUREAU, **changed}.items() if text is not ...}
    got = only(measure_value(*both(Made("a", given))), measure="personnel_share")
    assert (got["value"], got["state"]) == (None, state)


@pytest.mark.parametrize(
    ("changed", "state"),
    [
        ({"function/221": None}, "unread"),
        ({"function/221": "-1.00"}, "no_denominator"),
        ({"function/201": "0.00", "function/208": "0.00", "function/221": "0"}, "no_denominator"),
    ],
)
def test_no_concentration_of_what_are_no_shares(changed, state):
    got = only(
        measure_value(*both(Made("a", {**BUREAU, **changed}))), measure="function_concentration"
    )
    assert (got["value"], got["state"]) == (None, state)


def test_columns_and_one_row_for_each_filing_and_measure():
    result = measure_value(*both(Made("a", BUREAU), Made("b"), Made("c", scope=None, year=None)))
    assert result.columns == list(COLUMNS["measure_value"])
    assert result.height == 3 * len(BY_HAND)
    assert set(result.filter(department_id="b")["state"]) == {"not_published"}
    assert measure_table().columns == list(COLUMNS["measure"])


GOOD = """
measures:
  - {id: a, name_zh: 甲, name_en: A, meaning_zh: 甲, meaning_en: A, unit_zh: "%", unit_en: "%",
     kind: ratio, direction: neutral, numerator: [{dimension: x, code: y}],
     denominator: [{dimension: x, code: z}]}
"""


def test_a_measure_is_read():
    (read,) = measures_of(GOOD)
    assert (read.id, read.numerator[0].code, read.denominator[0].code) == ("a", "y", "z")


@pytest.mark.parametrize(
    ("right", "wrong"),
    [
        ("kind: ratio", "kind: rate"),
        ("direction: neutral", "direction: up"),
        ("kind: ratio", "kind: amount"),
        (",\n     denominator: [{dimension: x, code: z}]", ""),
        ("numerator: [{dimension: x, code: y}]", "numerator: [{dimension: x}]"),
        ("numerator: [{dimension: x, code: y}]", "numerator: [{dimension: x, level: class}]"),
        ("numerator: [{dimension: x, code: y}],", ""),
        ("name_zh: 甲", 'name_zh: ""'),
        ("id: a,", "id: a, formula: x,"),
        ("measures:", "metrics:"),
        ("measures:", "measures: ["),
    ],
)
def test_a_file_that_does_not_say_what_it_must_is_refused(right, wrong):
    assert right in GOOD
    with pytest.raises(UnusableMeasures):
        measures_of(GOOD.replace(right, wrong))


def test_two_measures_with_one_id_are_refused():
    entry = GOOD.split("measures:\n")[1]
    with pytest.raises(UnusableMeasures, match="one id"):
        measures_of(f"measures:\n{entry}{entry}")
