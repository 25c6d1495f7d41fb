"""Documents made by LibreOffice show the same figures; skipped where it is not installed."""

from __future__ import annotations

import io
import re
import shutil

import pdfplumber
import pytest

from corpus.convert import ConversionFailed, convert
from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.print_docx import print_docx
from corpus.profile import departments
from corpus.publication import Issuer, publish

pytestmark = pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here")


def test_pdf_holds_every_figure_as_often_as_printed() -> None:
    office = next(d for d in departments() if d.id == "bsl-petitions")
    exact = figures(accounts(office, (2021,))[0])
    content, truth = print_docx(publish(Issuer("某局"), 2021, exact, LAYOUTS["shanghai"]))
    with pdfplumber.open(io.BytesIO(convert(content, "docx", "pdf"))) as pdf:
        text = "\n".join(page.extract_text() for page in pdf.pages)
    shown = re.findall(r"\d+\.\d\d", text)
    for figure in {f.raw_text for f in truth}:
        assert shown.count(figure) >= sum(f.raw_text == figure for f in truth)


def test_what_cannot_be_converted_says_so() -> None:
    with pytest.raises(ConversionFailed):
        convert(b"", "docx", "nothing")
