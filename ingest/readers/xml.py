"""Parsing the XML inside office files, with every door to the outside shut.

No entity is resolved, no DTD is accepted, nothing is fetched: an office file needs none of it,
so a file that brings one is refused.
"""

from __future__ import annotations

import zipfile
import zlib

from lxml import etree

from ingest.document import UnreadableFile
from ingest.readers import bounds


def parse(data: bytes, what: str) -> etree._Element:
    """The root element of a part.

    Raises:
        UnreadableFile: `damaged` for XML that is not well-formed or brings a DTD.
    """
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data[:4096]:
        raise UnreadableFile(
            "damaged", f"{what} declares entities, as no office program does; it is not read"
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False
    )
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(
            "damaged", f"{what} is not well-formed ({error}); open the file and save it again"
        ) from error


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part of an office file.

    Raises:
        UnreadableFile: `damaged`, `encrypted`, `too_large`.
    """
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise UnreadableFile("damaged", f"the part {name} is missing; save it again") from error
    return unpacked(archive, info)


def unpacked(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """A member of a zip, unpacked up to the limits.

    Raises:
        UnreadableFile: `damaged`, `encrypted`, `too_large`.
    """
    name, budget = info.filename, bounds.MAX_UNPACKED_BYTES
    if info.flag_bits & 1:
        raise UnreadableFile("encrypted", f"{name} needs a password; publish it without one")
    bounds.check(f"unpacked bytes of {name}", info.file_size, budget)
    if info.file_size > 2**20:
        ratio = info.file_size // max(info.compress_size, 1)
        bounds.check(f"unpacked over packed size of {name}", ratio, bounds.MAX_RATIO)
    try:
        with archive.open(info) as stream:
            data = stream.read(info.file_size + 1)
    except (
        zipfile.BadZipFile,
        zlib.error,
        EOFError,
        OSError,
        NotImplementedError,
        RuntimeError,
    ) as error:
        raise UnreadableFile(
            "damaged", f"{name} cannot be unpacked ({error}); fetch the file again"
        ) from error
    if len(data) > info.file_size:
        raise UnreadableFile("damaged", f"{name} is larger than declared; it is not read")
    return data
