"""Dagster: assets, partitions, checks, schedules, sensors. Only wiring: no parsing, no sums."""
