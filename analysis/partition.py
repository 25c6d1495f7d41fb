"""Which codes make up which whole: the ways in which a total is taken apart, as data."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from importlib import resources

import polars as pl


@dataclass(frozen=True, slots=True)
class Partition:
    """The codes of one level of a dimension, which add up to one printed total."""

    partition: str
    dimension: str
    code_level: str
    whole_dimension: str
    whole_code: str
    name_zh: str
    name_en: str

    @property
    def whole(self) -> str:
        """The total, as dimension/code."""
        return f"{self.whole_dimension}/{self.whole_code}"


def partitions() -> tuple[Partition, ...]:
    """All of `partitions.csv`."""
    text = resources.files("analysis").joinpath("partitions.csv").read_text("utf-8")
    return tuple(Partition(**row) for row in csv.DictReader(text.splitlines()))


def wholes() -> pl.DataFrame:
    """Of what each dimension is a part: `dimension`, `whole` (as dimension/code)."""
    rows = {(p.dimension, p.whole) for p in partitions()}
    schema = {"dimension": pl.String(), "whole": pl.String()}
    return pl.DataFrame(sorted(rows), schema=schema, orient="row")
