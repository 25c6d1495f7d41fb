"""Which filings one would expect and are not here: by region and year, from what was filed before.

A filer of one year is expected in the next one, as soon as anyone filed for that year in a region
of the same level: publication days differ by level, and no clock decides here.
"""

from __future__ import annotations

from dataclasses import dataclass

import duckdb

_MISSING = """
    with filer as (
        select distinct region_code, department_id, scope, fiscal_year,
            case when region_code like '%0000' then 'province'
                when region_code like '%00' then 'city' else 'county' end as level
        from marts.dim_filing where is_current and region_code is not null
    ),
    expected as (
        select region_code, department_id, scope, level, fiscal_year + 1 as fiscal_year from filer
        where (level, fiscal_year + 1) in (select (level, fiscal_year) from filer)
    )
    select expected.region_code, expected.fiscal_year, count(*) as expected,
        count(*) filter (filer.department_id is null) as missing
    from expected
    left join filer on filer.department_id = expected.department_id
        and filer.region_code = expected.region_code
        and filer.fiscal_year = expected.fiscal_year
        and filer.scope is not distinct from expected.scope
    group by all order by all
"""


@dataclass(frozen=True, slots=True)
class Freshness:
    """Of the filers of the year before, how many are expected, and how many are not here."""

    region_code: str
    fiscal_year: int
    expected: int
    missing: int


def freshness(con: duckdb.DuckDBPyConnection) -> list[Freshness]:
    """By region and year, in their order. Filings of unknown regions are expected nowhere."""
    return [Freshness(*row) for row in con.execute(_MISSING).fetchall()]
