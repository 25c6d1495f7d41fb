"""Which filings one would expect by now and are not here: by region and year, from what was filed.

A filer of one year is expected in the next one; who was renamed or merged by then, as the
successor. When: by the day on which the last filer of its region had published the year before, one
year on, or else, where no such day is known, by the deadline of its level (`calendar.csv`);
earlier, as soon as anyone of its level has filed.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import duckdb

CALENDAR = Path(__file__).with_name("calendar.csv")
"""Level of region → month and day by which it publishes, as a rule, in the year that follows."""

_MISSING = """
    with deadline as (select unnest($calendar, recursive := true)),

    filer as (
        select region_code, department_id, scope, fiscal_year, published_on,
            case when length(region_code) > 6 then 'township'
                when region_code = '100000' then 'nation'
                when region_code like '%0000' then 'province'
                when region_code like '%00' then 'prefecture' else 'county' end as level
        from marts.dim_filing where is_current and region_code is not null
    ),

    became as (
        select from_department_id, fiscal_year, to_department_id
        from marts.dim_department_succession where kind in ('rename', 'merge') and share = 1
    ),

    expected as (
        select distinct filer.region_code, filer.level,
            coalesce(became.to_department_id, filer.department_id) as department_id,
            filer.scope, filer.fiscal_year + 1 as fiscal_year,
            max(cast(filer.published_on as date))
                over (partition by filer.region_code, filer.fiscal_year) as last_day
        from filer
        left join became on became.from_department_id = filer.department_id
            and became.fiscal_year = filer.fiscal_year + 1
    ),

    due as (
        select expected.*, coalesce(
            cast(last_day + interval 1 year as date),
            make_date(cast(fiscal_year as int) + 1, deadline.month, deadline.day)
        ) as due_on
        from expected inner join deadline using (level)
    )

    select due.region_code, due.level, due.fiscal_year, due.due_on,
        if(due.last_day is null, 'calendar', 'last_year'),
        count(*), coalesce(
            list(name.department_name order by name.department_name)
                filter (filer.department_id is null),
            []
        )
    from due
    inner join marts.dim_department as name on due.department_id = name.department_id
    left join filer on filer.department_id = due.department_id
        and filer.fiscal_year = due.fiscal_year and filer.scope is not distinct from due.scope
    where due.due_on <= $today
        or (due.level, due.fiscal_year) in (select (f.level, f.fiscal_year) from filer as f)
    group by all order by due.region_code, due.fiscal_year
"""


@dataclass(frozen=True, slots=True)
class Freshness:
    """Of the filers of the year before, how many are expected, and the names of those not here.

    `due_from` says where the day comes from: `last_year` (when the region published then) or
    `calendar`.
    """

    region_code: str
    level: str
    fiscal_year: int
    due_on: date
    due_from: str
    expected: int
    missing: list[str]

    def is_overdue(self, today: date) -> bool:
        """Whether something is missing that should be here."""
        return bool(self.missing) and self.due_on <= today


def freshness(con: duckdb.DuckDBPyConnection, today: date) -> list[Freshness]:
    """By region and year, in their order. Filings of unknown regions are expected nowhere."""
    said = {"calendar": _calendar(), "today": today}
    return [Freshness(*row) for row in con.execute(_MISSING, said).fetchall()]


def today() -> date:
    """The day in China, where the deadlines hold."""
    return datetime.now(ZoneInfo("Asia/Shanghai")).date()


def _calendar() -> list[dict[str, object]]:
    with CALENDAR.open(encoding="utf-8", newline="") as file:
        return [
            {"level": row["level"], "month": int(row["month"]), "day": int(row["day"])}
            for row in csv.DictReader(file)
        ]
