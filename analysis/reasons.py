"""The sentence that says why an outlier is one, in Chinese and English. No statistics here."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from pathlib import Path
from typing import Any

import yaml

from analysis.measures import measures
from analysis.peers import OWN, peer_groups

FILE = Path(__file__).with_name("reasons.yml")
YUAN = {"zh": "元", "en": "yuan"}
TEN_THOUSAND = 10_000


def reason(outlier: Mapping[str, Any], language: str) -> str:
    """Why it is an outlier, in a sentence.

    Args:
        outlier: a row of the table of outliers, with `percentile_rank` for a position.
        language: `zh` or `en`.
    """
    describe = _position if outlier["kind"] == "position" else _change
    template, filled = describe(outlier, language)
    sentence: str = _texts()[template][language].format(
        department=outlier["department"],
        year=outlier["fiscal_year"],
        n=outlier["n"],
        item=_item(outlier, language),
        **filled,
    )
    return sentence


def _position(outlier: Mapping[str, Any], language: str) -> tuple[str, dict[str, str]]:
    measure = {each.id: each for each in measures()}[outlier["measure"]]
    unit = measure.unit_zh if language == "zh" else measure.unit_en
    value, median = _amounts(outlier["value"], outlier["median"], unit=unit)
    return "position", {
        "measure": measure.name_zh if language == "zh" else measure.name_en,
        "group": _group(outlier["peer_group"], language),
        "value": value,
        "median": median,
        "below": _rounded(outlier["percentile_rank"], 0),
    }


def _change(outlier: Mapping[str, Any], language: str) -> tuple[str, dict[str, str]]:
    now, before = outlier["amount_cny"], outlier["prior_amount_cny"]
    amount, prior = _amounts(now, before, unit=YUAN[language])
    return "new" if before is None else "ended" if now is None else "change", {
        "amount": amount,
        "prior": prior,
        "percent": _percent(outlier["value"], language),
        "median": _percent(outlier["median"], language),
    }


def _item(outlier: Mapping[str, Any], language: str) -> str:
    if outlier["code"] is None:
        return ""
    said = _texts()["dimensions"][outlier["dimension"]]
    text: str = _texts()["item"][language].format(
        dimension=said[language],
        code_name=outlier["code_name"] or outlier["code"],
        code=outlier["code"],
    )
    return text


def _group(group: str, language: str) -> str:
    if group.startswith(OWN):
        return str(_texts()["own_group"][language].format(name=group.removeprefix(OWN)))
    found = {each.id: each for each in peer_groups()}[group]
    return found.name_zh if language == "zh" else found.name_en


def _amounts(*values: Decimal | float | None, unit: str) -> list[str]:
    """The values in their unit, those in Chinese yuan all in 万元 where one is as large."""
    known = [Decimal(str(value)) for value in values if value is not None]
    in_wan = unit.startswith(YUAN["zh"]) and any(abs(v) >= TEN_THOUSAND for v in known)
    factor, said = (TEN_THOUSAND, f"万{unit}") if in_wan else (1, unit)
    said = "" if unit == "0-1" else unit if unit == "%" else f" {said}"
    return [
        "" if value is None else f"{_rounded(Decimal(str(value)) / factor, 2)}{said}"
        for value in values
    ]


def _percent(value: float | None, language: str) -> str:
    if value is None:
        return str(_texts()["from_nothing"][language])
    return f"{'+' if value > 0 else ''}{_rounded(value, 2)}%"


def _rounded(value: Decimal | float, places: int) -> str:
    step = Decimal(1).scaleb(-places)
    return f"{Decimal(str(value)).quantize(step, ROUND_HALF_UP):,}"


@cache
def _texts() -> dict[str, dict[str, Any]]:
    texts: dict[str, dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
    return texts
