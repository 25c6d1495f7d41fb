"""The filings that the benchmarks read: generated accounts, printed in every layout and format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from corpus.convert import convert
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.printers import PRINTERS
from corpus.profile import departments
from corpus.publication import Issuer, publish
from corpus.rounding import Regime
from corpus.table import Printed

YEAR = 2023
CONVERTED = {
    "pdf": ("docx", "pdf"),
    "pdf (sheets)": ("xlsx", "pdf"),
    "doc": ("docx", "doc"),
    "xls": ("xlsx", "xls"),
}
"""Formats made by LibreOffice: name → what is printed, what it is converted to."""
FORMATS = (*PRINTERS, *CONVERTED)


@dataclass(frozen=True, slots=True)
class Made:
    """A generated file with its truth."""

    layout: str
    format: str
    name: str
    content: bytes
    truth: list[Printed]


def made(per_layout: int, formats: tuple[str, ...], seed: int = 7) -> Iterator[Made]:
    """`per_layout` departments in each layout and format, other accounts than the sample's."""
    for layout_name, layout in LAYOUTS.items():
        for n, department in enumerate(departments()[:per_layout]):
            account = accounts(department, [YEAR - 1, YEAR], seed + n)[-1]
            regime: Regime = "leaves" if n % 2 and not layout.exact_cells else "cells"
            issuer = Issuer(department.name_in(YEAR), "department")
            publication = publish(issuer, YEAR, figures(account), layout, regime)
            for form in formats:
                source, target = CONVERTED.get(form, (form, form))
                content, truth = PRINTERS[source](publication)
                if form in CONVERTED:
                    content = convert(content, source, target)
                yield Made(layout_name, form, f"{department.id}.{target}", content, truth)
