"""The filings that the benchmarks read: generated accounts, printed in every layout and format."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal

from corpus.accounts import Account, Flow
from corpus.convert import convert
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.layouts_more import FISCAL_YEARS
from corpus.printers import PRINTERS
from corpus.profile import Department, departments
from corpus.publication import Issuer, Publication, publish
from corpus.rounding import Regime
from corpus.table import Printed

YEAR = 2023
CORRECTION = Decimal("1234.56")
"""An income that settles a negative opening balance: every file has negative numbers."""
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


def publications(per_layout: int, seed: int = 7) -> Iterator[tuple[str, str, Publication]]:
    """`per_layout` departments in each layout: the layout, the department's id, the filing."""
    for layout_name, layout in LAYOUTS.items():
        for n, department in enumerate(departments()[:per_layout]):
            year = FISCAL_YEARS.get(layout_name, YEAR)
            account = _account(department, year, seed + n)
            regime: Regime = "leaves" if n % 2 and not layout.exact_cells else "cells"
            issuer = Issuer(department.name_in(YEAR), "department")
            yield (
                layout_name,
                department.id,
                publish(issuer, year, figures(account), layout, regime),
            )


def printed(publication: Publication, form: str) -> tuple[bytes, list[Printed]]:
    """A filing in one of `FORMATS`, with its truth."""
    source, target = CONVERTED.get(form, (form, form))
    content, truth = PRINTERS[source](publication)
    return (convert(content, source, target) if form in CONVERTED else content), truth


def extension(form: str) -> str:
    """The file extension of one of `FORMATS`."""
    return CONVERTED.get(form, ("", form))[1]


def made(per_layout: int, formats: tuple[str, ...], seed: int = 7) -> Iterator[Made]:
    """`per_layout` departments in each layout and format, other accounts than the sample's."""
    for layout_name, department, publication in publications(per_layout, seed):
        for form in formats:
            content, truth = printed(publication, form)
            yield Made(layout_name, form, f"{department}.{extension(form)}", content, truth)


def _account(department: Department, year: int, seed: int) -> Account:
    """A department's account, as of a year: without the funds and classes of later ones."""
    account = accounts(department, [YEAR - 1, YEAR], seed)[-1]
    later = {"223", "234"} if year < 2020 else set()
    later |= {"224"} if year < 2019 else set()
    flows = [flow for flow in account.flows if flow.function[:3] not in later]
    for fund in sorted({flow.fund for flow in flows} & {"general_budget", "government_fund"}):
        function = next(flow.function for flow in flows if flow.fund == fund)
        flows.append(Flow(function, fund, -CORRECTION, {fund: CORRECTION}))
    return replace(account, fiscal_year=year, flows=tuple(flows))
