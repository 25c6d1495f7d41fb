"""Year-over-year change and peer benchmarks: pure polars functions, frame in, frame out.

No files, no database, no clock, no orchestration: what a function gives depends on its frame alone.
"""

from analysis.columns import COLUMNS
from analysis.tables import TABLES

__all__ = ["COLUMNS", "TABLES"]
