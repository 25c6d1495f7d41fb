"""What a fictional department is like: the data from which its accounts are drawn.

Profiles are read from `data/departments.yaml`, the pay and office rates of a kind of department
from `data/kinds.yaml`. No arithmetic here.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field

from corpus.rounding import Regime

DATA = Path(__file__).parent / "data"


class Strict(BaseModel):
    """Data that may hold no unknown field and does not change."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Kind(Strict):
    """What departments of a kind share: codes of personnel cost, yearly rates in yuan a head."""

    label: str
    operating_cost: Literal["administrative", "quasi_civil"] | None = None
    retirement: str
    medical: str
    per_head: dict[str, Decimal]
    """Economic code → yuan a head and year."""
    retired_per_head: Decimal


class Stream(Strict):
    """Money of one source that comes each year for one purpose."""

    function: str
    fund: str
    source: str
    nature: str
    wan: Decimal
    """The usual yearly spending, in 万元."""
    carries: bool = False
    """Whether some of it stays over at the end of a year."""
    distributes: bool = False
    uses_surplus: bool = False


def _as_of(by_first_year: Mapping[int, str], year: int) -> str:
    return by_first_year[max(first for first in by_first_year if first <= year)]


class Department(Strict):
    """A department of the sample, and why it is in it."""

    id: str
    county: str
    names: dict[int, str]
    """First fiscal year → name from then on."""
    kind: str
    reason: str
    unit_of: str | None = None
    first_year: int = 2021
    last_year: int = 2023
    running: str
    """The function code of what keeps the office running."""
    recoded: dict[int, dict[str, str]] = Field(default_factory=dict)
    """First fiscal year → function code → the code that its money has from then on."""
    staff: int
    retired: int = 0
    streams: tuple[Stream, ...] = ()
    three_public: dict[str, Decimal] = Field(default_factory=dict)
    """三公 item → usual yearly amount in 万元."""
    vehicles: dict[str, int] = Field(default_factory=dict)
    equipment_over_1m: int = 0
    format: Literal["txt", "xlsx"] = "txt"
    layouts: dict[int, str] = {2021: "national"}
    """First fiscal year → layout from then on."""
    regime: Regime = "cells"
    wording: str = "shanxi"
    """The family in whose words its text is told."""
    faults: dict[int, str] = Field(default_factory=dict)
    """Fiscal year → kind of fault in a table of that year's filing."""
    slips: dict[int, str] = Field(default_factory=dict)
    """Fiscal year → kind of slip in its text."""
    evaluation: str | None = None
    """The layout of the evaluation forms of its projects; none for a filing without."""
    flaws: dict[int, str] = Field(default_factory=dict)
    """Fiscal year → kind of contradiction in its evaluation forms."""

    def name_in(self, year: int) -> str:
        """The name that the department bears in a fiscal year."""
        return _as_of(self.names, year)

    def function_in(self, year: int, code: str) -> str:
        """The code that the money of a function code has in a fiscal year."""
        for first in sorted(self.recoded):
            code = self.recoded[first].get(code, code) if first <= year else code
        return code

    def layout_in(self, year: int) -> str:
        """The name of the layout that the department prints in a fiscal year."""
        return _as_of(self.layouts, year)


def kinds() -> dict[str, Kind]:
    """All kinds of departments, by key."""
    raw = yaml.safe_load((DATA / "kinds.yaml").read_text(encoding="utf-8"))
    return {key: Kind.model_validate(value) for key, value in raw.items()}


def departments() -> list[Department]:
    """The departments of the sample, in order."""
    raw = yaml.safe_load((DATA / "departments.yaml").read_text(encoding="utf-8"))
    return [Department.model_validate(value) for value in raw]
