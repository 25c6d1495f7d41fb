"""filings.csv: what it may hold, and how an error in it is said."""

from pathlib import Path

import pytest

from ingest.overrides import UnusableOverrides, read_overrides
from ingest.records import Override

FULL = (
    "path,region_code,department,unit,scope,fiscal_year,source_url,published_on,withdrawn_on,note\n"
    "县/局.txt,140423,襄垣县信访局,,部门,2023,https://example.org/a,2024-09-30,2025-01-02,"
    '"据, 网站"\n'
)
TRUTH = Override(
    region_code="140423",
    department="襄垣县信访局",
    scope="department",
    fiscal_year=2023,
    source_url="https://example.org/a",
    published_on="2024-09-30",
    withdrawn_on="2025-01-02",
    note="据, 网站",
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030"])
def test_a_row_is_read_whatever_the_encoding(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "filings.csv"
    file.write_text(FULL, encoding)
    assert read_overrides(file).rows == {"县/局.txt": TRUTH}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("path,year\n", "line 1, column year: no such column"),
        ("department\n", "line 1, column path: this column is missing"),
        ("path,note,note\n", "line 1, column note: given twice"),
        ("path,fiscal_year\na,２０２３\n", "line 2, column fiscal_year: '２０２３' is no year"),
        ("path,scope\na,unit\nb,dept\n", "line 3, column scope: 'dept' is none of"),
        ("path,published_on\na,2024-02-30\n", "line 2, column published_on"),
        ("path,region_code\na,1404\n", "line 2, column region_code"),
        ("path,note\n,x\n", "line 2, column path: empty"),
        ("path,note\na,x\n\na,y\n", "line 4, column path: a was already given in line 2"),
        ("path,note\na\n", "line 2: 1 cells, the head has 2"),
        ('path,note\na,"x\n', "line 2: unexpected end of data"),
        ("", "line 1, column path: this column is missing"),
    ],
)
def test_an_error_names_line_and_column(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "filings.csv"
    file.write_text(text)
    with pytest.raises(UnusableOverrides) as error:
        read_overrides(file)
    assert said in str(error.value)
    assert str(error.value).startswith(str(file))


def test_undecodable_bytes_are_an_error(tmp_path: Path) -> None:
    file = tmp_path / "filings.csv"
    file.write_bytes(b"path\n\xff\xff\xff\n")
    with pytest.raises(UnusableOverrides, match="neither UTF-8 nor GB18030"):
        read_overrides(file)


def test_paths_match_in_any_unicode_form_and_slash(tmp_path: Path) -> None:
    file = tmp_path / "filings.csv"
    file.write_text("path,note\n.\\x\\e\u0301.txt,n\n")
    found = read_overrides(file)
    assert found.by_path(["x/\u00e9.txt", "y"]) == {"x/\u00e9.txt": Override(note="n")}
    assert found.unmatched(["x/e\u0301.txt"]) == ()
    assert [row.line for row in found.unmatched(["other"])] == [2]


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert read_overrides(tmp_path / "filings.csv").rows == {}
