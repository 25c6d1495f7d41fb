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


def partitions() -> tuple[Partition, ...]:
    """All of `partitions.csv`."""
    text = resources.files("analysis").joinpath("partitions.csv").read_text("utf-8")
    return tuple(Partition(**row) for row in csv.DictReader(text.splitlines()))


def wholes() -> pl.DataFrame:
    """Of what each dimension is a part: `dimension`, `whole_dimension`, `whole_code`."""
    rows = {(p.dimension, p.whole_dimension, p.whole_code) for p in partitions()}
    names = ("dimension", "whole_dimension", "whole_code")
    return pl.DataFrame(sorted(rows), schema=dict.fromkeys(names, pl.String()), orient="row")
