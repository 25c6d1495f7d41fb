"""A zip of documents: one filing, its members' blocks one after the other in the order of names.

Nothing is written to disk. A member that cannot be read is named in `unread_parts` with its
reason, and the others are read; a zip of which nothing can be read is itself unreadable.
"""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from dataclasses import replace

from ingest.document import Block, Document, Paragraph, Place, UnreadableFile
from ingest.readers import bounds
from ingest.readers.sniff import READERS, read_as, sniff
from ingest.readers.zips import open_zip, unpacked

_IGNORED = frozenset(("thumbs.db", ".ds_store", "desktop.ini"))


def read(data: bytes, name: str) -> Document:
    """Reads every document in a zip.

    Raises:
        UnreadableFile: `outside_archive`, `too_large`, `damaged`, `empty_file`, or the reason of
            the only member.
    """
    return _read(data, name, 1)


def _read(data: bytes, name: str, depth: int) -> Document:
    if depth > bounds.MAX_DEPTH:
        raise bounds.too_large("zips inside zips", depth, bounds.MAX_DEPTH)
    blocks: list[Block] = []
    unread: list[tuple[str, str]] = []
    errors: list[UnreadableFile] = []
    pages = 0
    unread_pages: list[tuple[int, str]] = []
    for path, content in _members(data):
        try:
            part = _member(content, path, depth)
        except UnreadableFile as error:
            if error.reason in {"outside_archive", "too_large"}:
                raise
            errors.append(error)
            unread.append((path, error.reason))
            continue
        blocks += (_moved(block, pages, path) for block in part.blocks)
        unread += ((f"{path}/{inner}", reason) for inner, reason in part.unread_parts)
        unread_pages += ((page + pages, reason) for page, reason in part.unread_pages)
        pages += part.n_pages or 0
    if errors and not blocks:
        raise errors[0]
    if not blocks and not unread_pages:
        raise UnreadableFile("empty_file", f"{name or 'zip'} holds no document")
    return Document("zip", tuple(blocks), pages or None, tuple(unread_pages), tuple(unread))


def _member(content: bytes, path: str, depth: int) -> Document:
    key = sniff(content) if content.strip(b"\x00 \t\r\n") else ""
    if not key:
        raise UnreadableFile("empty_file", f"{path} holds nothing")
    return (
        _read(content, path, depth + 1)
        if READERS[key] == "archive"
        else read_as(key, content, path)
    )


def _moved(block: Block, pages: int, path: str) -> Block:
    """A block with its place told among all members: pages counted on, sheets by file.

    Text and Word have neither page nor sheet: there the member's path stands for the sheet.
    """
    if isinstance(block, Paragraph):
        return replace(block, place=_place(block.place, pages, path))
    cells = tuple(replace(cell, place=_place(cell.place, pages, path)) for cell in block.cells)
    return replace(block, cells=cells, place=_place(block.place, pages, path))


def _place(place: Place, pages: int, path: str) -> Place:
    if place.page is not None:
        return place._replace(page=place.page + pages)
    return place._replace(sheet=f"{path}/{place.sheet}" if place.sheet else path)


def _members(data: bytes) -> Iterator[tuple[str, bytes]]:
    """The documents of a zip in the order of their names, within the bounds."""
    with open_zip(data) as archive:
        infos = sorted(
            (info for info in archive.infolist() if info.filename and not info.is_dir()),
            key=lambda info: info.filename,
        )
        _check_names(infos)
        for info in infos:
            if not _ignored(info.filename):
                yield info.filename, unpacked(archive, info)


def _check_names(infos: list[zipfile.ZipInfo]) -> None:
    for info in infos:
        path = info.filename.replace("\\", "/")
        if path.startswith("/") or ".." in path.split("/") or path[1:2] == ":":
            raise UnreadableFile(
                "outside_archive", f"the zip names a file outside itself ({info.filename!r})"
            )


def _ignored(path: str) -> bool:
    parts = path.lower().replace("\\", "/").split("/")
    return parts[-1] in _IGNORED or "__macosx" in parts or parts[-1].startswith(("~$", "._"))
