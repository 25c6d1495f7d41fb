"""The sentence that says why an outlier is one, in Chinese and English. No statistics here."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from analysis.measures import measures
from analysis.peers import peer_groups

FILE = Path(__file__).with_name("reasons.yml")
LANGUAGES = ("zh", "en")
YUAN = "元"


def reason(outlier: Mapping[str, Any], language: str) -> str:
    """Why it is an outlier, in a sentence.

    Args:
        outlier: a row of the table of outliers, with `percentile_rank` for a position.
        language: `zh` or `en`.
    """
    describe = _position if outlier["kind"] == "position" else _change
    template, filled = describe(outlier)
    said = {
        name: value[language] if isinstance(value, Mapping) else value
        for name, value in filled.items()
    }
    return _texts()[template][language].format(
        department=outlier["department"],
        year=outlier["fiscal_year"],
        n=outlier["n"],
        item_zh=_item(outlier, "zh"),
        item_en=_item(outlier, "en"),
        **said,
    )


def _position(outlier: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    measure = {each.id: each for each in measures()}[outlier["measure"]]
    return "position", {
        "measure_zh": measure.name_zh,
        "measure_en": measure.name_en,
        "group_zh": _group(outlier["peer_group"], "zh"),
        "group_en": _group(outlier["peer_group"], "en"),
        "value": _number(outlier["value"], measure.unit),
        "median": _number(outlier["median"], measure.unit),
        "below": _rounded(outlier["percentile_rank"], 0),
    }


def _change(outlier: Mapping[str, Any]) -> tuple[str, dict[str, Any]]:
    amount, prior = outlier["amount_cny"], outlier["prior_amount_cny"]
    template = "new" if prior is None else "ended" if amount is None else "change"
    return template, {
        "amount": _number(amount, YUAN),
        "prior": _number(prior, YUAN),
        "percent": _percent(outlier["value"]),
        "median": _percent(outlier["median"]),
    }


def _item(outlier: Mapping[str, Any], language: str) -> str:
    if outlier["code"] is None:
        return ""
    name = outlier["code_name"] or outlier["code"]
    return _texts()["item"][language].format(code_name=name, code=outlier["code"])


def _group(group: str, language: str) -> str:
    own, _, name = group.partition(":")
    if own == "own" and name:
        return _texts()["own_group"][language].format(name=name)
    found = {each.id: each for each in peer_groups()}[group]
    return found.name_zh if language == "zh" else found.name_en


def _number(value: Decimal | float | None, unit: str) -> str:
    if value is None:
        return ""
    if unit.startswith(YUAN) and abs(float(value)) >= 10_000:
        return f"{_rounded(Decimal(str(value)) / 10_000, 2)} 万{unit}"
    space = "" if unit == "%" else " "
    return _rounded(value, 2) + ("" if unit == "0-1" else f"{space}{unit}")


def _percent(value: float | None) -> Any:
    if value is None:
        return _texts()["from_nothing"]
    return f"{'+' if value > 0 else ''}{_rounded(value, 2)}%"


def _rounded(value: Decimal | float, places: int) -> str:
    step = Decimal(1).scaleb(-places)
    return f"{Decimal(str(value)).quantize(step, ROUND_HALF_UP):,}"


@cache
def _texts() -> dict[str, dict[str, str]]:
    texts: dict[str, dict[str, str]] = yaml.safe_load(FILE.read_text("utf-8"))
    return texts
