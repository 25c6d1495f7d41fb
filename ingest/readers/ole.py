"""What is inside an OLE container (the old office files): told by its directory, not its name."""

from __future__ import annotations

import io
import struct

import olefile  # type: ignore[import-untyped]

from ingest.document import UnreadableFile

_BROKEN = (
    OSError, ValueError, IndexError, KeyError, TypeError, AttributeError, RecursionError,
    struct.error, OverflowError,
)  # fmt: skip
"""What olefile raises on broken containers."""
_STREAMS = {
    "workbook": "xls",
    "book": "xls",
    "worddocument": "doc",
}


def sniff_ole(data: bytes) -> str:
    """The format key of an OLE container.

    Raises:
        UnreadableFile: `encrypted` for a locked docx or xlsx, `damaged`, `unknown_format`.
    """
    streams = _streams(data)
    if "encryptedpackage" in streams:
        raise UnreadableFile("encrypted", "the file needs a password; publish it without one")
    for stream, key in _STREAMS.items():
        if stream in streams:
            return key
    raise UnreadableFile(
        "unknown_format",
        f"an office container that holds neither a text nor a workbook, but {sorted(streams)}",
    )


def _streams(data: bytes) -> set[str]:
    """The names at the top of the container, in lower case."""
    try:
        with olefile.OleFileIO(io.BytesIO(data)) as container:
            return {entry.name.lower() for entry in container.root.kids}
    except _BROKEN as error:
        raise UnreadableFile(
            "damaged", f"an office file whose directory cannot be read ({error}); fetch it again"
        ) from error
