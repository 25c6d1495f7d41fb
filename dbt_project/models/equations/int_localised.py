"""Failed equations as findings that name the cell: see `analysis.localise`."""

from typing import Any

from analysis.localise import localise


def model(dbt: Any, session: Any) -> Any:  # noqa: ARG001 - dbt passes both
    """One row a finding of the rules."""
    dbt.config(materialized="table")
    terms, equations = dbt.ref("int_term").pl(), dbt.ref("int_equation").pl()
    return localise(terms, equations, dbt.ref("rules").pl(), dbt.ref("int_name").pl())
