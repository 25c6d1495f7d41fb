"""The script that anyone would write first, one a format: all tables of a file as lists of texts.

They know nothing of forms, units or places. They are what `bench.speed` measures against.
"""

from __future__ import annotations

import io
from collections.abc import Callable

Rows = list[list[str | None]]


def pdf(data: bytes) -> list[Rows]:
    """The default table extraction of pdfplumber, page by page."""
    import pdfplumber

    with pdfplumber.open(io.BytesIO(data)) as document:
        return [table for page in document.pages for table in page.extract_tables()]


def workbook(data: bytes) -> list[Rows]:
    """Whole sheets by pandas over openpyxl (xlsx) or xlrd (xls), every sheet as text."""
    import pandas as pd  # type: ignore[import-untyped]

    sheets = pd.read_excel(io.BytesIO(data), sheet_name=None, header=None, dtype=str)
    return [sheet.to_numpy().tolist() for sheet in sheets.values()]


def docx(data: bytes) -> list[Rows]:
    """python-docx, every table row by row."""
    import docx as python_docx

    document = python_docx.Document(io.BytesIO(data))
    return [[[c.text for c in row.cells] for row in table.rows] for table in document.tables]


def html(data: bytes) -> list[Rows]:
    """All tables by pandas.read_html as text."""
    import pandas as pd

    tables = pd.read_html(io.StringIO(data.decode()), header=None)
    return [table.astype(str).to_numpy().tolist() for table in tables]


SCRIPTS: dict[str, tuple[str, Callable[[bytes], list[Rows]]]] = {
    "pdf": ("pdfplumber", pdf),
    "xlsx": ("pandas/openpyxl", workbook),
    "xls": ("pandas/xlrd", workbook),
    "docx": ("python-docx", docx),
    "html": ("pandas.read_html", html),
}
"""Kind of file → what it is called, and the script."""
