"""Shared strings of a workbook that hold raised characters, which calamine gives as plain ones."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator

from lxml import etree

from ingest.readers import xml
from ingest.readers.raised import raised
from ingest.readers.zips import part

_PART = "xl/sharedStrings.xml"


def raised_strings(archive: zipfile.ZipFile) -> dict[bytes, str]:
    """The number of each such string, as cells name it → its text, the raised in raised form."""
    if _PART not in archive.namelist():
        return {}
    data = part(archive, _PART)
    if b"superscript" not in data:
        return {}
    strings = enumerate(xml.parse(data, _PART).iterfind("{*}si"))
    return {
        str(number).encode(): "".join(_texts(string))
        for number, string in strings
        if string.find("{*}r/{*}rPr/{*}vertAlign[@val='superscript']") is not None
    }


def _texts(string: etree._Element) -> Iterator[str]:
    for run in string.iterfind("{*}r"):
        text = run.findtext("{*}t") or ""
        mark = run.find("{*}rPr/{*}vertAlign[@val='superscript']")
        yield text if mark is None else raised(text)
