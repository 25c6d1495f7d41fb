"""Prints a filing as a zip: the text as a Word document, the tables as a workbook beside it."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace

from corpus.print_docx import EPOCH, print_docx
from corpus.print_xlsx import print_xlsx
from corpus.publication import Publication
from corpus.table import Printed

TEXT, TABLES = "1情况说明.docx", "2附表.xlsx"


def print_zip(publication: Publication) -> tuple[bytes, list[Printed]]:
    """The zip's bytes and every figure in it; a sheet is named with its file."""
    words = tuple(block for block in publication.blocks if isinstance(block, str))
    text, _ = print_docx(replace(publication, blocks=words))
    tables, printed = print_xlsx(publication)
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in ((TEXT, text), (TABLES, tables)):
            package.writestr(zipfile.ZipInfo(name, EPOCH), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue(), [replace(p, sheet=f"{TABLES}/{p.sheet}") for p in printed]
