"""PDF: tables drawn in every way, text around them, pages that cannot be read."""

from __future__ import annotations

import csv
import io
from pathlib import Path

import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.cidfonts import UnicodeCIDFont
from reportlab.pdfgen.canvas import Canvas

from ingest.document import Document, Grid, Paragraph, UnreadableFile
from ingest.readers import read

pdfmetrics.registerFont(UnicodeCIDFont("STSong-Light"))
FILING = Path(__file__).resolve().parents[3] / "shared" / "filings" / "putuo-guiziju-2024.pdf"
TRUTH = FILING.with_suffix(".truth.csv")

XS = [72, 172, 272, 372]
YS = [700, 670, 640, 610]
TEXTS = {(0, 0): "项目", (0, 2): "金额", (1, 0): "201", (1, 1): "公共服务", (1, 2): "1,234.50",
         (2, 0): "合计", (2, 2): "-0.50"}  # fmt: skip
"""A table of three rows; the head spans two columns, so does 合计."""
EXPECTED = [
    (0, 0, 1, 2, "项目"),
    (0, 2, 1, 1, "金额"),
    (1, 0, 1, 1, "201"),
    (1, 1, 1, 1, "公共服务"),
    (1, 2, 1, 1, "1,234.50"),
    (2, 0, 1, 2, "合计"),
    (2, 2, 1, 1, "-0.50"),
]


def rules() -> list[tuple[float, float, float, float]]:
    across = [(XS[0], y, XS[-1], y) for y in YS]
    down = [(x, YS[0], x, YS[-1]) for x in (XS[0], XS[2], XS[3])]
    return [*across, *down, (XS[1], YS[1], XS[1], YS[2])]


def draw(canvas: Canvas, style: str) -> None:
    for x0, y0, x1, y1 in rules():
        if style == "boxes":
            canvas.rect(x0 - 0.24, min(y0, y1) - 0.24, x1 - x0 + 0.48, abs(y1 - y0) + 0.48, 0, 1)
        elif style == "dots":
            canvas.setDash(1, 2)
            canvas.line(x0, y0, x1, y1)
        elif style == "double":
            canvas.line(x0, y0, x1, y1)
            canvas.line(x0 + 1.2, y0 + 1.2, x1 + 1.2, y1 + 1.2)
        else:
            canvas.line(x0, y0, x1, y1)
    if style == "shaded":
        canvas.setFillGray(0.8)
        canvas.rect(XS[0], YS[1], XS[-1] - XS[0], 30, 0, 1)
        canvas.setFillGray(0.9)
        canvas.rect(XS[0] + 4, YS[2] + 6, 60, 14, 0, 1)
        canvas.setFillGray(0)


def fill(canvas: Canvas, *, latin: bool = False) -> None:
    canvas.setFont("STSong-Light", 10)
    for (r, c), text in TEXTS.items():
        shown = text if text.isascii() or not latin else "Total"
        canvas.drawString(XS[c] + 4, YS[r + 1] + 10, shown)


def pdf(style: str = "lines", rotate: int = 0, password: str | None = None) -> bytes:
    out = io.BytesIO()
    encrypt = None
    if password is not None:
        from reportlab.lib.pdfencrypt import StandardEncryption

        encrypt = StandardEncryption(password)
    canvas = Canvas(out, pagesize=A4, encrypt=encrypt)
    if style == "form":
        canvas.beginForm("sheet", 0, 0, 600, 850)
        draw(canvas, "lines")
        fill(canvas)
        canvas.endForm()
        canvas.translate(10, -20)
        canvas.doForm("sheet")
    elif style.startswith("sideways"):
        canvas.translate(800, 0)
        canvas.rotate(90)
        draw(canvas, "lines")
        fill(canvas, latin=style == "sideways")
    else:
        draw(canvas, style)
        fill(canvas)
    canvas.setFont("STSong-Light", 12)
    if style != "form" and not style.startswith("sideways"):
        canvas.drawString(150, 750, "收入支出决算总表")
        canvas.drawString(72, 590, "注：本表反映总收支。")
    if rotate:
        canvas.setPageRotation(rotate)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def cells(grid: Grid) -> list[tuple[int, int, int, int, str]]:
    return [(c.row, c.col, c.row_span, c.col_span, c.text) for c in grid.cells]


