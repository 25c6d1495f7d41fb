"""The assets, as data flows: archive, line items, raw tables, dbt models, analytics, release.

Dagster reads the annotations of assets when they are defined, so these modules, and `jobs`, do
without `from __future__ import annotations`.
"""
