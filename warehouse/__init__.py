"""Where data rests: the lake of Parquet, the DuckDB file, the releases. Knows no forms."""
