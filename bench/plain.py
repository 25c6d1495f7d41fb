"""The numbers that stand in a file, by the plainest means: no tables, no forms, no reader of ours.

To tell a number that a damaged file prints from one that its reader made up.
"""

from __future__ import annotations

import html
import io
import re
import unicodedata
import zipfile
from decimal import Decimal

_NUMBER = re.compile(r"(?P<sign>[-−(–—]?)\s*(?P<digits>\d[\d,]*(?:\.\d+)?(?:[eE]-?\d+)?)")
_TAG = re.compile(r"<[^<>]*>")
_NO_BREAK = re.compile(r"</?(?:w:(?:r|t|rPr|proofErr|del)|span|b)\b[^<>]*>")


def numbers(content: bytes, form: str) -> set[Decimal] | None:
    """All numbers of a file, negative where a minus or bracket stands before; None if it is shut.

    Binary floats of workbooks are given as their shortest decimals: round before comparing.
    """
    try:
        found = _FINDERS[form](content)
    except Exception:  # noqa: BLE001 - what other programs cannot open cannot be compared
        return None
    return {n for text in found for n in _numbers(text)}


def stands_in(value: Decimal, bag: set[Decimal], decimals: int) -> bool:
    """Whether one of the numbers is this value when it is rounded as printed."""
    if value in bag:
        return True
    half = Decimal(1).scaleb(-decimals) / 2
    return any(abs(number - value) <= half for number in bag)


def _numbers(text: str) -> set[Decimal]:
    plain = unicodedata.normalize("NFKC", text)
    return {
        Decimal(("-" if found["sign"] else "") + found["digits"].replace(",", ""))
        for found in _NUMBER.finditer(plain)
    } | {Decimal(d) for d in re.findall(r"\d+(?:\.\d+)?", plain)}


def _text(content: bytes) -> list[str]:
    """The bytes in every encoding that a filing may have; at worst too many numbers."""
    return [content.decode(name, "replace") for name in ("utf-8", "gb18030", "utf-16")]


def _page(content: bytes) -> list[str]:
    return [html.unescape(_TAG.sub(" ", _NO_BREAK.sub("", text))) for text in _text(content)]


def _package(content: bytes) -> list[str]:
    texts: list[str] = []
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        for name in package.namelist():
            data = package.read(name)
            texts += _package(data) if data.startswith(b"PK") else _page(data)
    return texts


def _pdf(content: bytes) -> list[str]:
    import pypdfium2  # type: ignore[import-untyped]

    with pypdfium2.PdfDocument(content) as pdf:
        return [page.get_textpage().get_text_bounded() for page in pdf]


def _xls(content: bytes) -> list[str]:
    import python_calamine

    book = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    sheets = (book.get_sheet_by_name(name) for name in book.sheet_names)
    return [str(cell) for sheet in sheets for row in sheet.to_python() for cell in row]


_FINDERS = {
    "txt": _text,
    "html": _page,
    "xlsx": _package,
    "docx": _package,
    "zip": _package,
    "pdf": _pdf,
    "xls": _xls,
}