@pytest.mark.parametrize("style", ["lines", "boxes", "dots", "double", "shaded"])
@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_table_however_its_rules_are_drawn(style: str, rotate: int) -> None:
    """A page that is turned by its own /Rotate reads as it would unturned: by its text."""
    document = read(pdf(style, rotate))
    (grid,) = document.grids()
    assert cells(grid) == EXPECTED


def test_a_table_inside_a_form() -> None:
    (grid,) = read(pdf("form")).grids()
    assert cells(grid) == EXPECTED


def test_a_table_lying_on_its_side_has_its_places_on_the_page_as_shown() -> None:
    (grid,) = read(pdf("sideways")).grids()
    assert cells(grid) == [(*c[:4], c[4] if c[4].isascii() else "Total") for c in EXPECTED]
    total = grid.cells[-1]
    assert total.place.box == pytest.approx(
        (800 - 640, A4[1] - 372, 800 - 610, A4[1] - 272), abs=0.1
    )


def test_text_that_pdfium_cannot_give_is_missed() -> None:
    """Lying on its side in a font that is not embedded and that this machine may not have."""
    document = read(pdf("sideways, chinese"))
    whole = [cells(grid) for grid in document.grids()] == [EXPECTED]
    assert whole or document.unread_pages == ((1, "lost_text"),)


def two_pages(first: list[tuple[int, int, str]], second: list[tuple[int, int, str]]) -> Document:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    for page in (first, second):
        canvas.setFont("STSong-Light", 14)
        for x, y, text in page:
            canvas.drawString(x, y, text)
        canvas.showPage()
    canvas.save()
    return read(out.getvalue())


def test_wrapped_lines_are_one_paragraph_and_page_breaks_do_not_cut_a_sentence() -> None:
    wide = "本年收入合计一千万元其中财政拨款收入九百万元占百分之九十其他收入"
    document = two_pages(
        [(100, 700, wide[2:]), (72, 680, "一百万元。"), (100, 660, wide[2:]), (290, 40, "- 1 -")],
        [(72, 780, "一百万元，下同。"), (100, 760, "二、支出情况"), (290, 40, "- 2 -")],
    )
    assert [p.text for p in document.paragraphs()] == [
        wide[2:] + "一百万元。",
        wide[2:] + "一百万元，下同。",
        "- 1 -",
        "二、支出情况",
        "- 2 -",
    ]


def test_equal_long_texts_in_neighbouring_rows_are_both_read() -> None:
    """The second is taken for the shadow of the first by pdfium, and not given."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("STSong-Light", 10)
    name = "机关事业单位基本养老保险缴费支出" * 2
    for y, amount in ((700, "甲"), (686, "乙"), (672, "丙")):
        canvas.drawString(72, y, name)
        canvas.drawString(450, y, amount)
    canvas.save()
    document = read(out.getvalue())
    assert [p.text for p in document.paragraphs()] == [f"{name}   {amount}" for amount in "甲乙丙"]
    assert document.unread_pages == ()


def test_a_number_set_high_in_a_tall_row_stays_in_its_row() -> None:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("STSong-Light", 10)
    for y in (700, 640, 620):
        canvas.line(72, y, 272, y)
    for x in (72, 172, 272):
        canvas.line(x, 700, x, 620)
    for y, text in ((688, "机关事业单位"), (668, "基本养老保险"), (645, "缴费支出")):
        canvas.drawString(76, y, text)
    canvas.drawString(200, 689, "13.08")
    canvas.drawString(76, 625, "合计")
    canvas.drawString(200, 632, "0.00")
    canvas.save()
    (grid,) = read(out.getvalue()).grids()
    assert [c.text for c in grid.cells] == [
        "机关事业单位\n基本养老保险\n缴费支出",
        "13.08",
        "合计",
        "0.00",
    ]


@pytest.mark.parametrize(("size", "rise"), [(6.5, 3.3), (5.8, 5.0)])
def test_a_mark_of_a_note_is_no_digit_of_the_number_before_it(size: float, rise: float) -> None:
    """Small and raised as Word and LibreOffice have it; the 9 after it is small but stands low."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.grid([72, 172, 272], [700, 670])
    for x, y, font, text in (
        (76, 680, 10, "525.00"), (76 + 30, 680 + rise, size, "12"), (180, 680, 10, "525.0"),
        (180 + 25, 680, size, "9"),
    ):  # fmt: skip
        canvas.setFont("Helvetica", font)
        canvas.drawString(x + 1, y, text)
    canvas.save()
    (grid,) = read(out.getvalue()).grids()
    assert [c.text for c in grid.cells] == ["525.00¹²", "525.09"]


