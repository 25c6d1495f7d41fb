"""The labels that the forms print, from data files of this package's own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from corpus.profile import DATA

DIGITS = "零一二三四五六七八九"


@dataclass(frozen=True, slots=True)
class EconomicLine:
    """A line of the form by economic code; `applies` is False where `——` is printed."""

    code: str
    name: str
    side: str
    applies: bool


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def chinese_number(number: int) -> str:
    """一 for 1, 十 for 10, 二十六 for 26.

    Args:
        number: From 1 to 99.
    """
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else "十" if tens == 1 else DIGITS[tens] + "十"
    return head + (DIGITS[ones] if ones else "")


@cache
def class_names(fiscal_year: int, *, short: bool = False) -> dict[str, str]:
    """Function 类 in use in a year, code → name, in the order they are printed."""
    return {
        line["code"]: (short and line["short_name"]) or line["name"]
        for line in _rows("class_lines.csv")
        if int(line["fy_from"] or 0) <= fiscal_year <= int(line["fy_to"] or 9999)
    }


@cache
def function_names() -> dict[str, str]:
    """Function 款 and 项, code → name."""
    return {line["code"]: line["name"] for line in _rows("function_names.csv")}


def function_name(code: str, fiscal_year: int) -> str:
    """The name of a function code of any level, as of a year."""
    return class_names(fiscal_year)[code] if len(code) == 3 else function_names()[code]


@cache
def economic_lines() -> tuple[EconomicLine, ...]:
    """The lines of the form by economic code, in the order they are printed."""
    return tuple(
        EconomicLine(line["code"], line["name"], line["side"], not line["applicability"])
        for line in _rows("economic_codes.csv")
    )


def surplus_label(fiscal_year: int) -> str:
    """The national label of the line of surplus used."""
    if fiscal_year <= 2018:
        return "用事业基金弥补收支差额"
    return "使用非财政拨款结余" if fiscal_year <= 2022 else "使用非财政拨款结余和专用结余"
