"""A release as files for people: Parquet, CSV, workbooks, a data package and a dictionary."""
