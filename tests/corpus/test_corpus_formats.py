"""Web pages, Word documents and workbooks in every layout: each figure stands where it is said."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from decimal import Decimal

import pytest
from lxml import etree, html
from openpyxl import load_workbook

from corpus.figures import figures
from corpus.generate import accounts
from corpus.layouts import LAYOUTS
from corpus.print_docx import print_docx
from corpus.print_html import print_html
from corpus.print_text import print_text
from corpus.printers import PRINTERS
from corpus.profile import departments
from corpus.publication import Issuer, Publication, publish

Grid = dict[tuple[int, int], str]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLAIN = str.maketrans("０１２３４５６７８９．，－", "0123456789.,-")


@pytest.fixture(scope="module", params=sorted(LAYOUTS))
def publication(request: pytest.FixtureRequest) -> Publication:
    town = next(d for d in departments() if d.id == "qcy-town")
    last = accounts(town, (2022, 2023))[-1]
    return publish(Issuer(town.name_in(2023)), 2023, figures(last), LAYOUTS[request.param])


def html_grids(content: bytes) -> list[Grid]:
    """The tables of a page, their spans laid out."""
    grids = []
    for table in html.document_fromstring(content).iter("table"):
        grid: Grid = {}
        taken: set[tuple[int, int]] = set()
        for row_no, row in enumerate(table.iter("tr"), start=1):
            col_no = 1
            for cell in row.iter("td"):
                while (row_no, col_no) in taken:
                    col_no += 1
                down, across = int(cell.get("rowspan", "1")), int(cell.get("colspan", "1"))
                taken |= {(row_no + i, col_no + j) for i in range(down) for j in range(across)}
                grid[row_no, col_no] = "\n".join(cell.itertext())
        grids.append(grid)
    return grids


def docx_grids(content: bytes) -> list[Grid]:
    """The tables of a document, by the columns of their grid."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    grids = []
    for table in root.iter(f"{W}tbl"):
        width = len(list(table.iter(f"{W}gridCol")))
        grid: Grid = {}
        for row_no, row in enumerate(table.iter(f"{W}tr"), start=1):
            col_no = 1
            for cell in row.iter(f"{W}tc"):
                grid[row_no, col_no] = "\n".join(t.text or "" for t in cell.iter(f"{W}t"))
                span = cell.find(f"{W}tcPr/{W}gridSpan")
                col_no += int(span.get(f"{W}val") or 0) if span is not None else 1
            assert col_no == width + 1
        grids.append(grid)
    return grids


def joined(grids: list[Grid], publication: Publication) -> list[Grid]:
    """The grids of a filing with those put together that are pages of one table."""
    after, rest = publication.layout.page_break_after, iter(grids)
    whole = []
    for table in publication.tables:
        n_pages = max(1, -(-len(table.body) // after)) if after else 1
        again = len(table.head) if publication.layout.repeat_heads else 0
        grid = dict(next(rest))
        for page in range(1, n_pages):
            above = len(table.head) + page * (after or 0) - again
            grid |= {(r + above, c): text for (r, c), text in next(rest).items() if r > again}
        whole.append(grid)
    assert next(rest, None) is None
    return whole


@pytest.mark.parametrize(("printer", "grids"), [(print_html, html_grids), (print_docx, docx_grids)])
def test_pages_and_documents(
    publication: Publication,
    printer: Callable[[Publication], tuple[bytes, list[object]]],
    grids: Callable[[bytes], list[Grid]],
) -> None:
    content, truth = printer(publication)
    tables = joined(grids(content), publication)
    for figure in truth:
        assert tables[figure.table_no - 1][figure.row_no, figure.col_no] == figure.raw_text  # type: ignore[attr-defined]


def test_workbook(publication: Publication) -> None:
    content, truth = PRINTERS["xlsx"](publication)
    book = load_workbook(io.BytesIO(content))
    for figure in truth:
        cell = book[figure.sheet or ""].cell(figure.row_no, figure.col_no)
        if isinstance(cell.value, str):
            assert cell.value == figure.raw_text
        else:
            shown = Decimal(str(cell.value)) - Decimal(figure.value)
            half = Decimal(1).scaleb(Decimal(figure.value).as_tuple().exponent) / 2  # type: ignore[arg-type]
            assert abs(shown) <= (half if publication.layout.exact_cells else 0)


def test_values_are_the_numbers_that_are_shown(publication: Publication) -> None:
    for figure in PRINTERS["txt"](publication)[1]:
        plain = figure.raw_text.translate(PLAIN).replace(",", "")
        assert plain == figure.value


@pytest.mark.parametrize("extension", sorted(PRINTERS))
def test_all_formats_tell_the_same_truth_and_the_same_bytes_twice(
    publication: Publication, extension: str
) -> None:
    content, truth = PRINTERS[extension](publication)
    assert content == PRINTERS[extension](publication)[0]
    told = [(f.key, f.value, f.unit, f.raw_text) for f in truth]
    assert told == [(f.key, f.value, f.unit, f.raw_text) for f in print_text(publication)[1]]


def test_a_workbook_may_hold_codes_as_numbers_and_unrounded_amounts() -> None:
    office = next(d for d in departments() if d.id == "bsl-petitions")
    exact = figures(accounts(office, (2021,))[0])
    layout = LAYOUTS["workbook"]
    content, truth = PRINTERS["xlsx"](publish(Issuer("某局"), 2021, exact, layout))
    sheet = load_workbook(io.BytesIO(content))["支出决算表"]
    figure = next(f for f in truth if f.sheet == "支出决算表" and f.key.row_key == "2010308")
    assert sheet.cell(figure.row_no, 1).value == 2010308
    cell = sheet.cell(figure.row_no, figure.col_no)
    assert Decimal(str(cell.value)) * 10000 == exact[figure.key]
    assert cell.number_format == "#,##0.00"


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16"])
def test_other_encodings(encoding: str) -> None:
    made = publish(Issuer("某局"), 2023, {}, LAYOUTS["national"])
    assert print_text(made, encoding)[0].decode(encoding) == print_text(made)[0].decode()
    page = print_html(made, encoding)[0].decode(encoding)
    assert f'charset="{encoding}"' in page
