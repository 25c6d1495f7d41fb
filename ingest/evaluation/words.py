"""The labels of self-evaluation forms, looked up whole; `labels.yml` holds them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache
from pathlib import Path
from typing import Any

from ingest.data_file import read_yaml
from ingest.text import fold, nfkc

_BREAK = re.compile(r"\s*\n\s*")
_BEFORE = re.compile(
    r"^(?:[一二三四五六七八九十]+、|\([一二三四五六七八九十]+\)|其中[:-]?|[-—]+)+(?=.)"
)
_AFTER = re.compile(
    r"(?:\((?:[万亿千]?元|\d+分?|总?分值?\d+分?|[A-Z](?:/[A-Z])?|[%％]|[A-Z]/[A-Z]×?100%?)\))+$"
)


@lru_cache(maxsize=65536)
def plain(text: str) -> str:
    """A label as compared: folded, without `其中`, enumerator, colon, unit and points."""
    bare = fold(text).rstrip(":;、")
    return _AFTER.sub("", _BEFORE.sub("", bare)).rstrip(":")


@cache
def _data() -> dict[str, Any]:
    loaded: dict[str, Any] = read_yaml(Path(__file__).with_name("labels.yml"))
    return loaded


@cache
def words(name: str) -> frozenset[str]:
    """A list of `labels.yml`, as compared."""
    return frozenset(plain(word) for word in _data()[name])


@cache
def _keys(name: str) -> dict[str, str]:
    return {plain(word): key for key, listed in _data()[name].items() for word in listed}


def key_of(name: str, text: str) -> str | None:
    """The key under which a mapping of `labels.yml` lists this label; None where it does not."""
    return _keys(name).get(plain(text))


def keys_of(name: str, texts: Iterable[str]) -> set[str]:
    """The keys under which a mapping of `labels.yml` lists any of these labels."""
    known = _keys(name)
    return {known[word] for word in known.keys() & set(map(plain, texts))}


@cache
def endings(name: str) -> tuple[str, ...]:
    """A list of `labels.yml` for `str.endswith`, folded."""
    return tuple(fold(word) for word in _data()[name])


def unwrapped(text: str) -> str:
    """A name without the line breaks of a narrow cell."""
    return _BREAK.sub("", text)


def narrow(text: str) -> str:
    """NFKC without white space: unlike `fold` it keeps `<` and `>`, which are no quotes here."""
    return "".join(nfkc(text).split())


@cache
def spellings(name: str) -> tuple[tuple[str, str], ...]:
    """(spelling, key) of a mapping, narrow, the longest first."""
    pairs = {(narrow(word), key) for key, listed in _data()[name].items() for word in listed}
    return tuple(sorted(pairs, key=lambda pair: (-len(pair[0]), pair)))
