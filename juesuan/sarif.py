"""Findings as SARIF 2.1.0, for viewers and services that read what linters say.

Only the shape lives here: what is found, and how it is said, comes from `juesuan.checking`.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from importlib.metadata import version
from pathlib import PurePath
from typing import Any
from urllib.parse import quote

from juesuan.places import located, where

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {"error": "error", "warn": "warning", "info": "note"}
_SHOWN = (
    "form", "row_key", "measure", "cause", "printed", "expected", "difference", "unit",
    "printed_cny", "expected_cny", "difference_cny", "proposal_cny",
)  # fmt: skip

Row = Mapping[str, Any]


def log(rows: Iterable[Row], rules: Iterable[Row], lang: str) -> dict[str, Any]:
    """The findings as one run of one tool.

    Args:
        rows: as `checking.findings` gives them.
        rules: the registry; what the reader signals is added to it by its code alone.
        lang: `zh` or `en`, the language of the messages.
    """
    rows = list(rows)
    known = {rule["rule_id"]: _rule(rule, lang) for rule in rules}
    for row in rows:
        known.setdefault(row["rule_id"], {"id": row["rule_id"]})
    index = {rule_id: n for n, rule_id in enumerate(known)}
    driver = {
        "name": "juesuan",
        "version": version("juesuan"),
        "language": {"zh": "zh-CN", "en": "en-US"}[lang],
        "rules": list(known.values()),
    }
    return {
        "$schema": SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {"driver": driver},
                "columnKind": "unicodeCodePoints",
                "results": [_result(row, index, lang) for row in rows],
            }
        ],
    }


def _rule(rule: Row, lang: str) -> dict[str, Any]:
    return {
        "id": rule["rule_id"],
        "shortDescription": {"text": rule[f"name_{lang}"]},
        "help": {"text": rule[f"look_at_{lang}"]},
        "defaultConfiguration": {"level": LEVELS[rule["severity"]]},
    }


def _result(row: Row, index: Mapping[str, int], lang: str) -> dict[str, Any]:
    first = located(row["places"]) or {"file": row["file"]}
    others = [place for place in row["places"] if place is not first]
    result = {
        "ruleId": row["rule_id"],
        "ruleIndex": index[row["rule_id"]],
        "level": LEVELS[row["severity"]],
        "message": {"text": row["message_zh" if lang == "zh" else "message"]},
        "locations": [_location(first, lang)],
        "properties": {key: row[key] for key in _SHOWN if row[key] is not None},
    }
    if others:
        result["relatedLocations"] = [
            {"id": n, "message": {"text": _operand(place)}, **_location(place, lang)}
            for n, place in enumerate(others, start=1)
        ]
    if row["finding_id"]:
        result["partialFingerprints"] = {"findingId/v1": row["finding_id"]}
    return result


def _location(place: Row, lang: str) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": {"uri": uri(place["file"])}}
    if place.get("line_no"):
        physical["region"] = {"startLine": place["line_no"]}
    location: dict[str, Any] = {"physicalLocation": physical}
    if text := where(place, lang):
        keys = (place[k] for k in ("form", "row_key", "measure") if place.get(k))
        logical = {"name": text, "fullyQualifiedName": "/".join(keys), "kind": "cell"}
        location["logicalLocations"] = [{k: v for k, v in logical.items() if v}]
    return location


def _operand(place: Row) -> str:
    """What a person sees at another place of the relation: its label and what is printed."""
    said = (place.get("row_label"), place.get("measure"), place.get("printed"))
    return " ".join(str(word) for word in said if word) or str(place.get("role"))


def uri(file: str) -> str:
    """A file as it was named, as a URI: relative stays relative."""
    path = PurePath(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
