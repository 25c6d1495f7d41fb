"""From a file to line items. Knows documents and forms; no Dagster, no DuckDB, no dbt."""
