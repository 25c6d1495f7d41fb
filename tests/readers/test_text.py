"""Text files: encodings, lines, tab tables, Markdown tables, comma-separated files."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.document import Grid, Paragraph, UnreadableFile
from ingest.readers import read

TABLE = "收入支出决算总表\n\n单位：万元\n项目\t金额\n合计\t233.67\n\n注：本表。\n"
FILING = Path(__file__).resolve().parents[3] / "shared" / "filings" / "xiangyuan-xinfangju-2023.txt"


def rows(grid: Grid) -> list[list[str]]:
    out = [[""] * grid.n_cols for _ in range(grid.n_rows)]
    for cell in grid.cells:
        out[cell.row][cell.col] = cell.text
    return out


@pytest.mark.parametrize(
    "data",
    [
        TABLE.encode(),
        codecs.BOM_UTF8 + TABLE.encode(),
        TABLE.encode("gb18030"),
        TABLE.encode("utf-16"),
        codecs.BOM_UTF16_BE + TABLE.encode("utf-16-be"),
        TABLE.replace("\n", "\r\n").encode("gb18030"),
    ],
)
def test_one_text_in_any_encoding(data: bytes) -> None:
    blocks = read(data, "filing.txt").blocks
    assert [b.text for b in blocks if isinstance(b, Paragraph)] == [
        "收入支出决算总表",
        "单位：万元",
        "注：本表。",
    ]
    assert isinstance(blocks[2], Grid)
    assert rows(blocks[2]) == [["项目", "金额"], ["合计", "233.67"]]
    assert blocks[2].cells[3].place[2:5] == (5, 2, 2)
    assert blocks[0].place.line == 1
    assert blocks[3].place.line == 7


def test_a_blank_line_ends_a_grid_and_ragged_rows_keep_their_cells() -> None:
    document = read("甲\t1\n乙\t2\t3\n\n丙\t\n".encode())
    grids = list(document.grids())
    assert [(g.n_rows, g.n_cols) for g in grids] == [(2, 3), (1, 2)]
    assert rows(grids[0]) == [["甲", "1", ""], ["乙", "2", "3"]]


@pytest.mark.parametrize("cut", [0, 38])
def test_mixed_encodings_are_damage_with_the_byte_named(cut: int) -> None:
    good = "决算公开说明\n".encode() * 10
    bad = good[:cut] + b"\xff" + good[cut:] if cut else good + "决算公开".encode("gb18030")
    with pytest.raises(UnreadableFile, match=f"byte {cut or len(good):,}") as caught:
        read(bad, "a.txt")
    assert caught.value.reason == "damaged"


def test_text_decoded_twice_is_damage() -> None:
    mojibake = TABLE.encode().decode("gb18030", "ignore").encode()
    with pytest.raises(UnreadableFile) as caught:
        read(mojibake, "a.txt")
    assert caught.value.reason == "damaged"


def test_noise_is_no_text() -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(b"abc\x00\x01def" * 20)
    assert caught.value.reason == "unknown_format"


def test_comma_separated_by_name_keeps_quoted_commas_and_lines() -> None:
    data = '收入决算表,,\n项目,"金额\n（元）",备注\n合计,"1,234.50",\n'.encode()
    document = read(data, "t.csv")
    assert document.format == "csv"
    grid = next(document.grids())
    assert rows(grid) == [
        ["收入决算表", "", ""],
        ["项目", "金额\n（元）", "备注"],
        ["合计", "1,234.50", ""],
    ]
    assert grid.cells[-1].place.line == 4


def test_comma_separated_without_a_name_needs_every_line_alike() -> None:
    assert read("项目,上年,本年\n合计,1,2\n其中,3,4\n".encode()).format == "csv"
    assert read("设局长1名,副局长1名,无\n另有,其他\n完,了,了\n".encode()).format == "text"


def test_markdown_tables_without_their_marks() -> None:
    data = "# 收入决算表\n\n| 项目 | 金额 |\n|---|---:|\n| **合计** | 1<br>2 |\n| 甲\\|乙 | |\n"
    document = read(data.encode(), "t.md")
    assert [p.text for p in document.paragraphs()] == ["收入决算表"]
    grid = next(document.grids())
    assert rows(grid) == [["项目", "金额"], ["合计", "1\n2"], ["甲|乙", ""]]
    assert grid.cells[2].place.line == 5


@given(
    st.lists(
        st.lists(st.text("合计项目0123456789.,-（）", max_size=6), min_size=2, max_size=5),
        min_size=1,
        max_size=6,
    ).filter(lambda table: all(any(row) for row in table))
)
def test_every_cell_of_a_tab_table_comes_back(table: list[list[str]]) -> None:
    document = read("\n".join("\t".join(row) for row in table).encode(), "a.txt")
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    width = max(map(len, table))
    assert rows(grid) == [row + [""] * (width - len(row)) for row in table]


@pytest.mark.skipif(not FILING.exists(), reason="the real filing is not here")
def test_the_real_filing_loses_no_character() -> None:
    document = read(FILING.read_bytes(), FILING.name)
    out = "".join(
        block.text if isinstance(block, Paragraph) else "".join(c.text for c in block.cells)
        for block in document.blocks
    )
    assert "".join(out.split()) == "".join(FILING.read_text(encoding="utf-8").split())
    sources = FILING.read_text(encoding="utf-8").split("\n")
    for grid in document.grids():
        for cell in grid.cells:
            assert cell.place.line is not None
            assert cell.text in sources[cell.place.line - 1]
