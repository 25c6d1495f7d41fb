"""What each table made here is: table → description, which becomes its comment in the database."""

from __future__ import annotations

TABLES: dict[str, str] = {
    "yoy_change": (
        "Year-over-year change of every published amount (与上年比较), each with the basis of its "
        "prior amount."
    ),
    "benchmark": (
        "Every published amount beside those of its peers (同类比较): median, quartiles, "
        "percentile; suppressed where too few are compared."
    ),
}
