"""The words of a form: who and what stands above the money, the goals, the total, the analysis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from ingest.document import Cell
from ingest.evaluation.numbers import is_number, number
from ingest.evaluation.sheet import Form, Line, Section
from ingest.evaluation.words import key_of, plain, words
from ingest.text import fold, squeeze

_CODED = re.compile(r"[(\[]?(\d{3,12})[)\]]?[-_:.、]?(\D.*)")
_CODED_AFTER = re.compile(r"(\D+?)[-_:]?[(\[]?(\d{3,12})[)\]]?")
_GRADE = re.compile(r"\(?(\D{1,3})\)?")
_TOTAL_WITH_GRADE = re.compile(r"(\d+(?:\.\d+)?)分?[(,、]?(\D{1,3}?)\)?")


@dataclass(frozen=True, slots=True)
class Said:
    """A text with its label and the cell it stands in."""

    label: str
    text: str
    cell: Cell


@dataclass(frozen=True, slots=True)
class Total:
    """The total score, the grade beside it, and its line."""

    line: Line
    score: Decimal | None
    grade: str | None


def coded(text: str) -> tuple[str | None, str]:
    """Code and name of `025-襄垣县信访局`; no code where none is printed."""
    folded = squeeze(fold(text))
    before, after = _CODED.fullmatch(folded), _CODED_AFTER.fullmatch(folded)
    if before:
        return before[1], before[2]
    return (after[2], after[1]) if after else (None, squeeze(text))


def read_fields(form: Form) -> tuple[dict[str, Said], list[Line]]:
    """Field → what is said right of its label; and the lines with cells that no label explains."""
    found: dict[str, Said] = {}
    unknown: list[Line] = []
    for line in form.lines("fields"):
        cells = list(line.filled.values())
        while cells:
            label = cells.pop(0)
            key = key_of("fields", label.text)
            if key is None and plain(label.text) not in words("left_aside"):
                if plain(label.text) not in words("parts"):
                    unknown.append(line)
                    break
                continue
            if cells and not _is_label(cells[0].text):
                value = cells.pop(0)
                if key:
                    found.setdefault(key, Said(squeeze(label.text), value.text, value))
    return found, unknown


def _is_label(text: str) -> bool:
    return key_of("fields", text) is not None or plain(text) in words("left_aside")


def read_goals(form: Form) -> tuple[dict[str, list[Said]], list[Line]]:
    """`target` and `achieved` with their texts; and lines whose texts stand under neither."""
    found: dict[str, list[Said]] = {}
    unknown: list[Line] = []
    for section in form.of("goals"):
        heads = _goal_heads(section)
        for line in section.lines:
            cells = {c: x for c, x in line.filled.items() if plain(x.text) not in words("parts")}
            said = _goals_in(cells, heads) if heads else _pairs(cells)
            if said is None:
                unknown.append(line)
                continue
            for key, text in said:
                found.setdefault(key, []).append(text)
    return found, unknown


def _goal_heads(section: Section) -> dict[int, tuple[str, str]]:
    return {
        col: (key, squeeze(cell.text))
        for line in section.heads
        for col, cell in line.filled.items()
        if (key := key_of("goals", cell.text))
        and (plain(cell.text) not in words("parts") or len(line.filled) == 1)
    }


def _goals_in(
    cells: dict[int, Cell], heads: dict[int, tuple[str, str]]
) -> list[tuple[str, Said]] | None:
    """Texts under their heads: each under the last head that begins no further right."""
    said: list[tuple[str, Said]] = []
    for col, cell in cells.items():
        left = [at for at in heads if at <= col]
        if not left:
            return None
        key, label = heads[max(left)]
        said.append((key, Said(label, cell.text, cell)))
    return said


def _pairs(cells: dict[int, Cell]) -> list[tuple[str, Said]] | None:
    """Labels with their texts in the same row."""
    said: list[tuple[str, Said]] = []
    rest = list(cells.values())
    while rest:
        label = rest.pop(0)
        key = key_of("goals", label.text)
        if key is None or not rest:
            return None
        value = rest.pop(0)
        said.append((key, Said(squeeze(label.text), value.text, value)))
    return said


def read_total(form: Form, expected: Decimal | None) -> Total | None:
    """The total score: the last number of its line; alone where 分值 stands, only if it adds up."""
    line = next(form.lines("total"), None)
    if line is None:
        return None
    texts = [cell.text for cell in line.filled.values()][1:]
    joined = next((m for t in texts if (m := _TOTAL_WITH_GRADE.fullmatch(fold(t)))), None)
    if joined and joined[2] in words("grades"):
        return Total(line, Decimal(joined[1]), joined[2])
    numbers = [n for t in texts if (n := number(t)) is not None]
    grade = next((m[1] for t in texts if (m := _GRADE.fullmatch(fold(t)))), None)
    grade = grade if grade in words("grades") else None
    certain = len(numbers) > 1 or grade or _under(form, line, "score")
    certain = certain or (len(numbers) == 1 and numbers[0] == expected)
    return Total(line, numbers[-1] if numbers and certain else None, grade)


def _under(form: Form, line: Line, field: str) -> bool:
    heads = [head for section in form.of("indicators") for head in section.heads]
    columns = [
        range(col, col + cell.col_span)
        for head in heads[-1:]
        for col, cell in head.filled.items()
        if key_of("indicators", cell.text) == field
    ]
    return any(is_number(c.text) and col in r for r in columns for col, c in line.filled.items())


def read_analysis(form: Form) -> tuple[list[Said], list[Line]]:
    """The texts of the analysis by label; and lines that are none."""
    found: list[Said] = []
    unknown: list[Line] = []
    for line in form.lines("analysis"):
        cells = [c for c in line.filled.values() if plain(c.text) not in words("parts")]
        labels = [c for c in cells if plain(c.text) in words("analysis")]
        rest = [c for c in cells if c not in labels]
        if labels and len(rest) <= 1:
            found += [Said(squeeze(labels[-1].text), cell.text, cell) for cell in rest]
        elif cells and not _aside(cells):
            unknown.append(line)
    return found, unknown


def _aside(cells: list[Cell]) -> bool:
    """Whether cells are labels left aside, with their values."""
    first = plain(cells[0].text)
    aside = first in words("left_aside") or key_of("fields", first) is not None
    return aside or any(first.startswith(f"{word}:") for word in words("left_aside"))
