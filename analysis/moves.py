"""Which code of a later year has what a code of an earlier year had: whole moves, followed.

A move in parts is not followed: `comparable_from` and `comparable_to` of the amounts tell it.
"""

from __future__ import annotations

import polars as pl

MOVES = pl.Schema(
    {
        "classification": pl.String(),
        "code": pl.String(),
        "fy_from": pl.Int32(),
        "successor": pl.String(),
        "is_used_anew": pl.Boolean(),
    }
)
"""One row per code that went over whole to another, from the first fiscal year of that. A code that
`is_used_anew` moves only what it meant before."""

DIMENSIONS = {
    "function": ["function", "general_budget", "government_fund", "state_capital"],
    "economic": ["economic"],
}
"""Classification → the dimensions whose codes it classifies."""

Moves = dict[tuple[str, str], list[tuple[int, str, bool]]]


def known_moves(moves: pl.DataFrame) -> Moves:
    """The moves by classification and code, each with its year, the earliest first."""
    typed = moves.select(pl.col(name).cast(kind) for name, kind in MOVES.items())
    by_code: Moves = {}
    for classification, code, year, successor, anew in typed.sort(list(MOVES)).iter_rows():
        by_code.setdefault((classification, code), []).append((year, successor, anew))
    return {key: sorted(steps) for key, steps in by_code.items()}


def targets(moves: Moves, base: int, year: int) -> pl.DataFrame:
    """Where the codes printed for the base year stand in the later year.

    Returns:
        `dimension`, `code`, `target`: only the codes that have moved by then.
    """
    found = [
        (dimension, code, target)
        for classification, code in moves
        for target in [_followed(moves, classification, code, base, year)]
        if target != code
        for dimension in DIMENSIONS[classification]
    ]
    schema = dict.fromkeys(("dimension", "code", "target"), pl.String())
    return pl.DataFrame(found, schema=schema, orient="row")


def _followed(moves: Moves, classification: str, code: str, base: int, year: int) -> str:
    now, at = code, 0
    while True:
        steps = [
            (when, successor)
            for when, successor, anew in moves.get((classification, now), [])
            if at < when <= year and (base < when or not anew)
        ]
        if not steps:
            return now
        at, now = steps[0]
