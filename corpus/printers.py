"""All printers by file extension: each turns a publication into bytes and their truth."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from corpus.print_docx import print_docx
from corpus.print_html import print_html
from corpus.print_text import print_text
from corpus.print_xlsx import print_xlsx
from corpus.print_zip import print_zip
from corpus.publication import Publication
from corpus.table import Printed

Printer = Callable[[Publication], tuple[bytes, list[Printed]]]
PRINTERS: Mapping[str, Printer] = {
    "txt": print_text,
    "xlsx": print_xlsx,
    "html": print_html,
    "docx": print_docx,
    "zip": print_zip,
}
