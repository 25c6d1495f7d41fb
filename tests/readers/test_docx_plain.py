"""Tables of plain cells are read in one pass: they must give what the whole way gives."""

from __future__ import annotations

import io
import zipfile

from hypothesis import given, settings
from hypothesis import strategies as st

from ingest.document import Grid
from ingest.readers import read

NS = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ODD = "<w:r><w:tab/></w:r>"
"""A tab makes a paragraph more than plain text; at its end it is no text."""
BREAK = "</w:t><w:br/><w:t>"

words = ["", " ", "合计", "1,234.50", " 款 项 ", f"收{BREAK}入", BREAK, f"支出 {BREAK}"]
lines = st.lists(st.sampled_from(words), min_size=1, max_size=3)
merges = st.sampled_from(["", "<w:vMerge/>", '<w:vMerge w:val="restart"/>'])
cells = st.tuples(lines, st.integers(1, 3), merges)
tables = st.lists(st.lists(cells, min_size=1, max_size=4), min_size=1, max_size=5)


def grid(rows: list[list[tuple[list[str], int, str]]], odd: str) -> Grid | None:
    written = "".join(
        "<w:tr>" + "".join(_cell(*cell, odd) for cell in row) + "</w:tr>" for row in rows
    )
    body = f"<w:p><w:r><w:t>表</w:t></w:r></w:p><w:tbl>{written}</w:tbl>"
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        xml = f"<w:document {NS}><w:body>{body}</w:body></w:document>"
        archive.writestr("word/document.xml", xml)
    return next(read(out.getvalue(), "a.docx").grids(), None)


def _cell(texts: list[str], wide: int, merge: str, odd: str) -> str:
    spaced = '<w:t xml:space="preserve">'
    paragraphs = "".join(f"<w:p><w:r>{spaced}{x}</w:t></w:r>{odd}</w:p>" for x in texts)
    span = f'<w:gridSpan w:val="{wide}"/>' if wide > 1 else ""
    return f"<w:tc><w:tcPr>{span}{merge}</w:tcPr>{paragraphs}</w:tc>"


@settings(max_examples=60, deadline=None)
@given(tables)
def test_plain_cells_read_alike_both_ways(rows: list[list[tuple[list[str], int, str]]]) -> None:
    assert grid(rows, "") == grid(rows, ODD)