@pytest.mark.parametrize("gap", [0.0, 3.0])
def test_text_over_a_rule(gap: float) -> None:
    """Too wide for its cell, it stays whole; two cells drawn in one go are cut at the rule."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("STSong-Light", 10)
    for y in (700, 680, 660):
        canvas.line(72, y, 172, y)
    for x in (72, 122, 172):
        canvas.line(x, 700, x, 660)
    canvas.drawString(74, 685, "2010301")
    if gap:
        canvas.drawString(109 + gap + 1, 685, "机" * 6)
    else:
        canvas.drawString(74, 665, "行政单位离退休")
    canvas.save()
    (grid,) = read(out.getvalue()).grids()
    shown = [c.text for c in grid.cells]
    assert shown == (
        ["2010301", "机" * 6, "", ""] if gap else ["2010301", "", "行政单位离退休", ""]
    )


def test_pages_without_usable_text_are_named() -> None:
    from PIL import Image
    from reportlab.lib.utils import ImageReader

    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.drawImage(ImageReader(Image.new("RGB", (60, 80), "grey")), 0, 0, *A4)
    canvas.showPage()
    canvas.drawString(72, 700, "\u00e6\u0161\u00e5\u00e7\u00e6\u0152\u00e5\u00f8 " * 10)
    canvas.showPage()
    canvas.setFont("STSong-Light", 10)
    canvas.drawString(72, 700, "决算")
    canvas.showPage()
    canvas.save()
    document = read(out.getvalue())
    assert document.unread_pages == ((1, "no_text_layer"), (2, "broken_text"))
    assert [(p.text, p.place.page) for p in document.paragraphs()] == [("决算", 3)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\nnothing here", "damaged"),
        (pdf(password="geheim"), "encrypted"),  # noqa: S106
        (pdf()[:700], "damaged"),
    ],
)
def test_files_that_cannot_be_opened_say_why(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableFile) as caught:
        read(data, "a.pdf")
    assert caught.value.reason == reason


@pytest.mark.skipif(not FILING.exists(), reason="the real filing is not here")
def test_every_printed_value_of_the_real_filing_stands_in_a_cell_of_its_page() -> None:
    document = read(FILING.read_bytes())
    found = {(g.place.page, c.text) for g in document.grids() for c in g.cells}
    with TRUTH.open(encoding="utf-8") as stream:
        printed = [(int(row["page"]), row["value"]) for row in csv.DictReader(stream)]
    assert len(printed) == 308
    assert [value for value in printed if value not in found] == []
    assert document.unread_pages == ()


@pytest.mark.skipif(not FILING.exists(), reason="the real filing is not here")
def test_no_character_of_the_real_filing_is_lost() -> None:
    """Another reader of PDF, pdfminer, sees the same characters on every page."""
    import pdfplumber

    document = read(FILING.read_bytes())
    ours: dict[int, list[str]] = {}
    for block in document.blocks:
        text = block.text if isinstance(block, Paragraph) else "".join(c.text for c in block.cells)
        ours.setdefault(block.place.page or 0, []).extend(text.replace(" ", "").replace("\n", ""))
    with pdfplumber.open(FILING) as oracle:
        theirs = [c["text"] for page in oracle.pages for c in page.chars if c["text"].strip()]
    assert sorted(c for page in ours.values() for c in page) == sorted(theirs)


def unruled(rows: list[list[tuple[float, str]]], right: set[int]) -> Document:
    """A page of lines of words at x; words of the columns in `right` end there."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4)
    canvas.setFont("STSong-Light", 10)
    for index, row in enumerate(rows):
        for column, (x, text) in enumerate(row):
            place = canvas.drawRightString if column in right and "." in text else canvas.drawString
            place(x, 700 - 16 * index, text)
    canvas.save()
    return read(out.getvalue())


