"""What a web page does not show: elements hidden by an attribute, a style, or a style sheet.

They are taken out before the page is read. Only plain rules of the page's own style sheets count:
no media, no scripts. What is hidden of a table is named, for a script might show it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

_GONE = re.compile(r"display\s*:\s*none", re.IGNORECASE)
_UNSEEN = re.compile(r"visibility\s*:\s*hidden", re.IGNORECASE)
_COMMENT = re.compile(r"/\*.*?\*/|<!--|-->", re.DOTALL)
_AT_BLOCK = re.compile(r"@[^{};]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}")
_RULE = re.compile(r"([^{};]+)\{([^{}]*)\}")
_PSEUDO = re.compile(r":+([\w-]*)")
_PLACES = frozenset(("first-child", "last-child", "nth-child", "nth-last-child", "nth-of-type"))
_DIGIT = re.compile(r"\d")
_CELLS = frozenset(("table", "thead", "tbody", "tfoot", "tr", "td", "th"))
_NAMED = 30
"""How much of a hidden text names it."""


def drop_hidden(parser: LexborHTMLParser) -> list[str]:
    """Takes out what is hidden; returns the first words of each part of a table with a number.

    What is not displayed leaves no place; what is not visible leaves its place blank.
    """
    gone, unseen = _hidden(parser)
    ids = {node.mem_id for node in (*gone, *unseen)}
    names: list[str] = []
    for node in _outermost([*gone, *unseen], ids):
        text = " ".join(node.text(separator=" ").split())
        if _DIGIT.search(text) and (node.tag in _CELLS or node.css_first("table") is not None):
            names.append(text[:_NAMED])
        if node.mem_id in {one.mem_id for one in gone}:
            node.decompose()
        else:
            node.inner_html = ""
    return names


def _hidden(parser: LexborHTMLParser) -> tuple[list[LexborNode], list[LexborNode]]:
    """The elements that are not displayed, and those that are not visible."""
    gone = parser.css("[hidden]")
    unseen: list[LexborNode] = []
    for node in parser.css("[style]"):
        style = node.attributes.get("style") or ""
        gone += [node] if _GONE.search(style) else []
        unseen += [node] if _UNSEEN.search(style) else []
    for selector, rule in _rules(parser):
        (gone if _GONE.search(rule) else unseen).extend(_selected(parser, selector))
    return gone, unseen


def _outermost(nodes: list[LexborNode], ids: set[int]) -> list[LexborNode]:
    """Each node once, without those inside another."""
    found: dict[int, LexborNode] = {}
    for node in nodes:
        above = node.parent
        while above is not None and above.mem_id not in ids:
            above = above.parent
        if above is None:
            found[node.mem_id] = node
    return list(found.values())


def _rules(parser: LexborHTMLParser) -> Iterator[tuple[str, str]]:
    """The selectors and bodies of the rules that hide."""
    for sheet in parser.css("style"):
        text = sheet.text() or ""
        if not (_GONE.search(text) or _UNSEEN.search(text)):
            continue
        for selectors, body in _RULE.findall(_AT_BLOCK.sub("", _COMMENT.sub("", text))):
            if _GONE.search(body) or _UNSEEN.search(body):
                plain = (part.strip() for part in selectors.split(","))
                yield from ((one, body) for one in plain if set(_PSEUDO.findall(one)) <= _PLACES)


def _selected(parser: LexborHTMLParser, selector: str) -> list[LexborNode]:
    """The elements of a selector; none where it is none."""
    try:
        return [node for node in parser.css(selector) if node.tag not in ("html", "body")]
    except SelectolaxError:
        return []
