"""What `settings.yml` says: which table goes into which workbook, and the units of columns."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

_SAID: dict[str, Any] = yaml.safe_load(Path(__file__).with_suffix(".yml").read_text("utf-8"))
UNITS: dict[str, str] = _SAID["units"]
"""Pattern of a column's whole name → unit."""


class Unplaced(Exception):
    """A public table that no workbook names: an error of ours."""


@dataclass(frozen=True, slots=True)
class Group:
    """A workbook: the file's name, its title in both languages, patterns of its tables."""

    name: str
    title: str
    tables: tuple[str, ...]


GROUPS = tuple(Group(g["name"], g["title"], tuple(g["tables"])) for g in _SAID["workbooks"])


def group_of(full_name: str) -> Group:
    """The workbook that a table goes into.

    Raises:
        Unplaced: none names it.
    """
    for group in GROUPS:
        if any(re.fullmatch(pattern, full_name) for pattern in group.tables):
            return group
    raise Unplaced(f"{full_name}: no workbook of warehouse/export/settings.yml names it")
