"""Mutations of a file's bytes that leave all that it prints as it is: another dress.

Encodings, line ends, entities, optional tags, split runs, packing: the truth stays the same.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from corpus.print_docx import EPOCH

Dress = Callable[[bytes, Random], bytes]
_DIGIT = re.compile(r">(\d)")
_RUN = re.compile(r'<w:t xml:space="preserve">([^<]{2,})</w:t></w:r>')
WORDS = "word/document.xml"


def dressed(content: bytes, form: str, rng: Random) -> tuple[str, bytes]:
    """The file in another dress, and its name; formats without one keep theirs."""
    name = rng.choice(sorted(DRESSES.get(form, {"same": _same})))
    return name, DRESSES.get(form, {"same": _same})[name](content, rng)


def _same(content: bytes, _rng: Random) -> bytes:
    return content


def _encoded(encoding: str) -> Dress:
    return lambda content, _rng: content.decode().encode(encoding)


def _windows_lines(content: bytes, _rng: Random) -> bytes:
    return content.replace(b"\n", b"\r\n")


def _blanks_at_line_ends(content: bytes, rng: Random) -> bytes:
    lines = content.decode().split("\n")
    return "\n".join(
        line + "\u3000" if line.strip() and rng.random() < 0.2 else line for line in lines
    ).encode()


def _page_in(encoding: str) -> Dress:
    def dress(content: bytes, _rng: Random) -> bytes:
        return content.decode().replace('charset="utf-8"', f'charset="{encoding}"').encode(encoding)

    return dress


def _digits_as_entities(content: bytes, rng: Random) -> bytes:
    def entity(found: re.Match[str]) -> str:
        return f">&#{ord(found.group(1))};" if rng.random() < 0.3 else found.group()

    return _DIGIT.sub(entity, content.decode()).encode()


def _without_end_tags(content: bytes, _rng: Random) -> bytes:
    return re.sub(rb"</t[dr]>|</p>", b"", content)


def _capital_tags(content: bytes, _rng: Random) -> bytes:
    return re.sub(rb"<(/?)(t[dr]|table|p)\b", lambda m: b"<" + m[1] + m[2].upper(), content)


def _comments(content: bytes, rng: Random) -> bytes:
    return _sometimes(content, b"</td>", b"<!-- 9.99 --></td>", rng)


def _wrapped(content: bytes, rng: Random) -> bytes:
    wrapped = re.sub(rb"<td([^>]*)>([^<]+)</td>", rb"<td\1><p><span>\2</span></p></td>", content)
    return _sometimes(wrapped, b"<span>", b"<span><b></b>", rng)


def _sometimes(content: bytes, old: bytes, new: bytes, rng: Random) -> bytes:
    first, *rest = content.split(old)
    return first + b"".join((new if rng.random() < 0.3 else old) + part for part in rest)


def _repacked(
    content: bytes,
    rng: Random,
    *,
    method: int = zipfile.ZIP_DEFLATED,
    extra: bool = False,
    change: Callable[[str, bytes, Random], bytes] | None = None,
) -> bytes:
    """The zip with its members in another order, and perhaps one more."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        members = [(name, package.read(name)) for name in package.namelist()]
    head, rest = members[:1], members[1:]
    rng.shuffle(rest)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as package:
        for name, data in head + rest:
            package.writestr(_entry(name), change(name, data, rng) if change else data, method)
        if extra:
            package.writestr(_entry("__MACOSX/._junk"), b"\0\5\7", method)
    return out.getvalue()


def _entry(name: str) -> zipfile.ZipInfo:
    return zipfile.ZipInfo(name, EPOCH)


def _stored(content: bytes, rng: Random) -> bytes:
    return _repacked(content, rng, method=zipfile.ZIP_STORED)


def _one_member_more(content: bytes, rng: Random) -> bytes:
    return _repacked(content, rng, extra=True)


def _trailing(content: bytes, rng: Random) -> bytes:
    return content + rng.randbytes(20).replace(b"PK", b"  ")


def _runs_split(content: bytes, rng: Random) -> bytes:
    """Runs cut in two, as spell checkers leave them, with something struck out between."""

    def cut(found: re.Match[str]) -> str:
        if rng.random() > 0.3:
            return found.group()
        text, at = found.group(1), rng.randrange(1, len(found.group(1)))
        between = '<w:del><w:r><w:delText>7</w:delText></w:r></w:del><w:proofErr w:type="gramEnd"/>'
        first, second = (
            f'<w:t xml:space="preserve">{part}</w:t></w:r>' for part in (text[:at], text[at:])
        )
        return f"{first}{between}<w:r>{second}"

    def change(name: str, data: bytes, _rng: Random) -> bytes:
        is_entity = b"&" in data
        return data if name != WORDS or is_entity else _RUN.sub(cut, data.decode()).encode()

    return _repacked(content, rng, change=change)


_ZIPS: dict[str, Dress] = {
    "stored": _stored,
    "one_member_more": _one_member_more,
    "trailing_bytes": _trailing,
}
DRESSES: dict[str, dict[str, Dress]] = {
    "txt": {
        "gb18030": _encoded("gb18030"),
        "utf-16": _encoded("utf-16"),
        "utf-8-sig": _encoded("utf-8-sig"),
        "windows_lines": _windows_lines,
        "blanks_at_line_ends": _blanks_at_line_ends,
    },
    "html": {
        "gb18030": _page_in("gb18030"),
        "utf-16": _page_in("utf-16"),
        "entities": _digits_as_entities,
        "no_end_tags": _without_end_tags,
        "capital_tags": _capital_tags,
        "comments": _comments,
        "wrapped": _wrapped,
        "windows_lines": _windows_lines,
    },
    "xlsx": _ZIPS,
    "docx": {**_ZIPS, "runs_split": _runs_split},
    "zip": _ZIPS,
    "pdf": {"trailing_bytes": _trailing},
}
