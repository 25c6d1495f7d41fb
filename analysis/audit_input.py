"""What localisation takes: the columns of terms and equations, and their check.

The models `int_term` and `int_equation` fit as they are, with the registry of rules beside them.
"""

from __future__ import annotations

import polars as pl

from analysis.ledger import UnusableEquations

TERM = [
    "equation_id", "side", "coefficient", "cell_filing_id", "form", "row_key", "measure",
    "occurrence", "amount_cny", "step_cny", "value_source", "raw_text", "unit", "row_label",
    "page", "sheet", "table_no", "row_no", "col_no", "line_no",
]  # fmt: skip

EQUATION = [
    "equation_id", "rule_id", "filing_id", "relation", "tolerance_cny", "verdict", "severity",
    "family",
]  # fmt: skip

VERDICTS = {"exact", "vacuous", "rounding", "fail", "soft", "not_evaluated"}


def checked(
    terms: pl.DataFrame, equations: pl.DataFrame, rules: pl.DataFrame | None
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """Terms and equations with the columns of `TERM` and `EQUATION`.

    `equation_id` is made of `equation_key` where it is not there, `severity` and `family` are
    taken from the rules.

    Raises:
        UnusableEquations: a column is missing, a verdict or severity is not known.
    """
    terms, equations = _with_id(terms), _with_id(equations)
    said = [name for name in ("severity", "family") if name not in equations.columns]
    if said and rules is not None:
        equations = equations.join(rules.select("rule_id", *said), on="rule_id", how="left")
    if "row_label" not in terms.columns:
        terms = terms.with_columns(row_label=pl.lit(None, pl.String))
    for name, frame, columns in (("terms", terms, TERM), ("equations", equations, EQUATION)):
        missing = [column for column in columns if column not in frame.columns]
        if missing:
            raise UnusableEquations(f"{name} lack the columns {missing}")
    _check_known(equations, "verdict", VERDICTS)
    _check_known(equations, "severity", {"error", "warn", "info"})
    return terms.select(TERM), equations.select(EQUATION)


def _with_id(frame: pl.DataFrame) -> pl.DataFrame:
    if "equation_id" in frame.columns or "equation_key" not in frame.columns:
        return frame
    key = pl.concat_str("rule_id", "filing_id", "equation_key", separator="|")
    return frame.with_columns(equation_id=key)


def _check_known(equations: pl.DataFrame, column: str, known: set[str]) -> None:
    unknown = set(equations[column].unique().to_list()) - known
    if unknown:
        raise UnusableEquations(f"unknown {column} {sorted(map(str, unknown))}")
