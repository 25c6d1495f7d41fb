"""Numbers with their units in folded text. What they speak of is not known here.

Years, dates, enumerators, document numbers, thresholds (单价100万元以上) and codes in brackets are
none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

MONEY, PERCENT, COUNT, NONE = "money", "percent", "count", "none"

_MONEY = ("万元", "亿元", "千元", "元", "万")
_NUMBER = r"(?<![\d.A-Za-z〔\[])(?P<number>-?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?)(?![\d])"
_UNIT = (
    r"(?P<unit>万元|亿元|千元|元|万(?![元人辆个份户件名亩字平米])|%|台\(套\)|台/套|台、套|台套|台|套|辆"
    r"|人次|人\(次\)|人(?!民)|名|批次|批\(次\)|批|个(?!百分点|月)|项|条|次|分(?!钟|之|别|年))?"
)
_QUANTITY = re.compile(_NUMBER + _UNIT)
_NO_UNIT_AFTER = re.compile(
    r"年|月|日|号|级|周|点|个|百|号文|楼|层|小时|分|平|亩|米|万|公|天|后|°|℃|[.、)](?!\d)|-"
)
_NO_NUMBER = re.compile(
    r"\d+(?:\.\d+)?(?:亿|万)?元(?:\(含\)|\(含税\)|含)?(?:以上|以下|及以上)"
    r"|\((?:\d{3}|\d{5}|\d{7})\)|\(\d{2,7}(?=[类款项]\))"
)
_NOTHING = re.compile(r"(?:预算|决算)数?[为是]0(?:\.0+)?$")
"""Nothing is nothing in any unit: `年初预算为0，支出决算为3.20万元`."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number at `start:end` of the folded text; `unit` folded, null where none is."""

    start: int
    end: int
    number: Decimal
    unit: str | None

    @property
    def kind(self) -> str:
        """`money`, `percent`, `count`, or `none` without a unit."""
        if self.unit is None:
            return NONE
        return MONEY if self.unit in _MONEY else PERCENT if self.unit == "%" else COUNT

    @property
    def must_be_read(self) -> bool:
        """Money and percentages; a bare number only where it is printed like an amount (12.50)."""
        if self.kind == NONE:
            return int(self.number.as_tuple().exponent) == -2
        return self.kind in (MONEY, PERCENT)


def quantities(text: str) -> list[Quantity]:
    """All quantities; a bare number takes the unit of the one listed after it (1.2、3.4万元).

    So does a bare zero that is said to be a budget or an account.
    """
    masked = _NO_NUMBER.sub(lambda m: "＃" * len(m.group()), text)
    found = [
        Quantity(m.start(), m.end(), Decimal(m["number"].replace(",", "")), m["unit"])
        for m in _QUANTITY.finditer(masked)
        if m["unit"] or not _NO_UNIT_AFTER.match(text, m.end())
    ]
    for i in range(len(found) - 2, -1, -1):
        one, after = found[i], found[i + 1]
        listed = text[one.end : after.start] in (",", "、", "和")
        nothing = after.kind == MONEY and _NOTHING.search(text, 0, one.end)
        if one.unit is None and after.unit and (listed or nothing):
            found[i] = Quantity(one.start, one.end, one.number, after.unit)
    return found
