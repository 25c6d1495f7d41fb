"""corrections.csv: what it may hold, and how an error in it is said."""

from pathlib import Path

import pytest

from ingest.corrections import Correction, UnusableCorrections, read_corrections
from ingest.inbox import look

HEAD = "filing_id,path,form,row_key,measure,occurrence,expects,value,reason,evidence,status\n"
ID = "0123456789abcdef"


def corrections(folder: Path, text: str) -> list[Correction]:
    file = folder / "corrections.csv"
    file.write_text(text, "utf-8")
    return read_corrections(file)


def test_a_row_is_read_as_it_stands(tmp_path: Path) -> None:
    row = ',.\\县\\局.xlsx,three_public,reception,final,,"1,234.50",-1.5,录错,https://example.org/a'
    assert corrections(tmp_path, f"{HEAD}\n{row},采用\n") == [
        Correction(
            line="3",
            filing_id="",
            path="县/局.xlsx",
            form="three_public",
            row_key="reception",
            measure="final",
            occurrence="1",
            expects="1,234.50",
            value="-1.5",
            reason="录错",
            evidence="https://example.org/a",
            status="applied",
        )
    ]


def test_the_columns_that_may_be_empty_may_be_missing(tmp_path: Path) -> None:
    head = "path,form,row_key,measure,expects,value,reason,evidence,status\n"
    [read] = corrections(tmp_path, f"{head}a.txt,f,201,total,blank,2,r,e,rejected\n")
    assert (read.filing_id, read.occurrence, read.expects) == ("", "1", "blank")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (HEAD.replace("reason,", ""), "line 1, column reason: this column is missing"),
        (HEAD.replace("reason", "why"), "line 1, column why: no such column"),
        (f"{HEAD}{ID},,f,201,total,1,5,6,r,e\n", "line 2: 10 cells, the head has 11"),
        (f"{HEAD},,f,201,total,1,5,6,r,e,applied\n", "line 2, column filing_id: neither"),
        (f"{HEAD}0123,,f,201,total,1,5,6,r,e,applied\n", "column filing_id: '0123' is no id"),
        (f"{HEAD}{ID},,f,201,total,0,5,6,r,e,applied\n", "column occurrence: '0' is no count"),
        (f'{HEAD}{ID},,f,201,total,1,5,"1,0",r,e,applied\n', "column value: '1,0' is no plain"),
        (f"{HEAD}{ID},,f,201,total,1,5,1e3,r,e,applied\n", "column value: '1e3' is no plain"),
        (f"{HEAD}{ID},,f,201,total,1,,6,r,e,applied\n", "line 2, column expects: empty"),
        (f"{HEAD}{ID},,f,201,total,1,5,6,,e,applied\n", "line 2, column reason: empty"),
        (f"{HEAD}{ID},,f,201,total,1,5,6,r,e,done\n", "column status: 'done' is none of"),
    ],
)
def test_an_error_names_line_and_column(tmp_path: Path, text: str, said: str) -> None:
    with pytest.raises(UnusableCorrections) as error:
        corrections(tmp_path, text)
    assert said in str(error.value)
    assert str(error.value).startswith(str(tmp_path / "corrections.csv"))


def test_no_file_says_nothing(tmp_path: Path) -> None:
    assert read_corrections(tmp_path / "corrections.csv") == []


def test_it_is_no_filing_of_the_inbox(tmp_path: Path) -> None:
    (tmp_path / "corrections.csv").write_text(HEAD)
    (tmp_path / "a.txt").write_text("2023")
    assert [dropped.path for dropped in look(tmp_path).files] == ["a.txt"]