def test_a_table_without_rules_by_its_columns() -> None:
    document = unruled(
        [
            [(240, "收入决算表")],
            [(72, "科目编码"), (150, "科目名称"), (320, "合计"), (420, "财政拨款")],
            [(72, "201"), (150, "一般公共服务支出"), (350, "1,188.00"), (460, "188.00")],
            [(72, "20103"), (150, "政府办公厅"), (350, "88.00"), (460, "8.00")],
            [(72, "2010301"), (150, "行政运行"), (350, "-8.00"), (460, "0.00")],
            [(72, "注：本表反映收入，金额 1.00 万元。")],
        ],
        {2, 3},
    )
    title, grid, note = document.blocks
    assert isinstance(title, Paragraph)
    assert isinstance(note, Paragraph)
    assert isinstance(grid, Grid)
    assert [[c.text for c in grid.cells if c.row == r] for r in range(grid.n_rows)] == [
        ["科目编码", "科目名称", "合计", "财政拨款"],
        ["201", "一般公共服务支出", "1,188.00", "188.00"],
        ["20103", "政府办公厅", "88.00", "8.00"],
        ["2010301", "行政运行", "-8.00", "0.00"],
    ]
    assert all(c.col == i % 4 for i, c in enumerate(grid.cells))


def test_text_with_numbers_in_it_is_no_table() -> None:
    document = unruled(
        [
            [(72, "一、收入支出决算总表................ 5")],
            [(72, "二、收入决算表................ 16")],
            [(72, "三、支出决算表................ 17")],
            [(72, "本年收入 1188.00 万元，其中财政拨款 188.00 万元。")],
            [(72, "本年支出 88.00 万元，其中基本支出 8.00 万元。")],
            [(72, "结转 100.00 万元。"), (400, "2024 年")],
        ],
        set(),
    )
    assert list(document.grids()) == []


@pytest.mark.skipif(not FILING.exists(), reason="the real filing is not here")
def test_a_broken_part_inside_is_named() -> None:
    """The engine reads on over it: the page would only seem to be empty."""
    data = bytearray(FILING.read_bytes())
    assert read(bytes(data)).unread_parts == ()
    start = data.index(b"stream\r\n", data.index(b"/Filter/FlateDecode")) + 8
    data[start + 40] ^= 0xFF
    assert read(bytes(data)).unread_parts == ((f"byte {start}", "damaged_stream"),)


@pytest.mark.parametrize(
    ("left_out", "word"), [(3, "87.93%。余额按规定处理。"), (2, "（类）12.50万元。")]
)
def test_a_line_that_ends_before_a_word_that_is_not_broken_goes_on(
    tmp_path: Path, left_out: int, word: str
) -> None:
    path = tmp_path / "a.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    canvas.setFont("STSong-Light", 12)
    full = "本年度各项支出按预算执行，" + "工作任务按计划完成并取得成效" * 2
    for row, text in enumerate([full, full[:-left_out], word, "第二段另起。"]):
        canvas.drawString(72, 700 - 18 * row, text)
    canvas.save()
    document = read(path.read_bytes(), "a.pdf")
    assert [p.text for p in document.paragraphs()] == [
        full + full[:-left_out] + word,
        "第二段另起。",
    ]
