"""Opening zips and their members, within the bounds; docx and xlsx are zips as well."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib

from ingest.document import UnreadableFile
from ingest.readers import bounds, xml

ERRORS = (
    zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, LookupError,
    NotImplementedError, RuntimeError, OverflowError,
)  # fmt: skip
"""What `zipfile` raises on broken input."""


def open_zip(data: bytes) -> zipfile.ZipFile:
    """The zip in these bytes; names not marked as UTF-8 are GB 18030, as Windows writes them.

    Raises:
        UnreadableFile: `damaged`, or `too_large` for what unpacks to more than any filing.
    """
    try:
        try:
            archive = zipfile.ZipFile(io.BytesIO(data), metadata_encoding="gb18030")
        except UnicodeDecodeError:
            archive = zipfile.ZipFile(io.BytesIO(data))
    except ERRORS as error:
        raise UnreadableFile(
            "damaged",
            f"a zip, docx or xlsx whose table of contents cannot be read ({error}); "
            "it is probably cut off: fetch it again",
        ) from error
    check_sizes(archive.infolist())
    return archive


def check_sizes(infos: list[zipfile.ZipInfo]) -> None:
    """Whether what a zip says of its members is within the bounds, all together.

    Raises:
        UnreadableFile: `too_large`.
    """
    bounds.check("files in the zip", len(infos), bounds.MAX_MEMBERS)
    total = sum(info.file_size for info in infos)
    bounds.check("unpacked bytes of the zip", total, bounds.MAX_UNPACKED_BYTES)
    packed = sum(info.compress_size for info in infos)
    if total > 10 * 2**20:
        bounds.check("unpacked over packed size", total // max(packed, 1), bounds.MAX_RATIO)


def part(archive: zipfile.ZipFile, name: str) -> bytes:
    """One part of an office file.

    Raises:
        UnreadableFile: `damaged`, `encrypted`, `too_large`.
    """
    try:
        info = archive.getinfo(name)
    except KeyError as error:
        raise UnreadableFile("damaged", f"the part {name} is missing; save it again") from error
    data = unpacked(archive, info)
    if name.endswith(".xml"):
        xml.refuse_entities(data, name)
    return data


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
    except ERRORS as error:
        raise UnreadableFile(
            "damaged", f"{name} cannot be unpacked ({error}); fetch the file again"
        ) from error
    if len(data) > info.file_size:
        raise UnreadableFile("damaged", f"{name} is larger than declared; it is not read")
    return data
