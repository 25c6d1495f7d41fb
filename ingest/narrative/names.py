"""Names of function and economic classes → codes: those that the filing's own forms print first.

Exact names only (folded, with or without a closing 支出); a name of several codes gives none.
"""

from __future__ import annotations

import csv
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path

from ingest.records import LineItem
from ingest.text import fold, label

CODES = Path(__file__).parents[1] / "codes"
LENGTHS = {"类": 3, "款": 5, "项": 7}
_LEVELLED = re.compile(r"(.+?)\(\d{0,7}(类|款|项)\)(?:支出)?")
_OF_BUDGETS = (
    "general_budget_by_function",
    "government_fund_by_function",
    "state_capital_by_function",
)
_NOT_BASIC = ("309", "311")

Names = dict[str, frozenset[str]]


@lru_cache(maxsize=64)
def _listed(file: str, year: int) -> Names:
    """Names of the code list that are valid in a year."""
    found: dict[str, set[str]] = defaultdict(set)
    with (CODES / file).open(encoding="utf-8", newline="") as handle:
        for row in csv.DictReader(handle):
            first, last = int(row["fy_from"] or 0), int(row["fy_to"] or 9999)
            if row["code"].isdigit() and first <= year <= last:
                found[fold(row["name"])].add(row["code"])
    return {name: frozenset(codes) for name, codes in found.items()}


def _printed(items: Iterable[LineItem], *, economic: bool) -> Names:
    found: dict[str, set[str]] = defaultdict(set)
    for item in items:
        is_economic = item.form == "basic_expenditure_by_economic"
        if item.row_key.isdigit() and is_economic == economic:
            found[label(item.row_label)].add(item.row_key)
    return {name: frozenset(codes) for name, codes in found.items()}


def _printed_in(items: Iterable[LineItem]) -> dict[str, str]:
    forms: dict[str, set[str]] = defaultdict(set)
    for item in items:
        if (
            item.form in _OF_BUDGETS
            and len(item.row_key) > LENGTHS["类"]
            and item.row_key.isdigit()
        ):
            forms[item.row_key].add(item.form)
    return {code: next(iter(found)) for code, found in forms.items() if len(found) == 1}


def _variants(name: str) -> tuple[str, ...]:
    return (name, name[:-2]) if name.endswith("支出") else (name, name + "支出")


@dataclass(slots=True)
class Levelled:
    """A name as printed, from the top: `names` and level words (类, 款, 项) side by side."""

    names: list[str]
    levels: list[str]


@dataclass(slots=True)
class CodeNames:
    """The names of one filing's codes. `code` and `path_code` give a code or nothing.

    `printed_in`: the codes that only one form of fiscal expenditure prints, and that form.
    """

    function: tuple[Names, ...]
    economic: tuple[Names, ...]
    printed_in: dict[str, str]
    path: dict[str, str] = field(default_factory=dict)

    @classmethod
    def of(cls, items: Iterable[LineItem], year: int) -> CodeNames:
        """Those of the filing's forms, then those of the lists for its year."""
        rows = list(items)
        return cls(
            (_printed(rows, economic=False), _listed("function_codes.csv", year)),
            (_printed(rows, economic=True), _listed("economic_codes.csv", year)),
            _printed_in(rows),
        )

    def function_code(self, name: str) -> tuple[bool, str | None]:
        """Whether a name without a level word is a code's, and of which (none: of several)."""
        return _single(self.function, name)

    def bears(self, code: str, name: str) -> bool:
        """Whether a function code has this name, in the filing's forms or the lists."""
        return any(code in n.get(v, ()) for n in self.function for v in _variants(name))

    def economic_code(self, name: str) -> tuple[bool, str | None]:
        """The same for a name of basic expenditure."""
        return _single(self.economic, name, but=_NOT_BASIC)

    def levelled(self, text: str) -> Levelled | None:
        """`A(类)B(款)C(项)` taken apart, completed from above by what was said before it."""
        parts = []
        end = 0
        for m in _LEVELLED.finditer(text):
            if m.start() != end:
                return None
            parts.append((m[1], m[2]))
            end = m.end()
        if not parts or end != len(text):
            return None
        top = LENGTHS[parts[0][1]]
        self.path = {lv: n for lv, n in self.path.items() if LENGTHS[lv] < top}
        self.path.update({lv: n for n, lv in parts})
        return Levelled(list(self.path.values()), list(self.path))

    def path_code(self, said: Levelled) -> str | None:
        """The code of the last name; every name above it must be that of its parent."""
        above: frozenset[str] | None = None
        for name, level in zip(said.names, said.levels, strict=True):
            above = self._of_level(name, LENGTHS[level], above)
            if not above:
                return None
        return next(iter(above)) if above and len(above) == 1 else None

    def _of_level(self, name: str, length: int, above: frozenset[str] | None) -> frozenset[str]:
        for names in self.function:
            for variant in _variants(name):
                codes = (c for c in names.get(variant, frozenset()) if len(c) == length)
                fit = frozenset(c for c in codes if above is None or c.startswith(tuple(above)))
                if fit:
                    return fit
        return frozenset()


def _single(
    sources: tuple[Names, ...], name: str, but: tuple[str, ...] = ()
) -> tuple[bool, str | None]:
    for names in sources:
        for variant in _variants(name):
            codes = [c for c in names.get(variant, ()) if not c.startswith(but or ("-",))]
            if codes:
                return True, codes[0] if len(codes) == 1 else None
    return False, None
