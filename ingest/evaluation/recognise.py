"""Which tables and paragraphs are self-evaluation forms: by their labels, and the titles above."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from ingest.document import Block, Document, Grid, Paragraph
from ingest.evaluation.words import endings, key_of, keys_of, plain
from ingest.printed import ABOUT, NOTE, TRIVIAL
from ingest.text import fold

_YEAR = re.compile(r"\(?\d{4}年度?\)?")
_ASIDE = re.compile(r"\([^()]*\)$")
_WORDS = re.compile(r"[^\dA-Z.,%-]")
_NUMBERED = re.compile(r"\d{1,2}[.、]")
_PART = re.compile(r"第[一二三四五六七八九十]+部分.*")
LOOSE_LABELS = 3
"""How many labels of a form make running text under a form's title a form without its rules."""


def is_title(line: str) -> bool:
    """Whether a line is the title of a project's form."""
    return _named(line).endswith(endings("titles")) and not names_other(line)


def names_other(line: str) -> bool:
    """Whether a line is the title of an evaluation that is not of one project."""
    return _named(line).endswith(endings("other_titles"))


def _named(line: str) -> str:
    """A line as compared, without what it adds in brackets at its end."""
    folded = fold(line)
    return _ASIDE.sub("", folded) if folded.endswith(")") else folded


def is_caption(text: str) -> bool:
    """Whether a text is a form's title, year, filer or unit: what stands above a form."""
    folded = fold(text)
    about = _YEAR.fullmatch(folded) or ABOUT.fullmatch(folded)
    return is_title(text) or bool(about and _WORDS.search(folded))


def indicator_heads(texts: Iterable[str]) -> set[str]:
    """Which heads of the indicators are among these cells of one row; empty where too few are."""
    found = keys_of("indicators", texts)
    return found if "name" in found and found & {"level_1", "level_2"} else set()


def money_heads(texts: Iterable[str]) -> set[str]:
    """Which heads of the money are among these cells of one row; empty where too few are."""
    found = keys_of("money", texts)
    return (
        found
        if len(found & {"initial_budget", "budget", "executed", "execution_rate"}) > 1
        else set()
    )


def is_form(rows: Sequence[Sequence[str]]) -> bool:
    """Whether rows of cells are a form, or the part of one that holds its heads.

    Indicators with what was reached (a plan of targets has none), or the money under the name of
    a project.
    """
    all_texts = {text for row in rows for text in row}
    if not (indicator_heads(all_texts) or money_heads(all_texts)):
        return False
    named = any(key_of("fields", text) == "project" for row in rows for text in row[:1])
    listed = any(indicator_heads(row) & {"actual", "score"} for row in rows)
    paid = any(money_heads(row) for row in rows)
    return (listed and (named or paid)) or (named and paid)


def own_blocks(document: Document) -> frozenset[int]:
    """The positions in `document.blocks` that belong to such forms: tables, titles, notes.

    A form that was printed without rules, and so is running text, belongs too.
    """
    blocks = document.blocks
    own: set[int] = set()
    for at, block in enumerate(blocks):
        if isinstance(block, Grid) and is_form(_texts(block)):
            own |= {at, *_above(blocks, at), *_below(blocks, at)}
        elif isinstance(block, Paragraph) and at not in own and is_title(block.text):
            own |= set(_loose(blocks, at))
    return frozenset(own)


def loose_titles(document: Document) -> list[Paragraph]:
    """The titles of forms that are running text: forms without rules, which nothing reads."""
    blocks = document.blocks
    return [
        block
        for at, block in enumerate(blocks)
        if isinstance(block, Paragraph) and is_title(block.text) and _loose(blocks, at)
    ]


def _texts(grid: Grid) -> list[list[str]]:
    rows: list[list[str]] = [[] for _ in range(grid.n_rows)]
    for cell in grid.cells:
        if cell.text and not cell.text.isspace():
            rows[cell.row].append(cell.text)
    return rows


def _above(blocks: Sequence[Block], at: int) -> Iterable[int]:
    for i in range(at - 1, -1, -1):
        block = blocks[i]
        if not isinstance(block, Paragraph):
            return
        if not (is_caption(block.text) or TRIVIAL.fullmatch(fold(block.text))):
            return
        yield i
        if is_title(block.text):
            return


def _below(blocks: Sequence[Block], at: int) -> Iterable[int]:
    for i in range(at + 1, len(blocks)):
        block = blocks[i]
        if not isinstance(block, Paragraph):
            return
        text = fold(block.text)
        first = i == at + 1 and NOTE.match(text)
        if not (first or (i > at + 1 and _NUMBERED.match(text))):
            return
        yield i


def _loose(blocks: Sequence[Block], at: int) -> list[int]:
    """A title and the text under it that holds a form's labels, up to the next part or table."""
    run = [at]
    labels = 0
    for i in range(at + 1, len(blocks)):
        block = blocks[i]
        if not isinstance(block, Paragraph) or is_title(block.text):
            break
        if _PART.fullmatch(fold(block.text)):
            break
        first = plain(re.split(r"[\s:：]", block.text.strip(), maxsplit=1)[0])
        labels += bool(
            key_of("fields", first) or key_of("goals", first) or first == plain("绩效指标")
        )
        run.append(i)
    return run if labels >= LOOSE_LABELS else []
