"""The project's own tests fail where a number is lost, doubled or changed after the fact."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from conftest import Query, dbt, home_of

BREAKAGES = {
    "delete from marts.fct_expenditure where function_code = '2010308'": (
        "sums_to_published_fct_expenditure",
        "facts_are_in_one_mart",
    ),
    "insert into marts.fct_income from marts.fct_income limit 1": (
        "sums_to_published_fct_income",
        "unique_combination_fct_income",
    ),
    "update marts.fct_basic_expenditure set amount_cny = amount_cny + 0.01"
    " where economic_code = '30201'": ("sums_to_published_fct_basic_expenditure",),
    "delete from marts.fct_published_total where row_key = '2010308'": (
        "line_items_accounted_for",
        "published_totals_are_line_items",
    ),
    "update intermediate.int_item_fate set fate = null where row_key = '301'": (
        "not_null_int_item_fate_fate",
    ),
    "insert into raw.line_item from raw.line_item limit 1": (
        "row_counts",
        "unique_combination_stg_line_item",
    ),
    "update raw.printed_table set status = 'empty' where form = 'three_public'": (
        "read_tables_have_values",
    ),
    "update raw.line_item set filing_id = repeat('f', 16) where row_key = '30201'": (
        "relationships_stg_line_item",
    ),
    "update raw.line_item set measure = 'amounts' where row_key = '30202'": (
        "known_values_stg_line_item",
    ),
}


def test_each_loss_is_seen(
    real: Query, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copy(home_of(tmp_path_factory, "real") / "build.duckdb", tmp_path)
    with duckdb.connect(str(tmp_path / "build.duckdb")) as connection:
        for breakage in BREAKAGES:
            assert connection.execute(breakage).fetchall() != [(0,)], breakage
    failed = dbt(tmp_path, "test", "--exclude-resource-type", "unit_test")
    names = [name.split(".")[2] for name in failed]
    for expected in BREAKAGES.values():
        for test in expected:
            assert any(name.startswith(test) for name in names), (test, names)
