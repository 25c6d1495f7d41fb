"""Zips: a bundle is one filing; and the ways in which a zip can be hostile."""

from __future__ import annotations

import io
import zipfile

import pytest

from ingest.document import Grid, Paragraph, UnreadableFile
from ingest.readers import read


def bundle(members: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    return out.getvalue()


def test_members_in_the_order_of_names_with_their_places() -> None:
    data = bundle(
        {
            "b表.txt": "合计\t1".encode(),
            "a说明.txt": "决算说明".encode("gb18030"),
            "__MACOSX/._a.txt": b"\x00\x05",
            "Thumbs.db": b"\xd0\xcf",
            "c坏.pdf": b"%PDF-1.5 nothing",
        }
    )
    document = read(data, "a.zip")
    first, second = document.blocks
    assert isinstance(first, Paragraph)
    assert isinstance(second, Grid)
    assert (first.text, first.place.sheet, first.place.line) == ("决算说明", "a说明.txt", 1)
    assert (second.cells[1].text, second.cells[1].place.sheet) == ("1", "b表.txt")
    assert document.unread_parts == (("c坏.pdf", "damaged"),)


def test_names_in_the_encoding_of_windows() -> None:
    data = bundle({"xxxx.txt": "决算".encode()})
    renamed = data.replace(b"xxxx", "说明".encode("gb18030"))
    (block,) = read(renamed).blocks
    assert block.place.sheet == "说明.txt"


@pytest.mark.parametrize("name", ["../a.txt", "/etc/a.txt", "a/../../b.txt", "C:\\a.txt", "..\\a"])
def test_names_outside_the_zip_are_refused(name: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(bundle({name: "决算".encode()}))
    assert caught.value.reason == "outside_archive"


def test_bombs_are_not_unpacked() -> None:
    bomb = bundle({"a.txt": b"0" * 30_000_000})
    for data in (bomb, bundle({"a.zip": bomb}), bundle({f"{i}.txt": b"1" for i in range(2001)})):
        with pytest.raises(UnreadableFile) as caught:
            read(data)
        assert caught.value.reason == "too_large"


def test_zips_in_zips_have_an_end() -> None:
    inner = bundle({"a.txt": "决算".encode()})
    assert read(bundle({"b.zip": inner})).blocks[0].place.sheet == "b.zip/a.txt"
    with pytest.raises(UnreadableFile) as caught:
        read(bundle({"c.zip": bundle({"b.zip": inner})}))
    assert caught.value.reason == "too_large"


def test_a_zip_of_nothing_readable_says_why() -> None:
    for members, reason in (({}, "empty_file"), ({"a.pdf": b"%PDF-1.4"}, "damaged")):
        with pytest.raises(UnreadableFile) as caught:
            read(bundle(members))
        assert caught.value.reason == reason
