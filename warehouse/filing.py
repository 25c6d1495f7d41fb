"""One filing as a release has it: what it is, its versions, its values, its findings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import duckdb

Row = dict[str, Any]

_VALUES = """
    select
        item.form, dim_form.title_zh as form_zh, item.row_key, item.row_label, item.measure,
        item.column_label, item.occurrence,
        item.raw_text,
        case when c.is_applied then c.value else item.value end as value,
        item.unit,
        case when c.is_applied then c.amount_cny else item.amount_cny end as amount_cny,
        case when c.is_applied then 'corrected' else item.value_source end as value_source,
        item.page, item.sheet, item.table_no, item.row_no, item.col_no, item.line_no
    from raw.line_item as item
    left join marts.dim_form on item.form = dim_form.form
    left join audit.correction as c
        on c.is_applied and c.filing_id = item.filing_id and c.form = item.form
        and c.row_key = item.row_key and c.measure = item.measure and c.occurrence = item.occurrence
    where item.filing_id = $1 and ($2 is null or item.form = $2)
    order by item.table_no, item.line_no, item.row_no, item.col_no, item.form, item.row_key,
        item.occurrence, item.measure
"""
_FINDINGS = """
    from audit.finding where filing_id = $1 and ($2 is null or form = $2)
    order by case severity when 'error' then 1 when 'warn' then 2 else 3 end, rule_id, table_no,
        row_no, line_no, col_no, finding_id
"""
_VERSIONS = """
    select other.filing_id, other.version_no, other.is_current, other.published_on,
        other.withdrawn_on, other.arrival, other.path
    from marts.dim_filing as filing
    inner join marts.dim_filing as other
        on other.department_id = filing.department_id and other.fiscal_year = filing.fiscal_year
        and other.scope is not distinct from filing.scope
    where filing.filing_id = $1 order by other.version_no
"""
_CALLED = """
    select filing_id, path from marts.dim_filing
    where starts_with(filing_id, $1) or path = $1 or ends_with(path, '/' || $1) order by all
"""
_LIKE = """
    select filing_id, path from marts.dim_filing where contains(path, $1) order by path, filing_id
"""


class UnknownFiling(Exception):
    """No filing is called so, or it is not clear which one; or it has no such form."""


@dataclass(frozen=True, slots=True)
class FilingView:
    """One filing: its row of `marts.dim_filing`, all versions of it, its values and findings."""

    filing: Row
    versions: list[Row]
    values: list[Row]
    findings: list[Row]


def called(con: duckdb.DuckDBPyConnection, said: str) -> str:
    """The id of the filing that a person names: by the beginning of its id, or by its path.

    Raises:
        UnknownFiling: none is called so, or several are.
    """
    found = con.execute(_CALLED, [said]).fetchall() if said else []
    exact = [row for row in found if said in row] or found
    if len(exact) == 1:
        return str(exact[0][0])
    like = con.execute(_LIKE, [said]).fetchall() if said and not exact else []
    but = f"; {len(like)} have it in their path" if like else ""
    names = "".join(f"\n  {filing_id}  {path}" for filing_id, path in (exact or like)[:10])
    raise UnknownFiling(f"{said}: {len(exact)} filings are called so{but}{names}")


def view(con: duckdb.DuckDBPyConnection, filing_id: str, form: str | None = None) -> FilingView:
    """Read one filing, or one form of it.

    Raises:
        UnknownFiling: it has no values of that form.
    """
    values = _rows(con, _VALUES, [filing_id, form])
    if form and not values:
        there = _rows(con, _VALUES, [filing_id, None])
        forms = ", ".join(dict.fromkeys(row["form"] for row in there)) or "none"
        raise UnknownFiling(f"{filing_id}: no values of the form {form}; its forms are: {forms}")
    [filing] = _rows(con, "from marts.dim_filing where filing_id = $1", [filing_id])
    versions = _rows(con, _VERSIONS, [filing_id])
    return FilingView(filing, versions, values, _rows(con, _FINDINGS, [filing_id, form]))


def _rows(con: duckdb.DuckDBPyConnection, query: str, parameters: list[str | None]) -> list[Row]:
    done = con.execute(query, parameters)
    names = [column[0] for column in done.description]
    return [dict(zip(names, row, strict=True)) for row in done.fetchall()]
