"""The project's own tests fail where a number is lost, doubled or changed after the fact."""

from __future__ import annotations

import shutil
from pathlib import Path

import duckdb
import pytest
from conftest import Query, dbt, home_of

BREAKAGES = {
    "delete from marts.fct_expenditure where function_code = '2010308'": "fct_expenditure",
    "insert into marts.fct_income from marts.fct_income limit 1": "fct_income",
    "update marts.fct_basic_expenditure set amount_cny = amount_cny + 0.01"
    " where economic_code = '30201'": "fct_basic_expenditure",
}


def test_the_leaf_rule_sees_what_is_lost_doubled_or_changed(
    real: Query, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    shutil.copy(home_of(tmp_path_factory, "real") / "build.duckdb", tmp_path)
    with duckdb.connect(str(tmp_path / "build.duckdb")) as connection:
        for breakage in BREAKAGES:
            connection.execute(breakage)
        connection.execute("delete from marts.fct_published_total where row_key = '2010308'")
    failed = dbt(tmp_path, "test", "--exclude-resource-type", "unit_test")
    names = [name.split(".")[2] for name in failed]
    for fact in BREAKAGES.values():
        assert any(name.startswith(f"sums_to_published_{fact}") for name in names), names
    assert "line_items_accounted_for" in names
    assert any(name.startswith("unique_combination_fct_income") for name in names)
