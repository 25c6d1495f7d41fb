"""The public schemas: described, typed, and there even without a filing."""

from __future__ import annotations

from conftest import Query


def test_every_public_table_and_column_is_described(empty: Query) -> None:
    bare = empty(
        "select table_name, column_name from duckdb_columns()"
        " where schema_name in ('marts', 'audit') and coalesce(comment, '') = ''"
    )
    assert bare == []
    undescribed = empty(
        "select schema_name, table_name from duckdb_tables()"
        " where schema_name in ('marts', 'audit') and coalesce(comment, '') = ''"
    )
    assert undescribed == []


def test_money_is_decimal_and_codes_are_text(empty: Query) -> None:
    types = empty(
        "select distinct column_name, data_type from duckdb_columns()"
        " where schema_name in ('marts', 'audit') and (column_name = 'amount_cny'"
        " or column_name like '%\\_code' escape '\\' or column_name like '%\\_class' escape '\\')"
    )
    wrong = {n: t for n, t in types if t != ("DECIMAL(20,2)" if n == "amount_cny" else "VARCHAR")}
    assert wrong == {}
    assert len(types) >= 8


def test_no_float_in_public(empty: Query) -> None:
    assert (
        empty(
            "select table_name, column_name from duckdb_columns()"
            " where schema_name in ('marts', 'audit') and data_type in ('DOUBLE', 'FLOAT')"
        )
        == []
    )


def test_schemas_have_plain_names(empty: Query) -> None:
    schemas = {name for (name,) in empty("select distinct schema_name from duckdb_tables()")}
    assert schemas == {"raw", "seeds", "intermediate", "marts", "audit"}


def test_facts_are_empty_without_filings_and_code_lists_are_not(empty: Query) -> None:
    assert empty("select count(*) from marts.fct_published_total") == [(0,)]
    assert empty(
        "select function_name, code_level, parent_code from marts.dim_function_code"
        " where function_code = '2010308'"
    ) == [("信访事务", "item", "20103")]
