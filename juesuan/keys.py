"""The keys of the tables, out of the tests of the models that prove them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from warehouse.export.keys import Key

MODELS = Path(__file__).resolve().parents[1] / "dbt_project" / "models"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_REF = re.compile(r"ref\('(\w+)'\)")


def declared_keys() -> list[Key]:
    """All keys that a test of a model states, in the order of the files and columns."""
    return [
        key
        for path in sorted(MODELS.rglob("*.yml"))
        for model in _read(path).get("models") or ()
        for key in _of_model(model)
    ]


def _read(path: Path) -> dict[str, Any]:
    with path.open("rb") as file:
        said: dict[str, Any] = yaml.load(file, _LOADER)  # noqa: S506 - a safe one
    return said


def _of_model(model: dict[str, Any]) -> Iterator[Key]:
    table = model["name"]
    for column in model.get("columns") or ():
        for test in column.get("data_tests") or ():
            if test == "unique":
                yield Key(table, (column["name"],))
            elif "relationships" in test and isinstance(test, dict):
                said = test["relationships"]["arguments"]
                [to] = _REF.findall(said["to"])
                yield Key(table, (column["name"],), to, said["field"])
    for test in model.get("data_tests") or ():
        if isinstance(test, dict) and "unique_combination" in test:
            yield Key(table, tuple(test["unique_combination"]["arguments"]["columns"]))
