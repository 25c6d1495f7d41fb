"""Real terms: by hand, which series applies, and tables that cannot be used."""

from __future__ import annotations

import pytest
from made_amounts import frame, only, row

from analysis.deflate import UnusableDeflator, ratios, read_deflator, sample_deflator
from analysis.yoy import Context, change_since, yoy_change

HEAD = "series,region_code,fiscal_year,price_index\n"
PRICES = read_deflator(
    HEAD + "甲,000000,2021,100\n甲,000000,2022,104\n甲,000000,2023,110\n"
    "甲,140000,2022,100\n甲,140000,2023,105\n甲,140423,2023,150\n"
)


def test_growth_at_prices_of_the_base_year():
    """21 % of growth at prices that rose by 10 % is 10 % of real growth."""
    amounts = frame(
        row("x", 2021, "total", "expenditure", "100.00"),
        row("x", 2023, "total", "expenditure", "121.00"),
    )
    got = only(change_since(amounts, Context(deflator=PRICES)))
    assert (got["deflator"], got["price_ratio"]) == ("甲 000000", 1.1)
    assert got["percent"] == 21.0
    assert got["real_percent"] == pytest.approx(10.0, abs=1e-12)


@pytest.mark.parametrize(
    ("region", "series", "ratio"),
    [
        ("140423", "甲 140000", 1.05),  # the county's own series lacks 2022
        ("310107", "甲 000000", 110 / 104),
        (None, "甲 000000", 110 / 104),
    ],
)
def test_the_nearest_series_that_has_both_years(region, series, ratio):
    [(_, name, found)] = ratios(PRICES, [region], 2023, 2022).rows()
    assert (name, found) == (series, pytest.approx(ratio))


def test_without_prices_there_is_no_real_growth():
    amounts = frame(
        row("x", 2023, "total", "expenditure", "100.00"),
        row("x", 2024, "total", "expenditure", "121.00"),
    )
    got = only(yoy_change(amounts, Context(deflator=PRICES)), fiscal_year=2024)
    assert (got["percent"], got["real_percent"], got["deflator"]) == (21.0, None, None)


def test_the_sample_says_that_it_is_one():
    table = read_deflator(sample_deflator())
    assert all("SAMPLE" in series and "示例" in series for series in table["series"])


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("series,region_code\n甲,000000\n", "are missing"),
        (HEAD + "甲,000000,2021,hundred\n", "do not fit"),
        (HEAD + "甲,000000,2021,100\n甲,000000,2022,\n", "line 3"),
        (HEAD + "甲,000000,2021,0\n", "line 2"),
        (HEAD + "甲,000000,2021,100\n甲,000000,2021,101\n", "twice"),
        (HEAD + "甲,000000,2021,100\n乙,000000,2022,101\n", "more than one series"),
        ("", "do not fit"),
    ],
)
def test_a_table_that_cannot_be_used_is_refused(text, says):
    with pytest.raises(UnusableDeflator, match=says):
        read_deflator(text)
