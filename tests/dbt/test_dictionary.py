"""Every public table and column says what it is, in both languages, before any filing is there."""

from __future__ import annotations

import re

import pytest
from conftest import Query

from analysis import COLUMNS, TABLES
from juesuan.keys import declared_keys
from orchestration.assets.analytics import FUNCTIONS
from warehouse.export.catalogue import Undescribed, chinese_name
from warehouse.export.settings import Unplaced, group_of

COMMENTS = """
    select schema_name || '.' || table_name || '.' || column_name, comment from duckdb_columns()
    where schema_name in ('marts', 'audit')
    union all
    select schema_name || '.' || table_name, comment from duckdb_tables()
    where schema_name in ('marts', 'audit')
"""
TABLE_NAMES = """
    select schema_name, table_name from duckdb_tables()
    where schema_name in ('marts', 'audit') order by all
"""


def untold(comment: str | None, whose: str) -> str | None:
    """What is wrong with a description; None for English with a Chinese name in brackets."""
    try:
        name = chinese_name(comment, whose)
    except Undescribed as error:
        return str(error)
    before = (comment or "").partition(f"({name})")[0]
    if not any(letter.isascii() and letter.isalpha() for letter in before):
        return f"{whose}: no English before the Chinese: {comment!r}"
    # One that begins with a value would give that value's name to the column.
    if re.match(r"[a-z_]+(:| \()", comment or ""):
        return f"{whose}: begins with a value, not with what it is: {comment!r}"
    return None


def test_tables_and_columns_are_told_in_both_languages(empty: Query) -> None:
    told = empty(COMMENTS)
    assert len(told) > 400
    assert [wrong for name, comment in told if (wrong := untold(comment, name))] == []


@pytest.mark.parametrize("table", FUNCTIONS)
def test_analytics_tables_are_told_in_both_languages(table: str) -> None:
    told = {f"analytics.{table}": TABLES[table]}
    told |= {f"analytics.{table}.{name}": text for name, text in COLUMNS[table].items()}
    assert [wrong for name, comment in told.items() if (wrong := untold(comment, name))] == []


def test_every_table_has_its_workbook(empty: Query) -> None:
    names = [f"{schema}.{name}" for schema, name in empty(TABLE_NAMES)]
    names += [f"analytics.{table}" for table in FUNCTIONS]
    unplaced = []
    for name in names:
        try:
            group_of(name)
        except Unplaced as error:
            unplaced.append(str(error))
    assert unplaced == []


def test_names_are_unique_over_the_public_schemas(empty: Query) -> None:
    """Keys and sheets name a table without its schema."""
    names = [name for _, name in empty(TABLE_NAMES)] + list(FUNCTIONS)
    assert len(names) == len(set(names))
    assert {key.table for key in declared_keys()} >= {"dim_filing", "finding", "fct_narrative"}


def test_what_is_untold_is_found() -> None:
    assert untold("Scope (公开范围): department or unit.", "t.c") is None
    assert untold("Scope of it.", "t.c")
    assert untold("(公开范围)", "t.c")
    assert untold("department (部门决算) or unit (单位决算)", "t.c")
    assert untold("naive: by the class of each code (归类口径)", "t.c")
    assert untold(None, "t.c")
