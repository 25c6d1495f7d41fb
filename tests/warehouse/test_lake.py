"""The lake: what lands, moves and leaves, and files that do not depend on the order."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import polars as pl
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from warehouse.lake import Lake, Partition, frame

SCHEMAS = {
    "filing": pl.Schema({"filing_id": pl.String, "fiscal_year": pl.Int64, "region": pl.String}),
    "item": pl.Schema({"filing_id": pl.String, "text": pl.String}),
}


class Filed(NamedTuple):
    """A filing of the tests: its row and the texts of its items."""

    filing_id: str
    fiscal_year: int
    region: str
    texts: tuple[str, ...]


class Item(NamedTuple):
    filing_id: str
    text: str


def rows(filings: Iterable[Filed]) -> dict[str, pl.DataFrame]:
    filings = list(filings)
    items = [Item(f.filing_id, text) for f in filings for text in f.texts]
    return {
        "filing": frame(filings, SCHEMAS["filing"]),
        "item": frame(items, SCHEMAS["item"]),
    }


def lake(path: Path) -> Lake:
    return Lake(path, SCHEMAS)


def content(path: Path) -> dict[str, bytes]:
    return {p.relative_to(path).as_posix(): p.read_bytes() for p in path.rglob("*") if p.is_file()}


def items(path: Path) -> dict[str, list[tuple[str, str]]]:
    return {
        file.parent.relative_to(path / "item").as_posix(): pl.read_parquet(
            file, hive_partitioning=False
        ).rows()
        for file in lake(path).files("item")
    }


A = Filed("a", 2023, "1404", ("1", "2"))
B = Filed("b", 2023, "1404", ("9", "3"))
C = Filed("c", 2022, "1404", ())


def test_rows_rest_by_year_and_region_and_keep_the_parsers_order(tmp_path: Path) -> None:
    changed = lake(tmp_path).merge(rows([B, A, C]))
    assert changed == [Partition(2022, "1404"), Partition(2023, "1404")]
    assert items(tmp_path) == {
        "fiscal_year=2023/region=1404": [("a", "1"), ("a", "2"), ("b", "9"), ("b", "3")]
    }
    assert lake(tmp_path).landed().rows() == [
        ("a", 2023, "1404"),
        ("b", 2023, "1404"),
        ("c", 2022, "1404"),
    ]


def test_a_filing_that_moves_leaves_its_old_partition(tmp_path: Path) -> None:
    lake(tmp_path).merge(rows([A, B]))
    changed = lake(tmp_path).merge(rows([A._replace(fiscal_year=2021)]))
    assert changed == [Partition(2021, "1404"), Partition(2023, "1404")]
    assert items(tmp_path) == {
        "fiscal_year=2021/region=1404": [("a", "1"), ("a", "2")],
        "fiscal_year=2023/region=1404": [("b", "9"), ("b", "3")],
    }


def test_a_filing_that_is_gone_takes_its_files_along(tmp_path: Path) -> None:
    lake(tmp_path).merge(rows([A, C]))
    assert lake(tmp_path).merge(rows([]), gone={"a"}) == [Partition(2023, "1404")]
    assert items(tmp_path) == {}
    assert lake(tmp_path).landed()["filing_id"].to_list() == ["c"]


def test_a_crash_leaves_no_filing_without_its_rows(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stop after each write in turn: what `filing` lists is whole, and merging again mends it."""
    write, second = Lake._write, A._replace(texts=("new",))
    clean = tmp_path / "clean"
    lake(clean).merge(rows([second, B]))
    for stop in range(1, 4):
        path = tmp_path / str(stop)
        lake(path).merge(rows([A, B]))
        calls = iter(range(1, 10))

        def failing(*args: object, stop: int = stop, calls: Iterable[int] = calls) -> None:
            if next(iter(calls)) == stop:
                raise OSError("power is gone")
            write(*args)  # type: ignore[arg-type]

        monkeypatch.setattr(Lake, "_write", failing)
        with pytest.raises(OSError, match="power is gone"):
            lake(path).merge(rows([second]))
        monkeypatch.setattr(Lake, "_write", write)
        there = dict.fromkeys(lake(path).landed()["filing_id"], ())
        texts = items(path)["fiscal_year=2023/region=1404"]
        assert [text for key, text in texts if key == "b"] == ["9", "3"]
        assert "a" not in there or [t for k, t in texts if k == "a"] == ["1", "2"]
        lake(path).merge(rows([second]))
        assert content(path) == content(clean)


def test_other_columns_empty_the_lake(tmp_path: Path) -> None:
    lake(tmp_path).prepare()
    lake(tmp_path).merge(rows([A]))
    lake(tmp_path).prepare()
    assert lake(tmp_path).landed().height == 1
    wider = {**SCHEMAS, "item": pl.Schema({**SCHEMAS["item"], "page": pl.Int64()})}
    Lake(tmp_path, wider).prepare()
    assert Lake(tmp_path, wider).landed().height == 0


def test_a_region_that_would_leave_the_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="no region of four digits"):
        lake(tmp_path).merge(rows([A._replace(region="../x")]))


def test_partition_keys_go_both_ways() -> None:
    assert Partition(2023, "0000").key == "2023-0000"
    assert Partition.of("2023-0000") == Partition(2023, "0000")


FILED = st.builds(
    Filed,
    st.sampled_from("abcdef"),
    st.sampled_from([2022, 2023]),
    st.sampled_from(["1404", "3201"]),
    st.lists(st.sampled_from("xyz"), max_size=3).map(tuple),
)


@settings(max_examples=20, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.data(), final=st.lists(FILED, unique_by=lambda f: f.filing_id))
def test_the_way_to_a_state_does_not_show(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject, final: list[Filed]
) -> None:
    """In one go, or one by one in any order after other versions of the same filings."""
    once, slowly = tmp_path_factory.mktemp("once"), tmp_path_factory.mktemp("slowly")
    lake(once).merge(rows(final))
    before = data.draw(st.lists(FILED, unique_by=lambda f: f.filing_id, max_size=4))
    lake(slowly).merge(rows(before))
    for filed in data.draw(st.permutations(final)):
        lake(slowly).merge(rows([filed]))
    extra = {f.filing_id for f in before} - {f.filing_id for f in final}
    lake(slowly).merge(rows([]), gone=extra)
    assert content(slowly) == content(once)
    lake(slowly).merge(rows(final))
    assert content(slowly) == content(once)
