"""What kind of line a paragraph is, and which topic its section has. By shape, not by place."""

from __future__ import annotations

import re
from functools import lru_cache

from ingest.narrative.lexicon import Topic, topics
from ingest.text import fold

PART = 0
_LONGEST = 60
_LEVELS = (
    (PART, re.compile(r"第[一二三四五六七八九十]{1,3}部分")),
    (
        1,
        re.compile(r"[一二三四五六七八九十]{1,3}[、.,:]|[一二三四五六七八九十]{1,3}(?=20\d\d年)"),
    ),
    (2, re.compile(r"\([一二三四五六七八九十]{1,3}\)[、.]?")),
    (3, re.compile(r"\d{1,2}[、.](?!\d)")),
    (4, re.compile(r"\(\d{1,2}\)[、.]?|\d{1,2}\)|[①②③④⑤⑥⑦⑧⑨⑩]")),
)
_BARE = re.compile(r"(?:专业|有关)?名词解释|情况说明|附件[一二三\d]?|附表|部门概况|单位概况|概况")
_ENDS = re.compile(r"(?:情况|说明|解释|\([类款项]\))[。:]$")
_NO_HEADING = re.compile(r"[。;,!?]|:.")
_NOTE = re.compile(r"(?:注|备注|说明)[:1-9]")
_LEADER = re.compile(r"[.…·．⋯-]{3,}\d*$|\t\d+$|[.…]+\d+$")
PAGE_NUMBER = re.compile(
    r"[-—–―·~]+\d{1,4}[-—–―·~]+|第\d{1,4}页(?:[,/]?共\d{1,4}页)?|\d{1,4}/\d{1,4}"
)


@lru_cache(maxsize=4096)
def level(text: str) -> int | None:
    """The level of a heading (0 a part, 1 一、, 2 （一）, 3 1., 4 （1）); none for other lines."""
    line = fold(text)
    if _BARE.fullmatch(line):
        return PART
    for depth, shape in _LEVELS:
        m = shape.match(line)
        if m:
            title = line[m.end() :]
            closed = title[:-1] if _ENDS.search(title) else title
            short = 0 < len(title) <= _LONGEST or depth == PART
            return depth if short and not _NO_HEADING.search(closed) else None
    return None


def is_contents(text: str) -> bool:
    """Whether a line ends in a leader with a page number."""
    return bool(_LEADER.search(fold(text))) or bool(re.search(r"\t\s*\d+\s*$|PAGEREF", text))


def is_note(text: str) -> bool:
    """A note of a table."""
    return bool(_NOTE.match(fold(text)))


def starts_list(text: str) -> bool:
    """Whether a line opens with an enumerator."""
    line = fold(text)
    return any(shape.match(line) for _, shape in _LEVELS) or line[:1] in "-·*●★"


@lru_cache(maxsize=4096)
def topic_of(heading: str) -> Topic | None:
    """The topic that a heading names."""
    line = fold(heading)
    return next((t for t in topics() if t.heading.search(_title(line))), None)


def _title(line: str) -> str:
    for _, shape in _LEVELS[1:]:
        m = shape.match(line)
        if m:
            return line[m.end() :].rstrip("。:")
    return line.rstrip("。:")
