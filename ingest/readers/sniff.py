"""Which reader takes these bytes: the registry, and the look at the first bytes.

Only telling formats apart belongs here. A new format is a line in `READERS`, a test in `sniff`
and a module with `read(data, name) -> Document`.
"""

from __future__ import annotations

import re
from importlib import import_module
from typing import Protocol, cast

from ingest.document import Document, UnreadableFile
from ingest.readers import bounds

READERS = {
    "text": "text",
    "xlsx": "workbook",
    "xls": "xls",
    "ods": "office",
    "xlsb": "office",
    "odt": "office",
    "pdf": "pdf",
    "docx": "docx",
    "html": "html",
    "mht": "html",
    "zip": "archive",
    "doc": "office",
    "rtf": "office",
}
"""Format key → module of this package that reads it."""

_ZIP_PARTS = {
    "xl/workbook.xml": "xlsx",
    "xl/workbook.bin": "xlsb",
    "word/document.xml": "docx",
}
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HTML = re.compile(
    rb"<!doctype\s+html|<html[\s>]|<head[\s>]|<body[\s>]|<table[\s>]|<meta\s", re.IGNORECASE
)
_MHT = re.compile(rb"^content-type:\s*multipart/related|^mime-version:", re.IGNORECASE | re.M)
_PACKERS = {b"Rar!\x1a\x07": "RAR", b"7z\xbc\xaf\x27\x1c": "7-Zip", b"\x1f\x8b": "gzip"}
_IMAGES = {
    b"\xff\xd8\xff": "JPEG image",
    b"\x89PNG": "PNG image",
    b"II*\x00": "TIFF image",
    b"MM\x00*": "TIFF image",
    b"BM": "BMP image",
    b"GIF8": "GIF image",
    b"%OFD": "OFD document",
}


class Reader(Protocol):
    """What a module of this package offers."""

    def read(self, data: bytes, name: str) -> Document:
        """The document in these bytes."""


def read(data: bytes, name: str = "") -> Document:
    """Reads a file of any supported format.

    Args:
        data: the whole file.
        name: its name, for messages, and the last hint among plain text, Markdown and CSV.

    Raises:
        UnreadableFile: with a reason and a message that says what to do.
    """
    if not data.strip(b"\x00 \t\r\n"):
        raise UnreadableFile("empty_file", f"{name or 'the file'} holds nothing; publish it again")
    bounds.check("bytes of the file", len(data), bounds.MAX_BYTES)
    document = read_as(sniff(data), data, name)
    if not (document.blocks or document.unread_pages or document.unread_parts):
        raise UnreadableFile("empty_file", f"{name or 'the file'} shows nothing; publish it again")
    return document


def read_as(key: str, data: bytes, name: str) -> Document:
    """Reads bytes whose format is known."""
    module = import_module(f"ingest.readers.{READERS[key]}")
    return cast("Reader", module).read(data, name)


def sniff(data: bytes) -> str:
    """The format key of these bytes, one of `READERS`.

    Raises:
        UnreadableFile: `unknown_format`, `unsupported`, `encrypted` or `damaged`.
    """
    if data.startswith(b"PK"):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        from ingest.readers.ole import sniff_ole

        return sniff_ole(data)
    head = data[:4096]
    if b"%PDF-" in head[:1024]:
        return "pdf"
    if head.lstrip().startswith(b"{\\rtf"):
        return "rtf"
    _refuse_known(head)
    return _sniff_text(data)


def _sniff_zip(data: bytes) -> str:
    from ingest.readers.zips import open_zip, part

    with open_zip(data) as archive:
        names = set(archive.namelist())
        if "mimetype" in names and "content.xml" in names:
            return "ods" if b"spreadsheet" in part(archive, "mimetype") else "odt"
    return next((key for member, key in _ZIP_PARTS.items() if member in names), "zip")


def _refuse_known(head: bytes) -> None:
    for magic, what in _PACKERS.items():
        if head.startswith(magic):
            raise UnreadableFile("unsupported", f"{what} archive; unpack it and drop the files")
    for magic, what in _IMAGES.items():
        if head.startswith(magic):
            raise UnreadableFile("unsupported", f"{what}; only documents with a text are read")


def _sniff_text(data: bytes) -> str:
    from ingest.readers.encoding import decode

    head = data[:4096]
    if _MHT.search(head) and b"multipart/related" in head.lower():
        return "mht"
    text = decode(data[:200_000], partial=len(data) > 200_000)
    opening = text[:20_000].lstrip("\ufeff \t\r\n")
    if opening.startswith("<") and _HTML.search(opening.encode("utf-8")):
        return "html"
    return "text"
