"""Findings for a person at a terminal: by file and severity, the place first, then what to do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from rich.console import Console
from rich.text import Text

from juesuan.places import located, where

STYLES = {"error": "bold red", "warn": "yellow", "info": "cyan"}
WORDS = {
    "zh": {
        "error": "错误", "warn": "警告", "info": "提示", "none": "没有发现问题",
        "count": "{word} {n} 项", "counts": "{word} {n} 项",
        "numbers": "印 {printed}，应 {expected}{unit}，差 {difference}",
        "blank": "空白", "whole": "全文", "between": "，",
    },
    "en": {
        "error": "error", "warn": "warning", "info": "note", "none": "no findings",
        "count": "{n} {word}", "counts": "{n} {word}s",
        "numbers": "{printed} printed, {expected}{unit} expected, off by {difference}",
        "blank": "blank", "whole": "whole file", "between": ", ",
    },
}  # fmt: skip

Row = Mapping[str, Any]


def show(rows: Sequence[Row], files: Iterable[str], lang: str, console: Console) -> None:
    """Print the findings of each file, one without any too."""
    for file in files:
        mine = [row for row in rows if row["file"] == file]
        console.print(_head(file, mine, lang), soft_wrap=True)
        for row in mine:
            for line in _lines(row, lang):
                _print(line, console)


def _print(text: Text, console: Console) -> None:
    """Wrap by the width of what is shown, a Chinese character two columns; keep the indent."""
    indent = len(text.plain) - len(text.plain.lstrip())
    for line in text[indent:].wrap(console, max(console.width - indent, 20)):
        line.rstrip()
        console.print(Text(" " * indent).append_text(line), soft_wrap=True)


def _head(file: str, rows: Sequence[Row], lang: str) -> Text:
    words = WORDS[lang]
    counts = {s: sum(row["severity"] == s for row in rows) for s in STYLES}
    said = [
        Text(words["count" if n == 1 else "counts"].format(n=n, word=words[s]), STYLES[s])
        for s, n in counts.items()
        if n
    ] or [Text(words["none"], "green")]
    return Text.assemble((file, "bold"), "  ", Text(words["between"]).join(said))


def _lines(row: Row, lang: str) -> Iterator[Text]:
    """Severity, place and rule; both numbers; the sentence."""
    words, severity = WORDS[lang], row["severity"]
    place = where(located(row["places"]), lang) or words["whole"]
    yield Text.assemble(
        "  ", (words[severity], STYLES[severity]), f"  {place}", (f"  {row['rule_id']}", "dim")
    )
    if row["difference"] is not None:
        yield Text("      " + _numbers(row, words), "bold" if severity == "error" else "")
    message = row["message_zh" if lang == "zh" else "message"].strip()
    yield Text("      " + message, "dim" if severity == "info" else "")


def _numbers(row: Row, words: Mapping[str, str]) -> str:
    return words["numbers"].format(
        printed=row["printed"] or words["blank"],
        expected=row["expected"],
        unit=row["unit"],
        difference=row["difference"],
    )
