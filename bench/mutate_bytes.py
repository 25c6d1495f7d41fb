"""Damage to a file's bytes: what a bad disk, a cut download or a careless program does.

What the damaged file prints is not known; the fuzz run looks it up in the bytes.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from random import Random

from corpus.print_docx import EPOCH

Damage = Callable[[bytearray, Random], None]
PACKED = ("xlsx", "docx", "zip")


def damaged(content: bytes, form: str, rng: Random) -> tuple[str, bytes]:
    """The file with one kind of damage, and its name. Of a zip, often a member is damaged."""
    name = rng.choice(sorted(DAMAGES))
    if form in PACKED and rng.random() < 0.7:
        return f"{name} inside", _inside(content, DAMAGES[name], rng)
    data = bytearray(content)
    DAMAGES[name](data, rng)
    return name, bytes(data)


def _inside(content: bytes, damage: Damage, rng: Random) -> bytes:
    """The zip packed anew, sound, around a damaged member; or with two members swapped."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = {name: package.read(name) for name in package.namelist()}
    largest = sorted(members, key=lambda name: len(members[name]))[-4:]
    victim = rng.choice(largest)
    if rng.random() < 0.15:
        other = rng.choice(largest)
        members[victim], members[other] = members[other], members[victim]
    else:
        data = bytearray(members[victim])
        damage(data, rng)
        members[victim] = bytes(data)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, member in members.items():
            package.writestr(zipfile.ZipInfo(name, EPOCH), member, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def _spot(data: bytearray, rng: Random) -> int:
    return rng.randrange(len(data)) if data else 0


def _flipped(data: bytearray, rng: Random) -> None:
    for _ in range(rng.choice((1, 1, 3, 20))):
        if data:
            data[_spot(data, rng)] ^= 1 << rng.randrange(8)


def _truncated(data: bytearray, rng: Random) -> None:
    del data[_spot(data, rng) :]


def _cut_out(data: bytearray, rng: Random) -> None:
    at = _spot(data, rng)
    del data[at : at + rng.choice((1, 5, 60, 2_000))]


def _doubled(data: bytearray, rng: Random) -> None:
    at = _spot(data, rng)
    data[at:at] = data[at : at + rng.choice((1, 30, 500))]


def _noise(data: bytearray, rng: Random) -> None:
    at = _spot(data, rng)
    data[at:at] = rng.randbytes(rng.choice((1, 4, 100)))


def _zeroed(data: bytearray, rng: Random) -> None:
    at = _spot(data, rng)
    wide = min(rng.choice((1, 16, 512)), len(data) - at)
    data[at : at + wide] = bytes(wide)


def _other_encoding(data: bytearray, rng: Random) -> None:
    """A piece in another encoding, as when two files were put together."""
    at = _spot(data, rng)
    piece = "合计\t1,234.56\r\n".encode(rng.choice(("gb18030", "utf-16-le", "utf-8")))
    data[at:at] = piece


def _tag_lost(data: bytearray, rng: Random) -> None:
    """A piece between angle brackets, or up to a tab, goes."""
    at = _spot(data, rng)
    begin = max(data.rfind(b"<", 0, at), data.rfind(b"\t", 0, at))
    ends = [end for end in (data.find(b">", begin), data.find(b"\t", begin + 1)) if end > begin]
    if begin >= 0 and ends:
        del data[begin : min(ends) + 1]


DAMAGES: dict[str, Damage] = {
    "flipped": _flipped,
    "truncated": _truncated,
    "cut_out": _cut_out,
    "doubled": _doubled,
    "noise": _noise,
    "zeroed": _zeroed,
    "other_encoding": _other_encoding,
    "tag_lost": _tag_lost,
}
