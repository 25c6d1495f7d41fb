"""Value cells: what is a number, what is nothing, what must not be guessed."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.values import common_decimals, read_value, to_yuan


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("188.00", "188.00"),
        ("0", "0"),
        ("0.00", "0.00"),
        ("2,940.05", "2940.05"),
        ("1,234,567", "1234567"),
        ("１２．３０", "12.30"),
        ("-3.10", "-3.10"),
        ("－3.10", "-3.10"),
        ("−3.10", "-3.10"),
        ("(1.00)", "-1.00"),
        ("（2.5）", "-2.5"),
        ("97,645,\n756.51", "97645756.51"),
        ("-\n12.00", "-12.00"),
        ("76,\n\n612.34", "76612.34"),
        ("0.0650", "0.0650"),
        ("525.00①", "525.00"),
        ("525.00 *", "525.00"),
        ("5,251²", "5251"),
        ("(2.00)⑶", "-2.00"),
        ("￥1,000.00", "1000.00"),
    ],
)
def test_numbers_keep_their_printed_decimals(text: str, number: str) -> None:
    value = read_value(text)
    assert str(value.number) == number
    assert value.source == "printed"


@pytest.mark.parametrize("text", ["", " ", "\n", "　"])
def test_nothing_is_blank_and_never_zero(text: str) -> None:
    assert read_value(text) == read_value("")
    assert (read_value(text).number, read_value(text).source) == (None, "blank")


@pytest.mark.parametrize("text", ["——", "—", "-", "--", "/", "－－", "—\n—", "无"])
def test_dashes_are_not_applicable(text: str) -> None:
    assert (read_value(text).number, read_value(text).source) == (None, "not_applicable")


@pytest.mark.parametrize(
    "text",
    [
        "188\n28",
        "188.00\n28.00",
        "12.3\n4",
        "1 88",
        "188.00 28.00",
        "1,23.0",
        "12,34",
        "1.2.3",
        "12.5%",
        "5②5",
        "①",
        "⑴",
        "3½",
        "¥",
        "3人",
        "万元",
        "1e3",
        "+3",
        "0x1",
        "- 1",
        "１２3,45",
        "五",
        "1" * 18,
        "1.",
        ".5",
    ],
)
def test_anything_else_is_unread(text: str) -> None:
    assert (read_value(text).number, read_value(text).source) == (None, "unread")


@given(st.decimals(min_value=-(10**12), max_value=10**12, places=2))
def test_printing_and_reading_is_a_round_trip(number: Decimal) -> None:
    assert read_value(f"{number:,.2f}").number == number
    assert read_value(f"{number:.2f}").number == number


@pytest.mark.parametrize(
    ("number", "unit", "yuan"),
    [
        ("233.67", "万元", "2336700.00"),
        ("0.0650", "万元", "650.00"),
        ("1.005", "元", "1.01"),
        ("-1.005", "元", "-1.01"),
        ("2.675", "元", "2.68"),
        ("1.5", "亿元", "150000000.00"),
        ("7", "千元", "7000.00"),
    ],
)
def test_yuan_are_rounded_half_up(number: str, unit: str, yuan: str) -> None:
    assert str(to_yuan(Decimal(number), unit)) == yuan


@pytest.mark.parametrize(
    ("text", "decimals", "number"),
    [
        ("125\n2.26", 2, "1252.26"),
        ("65\n7.6\n2", 2, "657.62"),
        ("29.4\n0", 2, "29.40"),
        ("125\n2.26", None, None),
        ("188.00\n28.00", 2, None),
        ("1.00\n2", 2, None),
        ("125\n2.2", 2, None),
    ],
)
def test_a_broken_number_is_joined_only_where_no_line_is_whole(
    text: str, decimals: int | None, number: str | None
) -> None:
    assert read_value(text, decimals).number == (Decimal(number) if number else None)


@pytest.mark.parametrize(
    ("texts", "decimals"),
    [
        (["1.25", "3.40", "12.00"], 2),
        (["1.25", "3.40", "12.00", "657621\n6.99"], 2),
        (["657621\n6.99", "67148.1\n5", "130837\n4.42"], 2),
        (["0.000\n0", "666.2\n124", "36.52\n50", "3.822\n1", "——", ""], 4),
        (["1.25", "3.4", "12.00"], None),
        (["1.25\n3.40", "7.00\n8.00", "9.00\n1.00"], None),
        (["0\n1.25", "0\n3.40", "0\n12.00"], None),
        (["1.25", "3.40"], None),
        (["0.000\n0", "0.0000", "0.0000", "0.0000", "0"], 4),
        (["0.0", "0.00", "0.0000"], None),
        (["0", "0", "0", "5"], None),
    ],
)
def test_the_decimals_that_all_amounts_of_a_table_have(
    texts: list[str], decimals: int | None
) -> None:
    assert common_decimals(texts) == decimals


def test_two_numbers_in_one_cell_are_never_one() -> None:
    assert read_value("0\n12.34", 2).source == "unread"
