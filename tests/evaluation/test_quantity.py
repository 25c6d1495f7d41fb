"""Targets and values of indicators: what is plainly a quantity, and what stays words."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.evaluation.numbers import checks
from ingest.evaluation.quantity import WORDS, Quantity, is_garbled, quantity
from ingest.evaluation.texts import coded
from ingest.evaluation.words import plain


@pytest.mark.parametrize(
    ("text", "operator", "value", "unit"),
    [
        ("≤2.52万元", "≤", "2.52", "万元"),
        ("＝100％", "=", "100", "%"),
        (">=95%", "≥", "95", "%"),
        ("＜5天", "<", "5", "天"),
        ("不低于 90 %", "≥", "90", "%"),
        ("1,200人次", None, "1200", "人次"),
        ("提高97%", "提高", "97", "%"),
        ("700", None, "700", None),
    ],
)
def test_quantities(text: str, operator: str | None, value: str, unit: str | None) -> None:
    assert quantity(text) == Quantity(operator, Decimal(value), unit)


@pytest.mark.parametrize(
    "text", ["按季", "≥97满意", "12月底前", "3人/5人", "90%以上", "1.2.3", "12,34", "≥", "", None]
)
def test_words(text: str | None) -> None:
    assert quantity(text) == WORDS


@given(st.sampled_from(["≤", "≥", "="]), st.decimals(0, 10**6, places=2), st.sampled_from("元人%"))
@settings(max_examples=40)
def test_a_quantity_printed_is_a_quantity_read(operator: str, value: Decimal, unit: str) -> None:
    assert quantity(f"{operator}{value}{unit}") == Quantity(operator, value, unit)


@pytest.mark.parametrize(
    ("text", "name", "garbled"),
    [
        ("≥9696", "群众满意度", True),
        ("120%", "服务对象满意度", True),
        ("9595", "验收合格率", True),
        ("120%", "收入增长率", False),
        ("100%", "群众满意度", False),
        ("9696", "慰问人数", False),
    ],
)
def test_shares_above_100(text: str, name: str, *, garbled: bool) -> None:
    assert is_garbled(quantity(text), (None, None, name)) is garbled


@pytest.mark.parametrize(
    ("money", "holds"),
    [
        ("2.52 2.189 0.331 86.86 8.69", "balance execution_rate score"),
        ("0.757 0.757 0 99.99 10", "balance execution_rate score"),
        ("30 22.865 7.135 76.22 9.99", "balance execution_rate"),
        ("30 22.865 8 76.22 7.62", "execution_rate score"),
        ("30 22.865 7.135 67.22 6.72", "balance score"),
        ("0 0 0 0 0", "balance score"),
    ],
)
def test_the_arithmetic_of_the_form(money: str, holds: str) -> None:
    names = ("budget", "executed", "balance", "execution_rate", "score")
    numbers = dict(zip(names, map(Decimal, money.split()), strict=True))
    assert " ".join(law for law, ok in checks(dict(numbers)).items() if ok) == holds


@pytest.mark.parametrize(
    ("text", "code", "name"),
    [
        ("025-襄垣县信访局", "025", "襄垣县信访局"),
        ("[301001]青原县水务局", "301001", "青原县水务局"),
        ("青原县水务局（301）", "301", "青原县水务局"),
        ("青原县水务局", None, "青原县水务局"),
    ],
)
def test_codes_and_names(text: str, code: str | None, name: str) -> None:
    assert coded(text) == (code, name)


def test_labels_are_compared_without_what_printing_adds() -> None:
    assert plain("其中：财政 拨款（万元）:") == plain("财政拨款")
    assert plain("资金结（转）余") != plain("资金结余")
