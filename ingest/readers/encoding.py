"""The text in bytes, by content: UTF-8 and UTF-16 with a mark, UTF-8, GB18030; nothing guessed.

What belongs here: telling encodings apart, and telling text from noise. GB18030 decodes nearly
anything, so its answer is only believed when the text reads like Chinese.
"""

from __future__ import annotations

import codecs
import re

from ingest.document import UnreadableFile
from ingest.readers.plausible import plausible_share

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROL = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CJK = re.compile("[\u3400-\u9fff\uff00-\uffef\u3000-\u303f]")
_SURE = 0.85


def decode(data: bytes, *, partial: bool = False) -> str:
    """The text of a file in one encoding.

    Args:
        data: the bytes.
        partial: whether they may end inside a character.

    Raises:
        UnreadableFile: `damaged` for text that breaks off its encoding, naming the byte;
            `unknown_format` for bytes that are no text at all.
    """
    text = _decode(data, partial=partial)
    control = _CONTROL.search(text)
    if control:
        raise UnreadableFile(
            "unknown_format",
            f"expected text, found the control character {control.group()!r} at character "
            f"{control.start():,}: neither a text nor a known document",
        )
    if plausible_share(text) < _SURE:
        raise UnreadableFile(
            "damaged",
            "the characters do not read as Chinese text: it was saved in the wrong encoding; "
            "save it again as UTF-8 from its source",
        )
    return text


def _decode(data: bytes, *, partial: bool) -> str:
    for mark, name in _MARKS:
        if data.startswith(mark):
            return _strict(data, name, partial=partial)
    try:
        return _strict(data, "utf-8", partial=partial)
    except UnreadableFile as error:
        return _gb18030(data, error, partial=partial)


def _gb18030(data: bytes, utf8_error: UnreadableFile, *, partial: bool) -> str:
    """The text as GB18030, unless a line of it is plainly UTF-8 or it reads like noise."""
    for line in data.split(b"\n")[: -1 if partial else None]:
        if len(line) >= 6 and not line.isascii() and _is_utf8_chinese(line):
            raise utf8_error
    text = _strict(data, "gb18030", partial=partial)
    if plausible_share(text) < _SURE:
        raise utf8_error
    return text


def _is_utf8_chinese(line: bytes) -> bool:
    try:
        return len(_CJK.findall(line.decode("utf-8"))) >= 2
    except UnicodeDecodeError:
        return False


def _strict(data: bytes, name: str, *, partial: bool) -> str:
    decoder = codecs.getincrementaldecoder(name)("strict")
    try:
        return decoder.decode(data, not partial)
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            "damaged",
            f"expected text in UTF-8, UTF-16 with a mark, or GB18030; as {name} it breaks at "
            f"byte {error.start:,} ({error.reason}); save it again in one encoding",
        ) from error
