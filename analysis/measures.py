"""What a measure is, and the measures that `measures.yml` holds. Nothing is computed here."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Annotated, Literal, Self

import polars as pl
import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from analysis.columns import COLUMNS

FILE = Path(__file__).with_name("measures.yml")

Kind = Literal["ratio", "per_head", "amount", "score", "concentration"]
Text = Annotated[str, Field(min_length=1)]

ON_LOGS: frozenset[Kind] = frozenset({"amount", "per_head"})
"""Kinds in yuan: they spread by factors, so that distances are measured on their logarithms."""


class UnusableMeasures(ValueError):
    """A file of measures or peer groups that does not say what it must."""


class _Strict(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Selection(_Strict):
    """One figure of a filing, or all those of a level of its dimension."""

    dimension: Text
    code: Text | None = None
    level: Text | None = None

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        if (self.code is None) == (self.level is None):
            raise ValueError("a selection has a code or a level, one of both")
        return self


class Measure(_Strict):
    """A measure: `numerator` and `denominator` are lists of figures that are added."""

    id: Text
    name_zh: Text
    name_en: Text
    meaning_zh: Text
    meaning_en: Text
    kind: Kind
    unit_zh: Text
    unit_en: Text
    direction: Literal["higher", "lower", "neutral"]
    each: tuple[Text, ...] = ()
    numerator: tuple[Selection, ...] = ()
    denominator: tuple[Selection, ...] = ()

    @model_validator(mode="after")
    def _operands_of_its_kind(self) -> Self:
        if bool(self.each) == bool(self.numerator):
            raise ValueError("a measure has a numerator or `each`, one of both")
        if self.kind in ("ratio", "per_head") and not self.denominator:
            raise ValueError(f"a measure of the kind {self.kind} needs a denominator")
        if self.kind in ("amount", "concentration") and self.denominator:
            raise ValueError(f"a measure of the kind {self.kind} has no denominator")
        levels = [part.level is not None for part in (*self.numerator, *self.denominator)]
        if (levels != [True]) if self.kind == "concentration" else any(levels):
            raise ValueError("a concentration, and nothing else, is of one level")
        return self


@cache
def measures() -> tuple[Measure, ...]:
    """The measures of `measures.yml`."""
    return measures_of(FILE.read_text("utf-8"))


def measures_of(text: str) -> tuple[Measure, ...]:
    """The measures that a file of this text holds.

    Raises:
        UnusableMeasures: something is missing, unknown or said twice.
    """
    try:
        read = tuple(Measure.model_validate(each) for each in yaml.safe_load(text)["measures"])
    except (yaml.YAMLError, ValueError, KeyError, TypeError) as error:
        raise UnusableMeasures(f"measures: {error}") from error
    ids = [measure.id for measure in read]
    if double := sorted({each for each in ids if ids.count(each) > 1}):
        raise UnusableMeasures(f"measures with one id: {double}")
    return read


def measure_table() -> pl.DataFrame:
    """The measures as a table, for whoever reads the others.

    Returns:
        One row per measure, in the order of the file; columns as in `analysis.COLUMNS["measure"]`.
    """
    return pl.DataFrame(
        [
            {
                **measure.model_dump(exclude={"id", "each", "numerator", "denominator"}),
                "measure": measure.id,
                "numerator": _said(measure.numerator) or f"each: {', '.join(measure.each)}",
                "denominator": _said(measure.denominator),
                "on_logs": measure.kind in ON_LOGS,
            }
            for measure in measures()
        ]
    ).select(list(COLUMNS["measure"]))


def _said(operand: tuple[Selection, ...]) -> str | None:
    return " + ".join(f"{part.dimension}/{part.code or part.level}" for part in operand) or None
