"""What is printed is the truth that is handed out, found again by position alone."""

from __future__ import annotations

import csv
import io
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from corpus.print_text import print_text
from corpus.sample import SampleFiling, real_publication, sample_filings, write_sample

REAL_TEXT = Path(__file__).parents[3] / "shared/filings/xiangyuan-xinfangju-2023.txt"
REAL_TRUTH = REAL_TEXT.with_suffix(".truth.csv")
needs_real = pytest.mark.skipif(not REAL_TEXT.exists(), reason="the real filing is not here")


@pytest.fixture(scope="module")
def filings() -> list[SampleFiling]:
    return list(sample_filings())


def table_lines(text: str) -> list[list[str]]:
    """The lines of the ten forms, as cells without spaces."""
    return [
        [cell.replace(" ", "") for cell in line.split("\t")]
        for line in text.split("\n")
        if "\t" in line
    ]


def is_amount(cell: str) -> bool:
    return cell.replace(",", "").replace(".", "", 1).isdigit() and "." in cell


@needs_real
def test_the_real_filing_is_printed_as_it_was_published() -> None:
    real = table_lines(REAL_TEXT.read_text(encoding="utf-8"))
    first = real.index(["收入", "", "", "支出", "", ""])
    last = next(n for n, cells in enumerate(real) if cells[0].startswith("(二)单价100万元"))
    made = table_lines(print_text(real_publication())[0].decode())
    assert made == real[first : last + 1]


@needs_real
def test_the_real_filing_has_exactly_its_209_values() -> None:
    with REAL_TRUTH.open(encoding="utf-8", newline="") as file:
        typed = {
            (line["form"], line["row_key"], line["measure"]): (line["value"], line["unit"])
            for line in csv.DictReader(file)
        }
    printed = print_text(real_publication())[1]
    assert {tuple(p.key): (p.value, p.unit) for p in printed} == typed
    assert len(printed) == len(typed) == 209


def test_text_shows_each_figure_at_its_line_and_column(filings: list[SampleFiling]) -> None:
    texts = [f for f in filings if f.path.endswith(".txt")]
    assert len(texts) > 15
    for filing in texts:
        lines = filing.content.decode().split("\n")
        for figure in filing.truth:
            assert figure.line_no is not None
            assert lines[figure.line_no - 1].split("\t")[figure.col_no - 1] == figure.raw_text
            assert Decimal(figure.raw_text.replace(",", "")) == Decimal(figure.value)


def test_text_shows_no_amount_that_is_not_in_the_truth(filings: list[SampleFiling]) -> None:
    for filing in (f for f in filings if f.path.endswith(".txt")):
        # Evaluation forms stand in an annex, and have a truth of their own.
        forms, _, _ = filing.content.decode().partition("第五部分 附件")
        shown = [c for cells in table_lines(forms) for c in cells if is_amount(c)]
        assert shown == [f.raw_text for f in filing.truth if is_amount(f.raw_text)]


def test_workbook_shows_each_figure_at_its_cell(filings: list[SampleFiling]) -> None:
    books = [f for f in filings if f.path.endswith(".xlsx")]
    assert len(books) > 15
    for filing in books[::5]:
        book = load_workbook(io.BytesIO(filing.content))
        for figure in filing.truth:
            cell = book[figure.sheet or ""].cell(figure.row_no, figure.col_no)
            places = len(figure.raw_text.partition(".")[2])
            assert cell.number_format.removeprefix("#,##") == (
                "0." + "0" * places if places else "0"
            )
            shown = Decimal(str(cell.value)).quantize(
                Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
            )
            assert shown == Decimal(figure.value)


def test_no_place_holds_two_figures_and_no_figure_two_places(filings: list[SampleFiling]) -> None:
    for filing in filings:
        assert len({f.key for f in filing.truth}) == len(filing.truth) > 100
        places = {(f.table_no, f.row_no, f.col_no) for f in filing.truth}
        assert len(places) == len(filing.truth)


def test_the_same_bytes_twice(filings: list[SampleFiling], tmp_path: Path) -> None:
    paths = write_sample(tmp_path)
    assert [p.relative_to(tmp_path).as_posix() for p in paths] == [f.path for f in filings]
    assert [p.read_bytes() for p in paths] == [f.content for f in filings]
    with (tmp_path / "filings.csv").open(encoding="utf-8", newline="") as file:
        assert [line["path"] for line in csv.DictReader(file)] == [f.path for f in filings]
