"""The worked example of the analysis' README: its tables are what the functions take and give."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import polars as pl
from made_amounts import frame, row
from made_figures import Made, both

import analysis
from analysis.benchmark import benchmark
from analysis.contribution import growth_contribution
from analysis.lineage import SUCCESSION
from analysis.moves import MOVES
from analysis.outliers import outlier
from analysis.yoy import Context, change_since, yoy_change

README = (Path(analysis.__file__).parent / "README.md").read_text("utf-8")
LEVELS = {3: "class", 5: "group", 7: "item"}


def table(name: str) -> list[dict[str, str]]:
    """The rows of the table that follows a comment of this name, all as text."""
    found = re.search(rf"<!-- {name} -->\n((?:\|.*\n)+)", README)
    assert found, name
    head, _, *rows = (
        [cell.strip() for cell in line.strip()[1:-1].split("|")] for line in found[1].splitlines()
    )
    assert rows
    return [dict(zip(head, cells, strict=True)) for cells in rows]


def shown(rows: pl.DataFrame, name: str) -> list[dict[str, str]]:
    """The rows as the table prints them: two decimals, nothing for what is not there."""
    columns = list(table(name)[0])
    cells = rows.select(columns).rows()
    return [dict(zip(columns, map(_text, each), strict=True)) for each in cells]


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, float):
        return f"{value:.2f}"
    return str(value).removesuffix(".00")


def filed() -> pl.DataFrame:
    rows = []
    for said in table("filed"):
        code = said["code"]
        dimension = "function" if code.isdigit() else "total"
        level = LEVELS[len(code)] if code.isdigit() else "total"
        # 20103 loses a part of what it meant with the move: it is comparable until the year before.
        until = 2023 if code == "20103" else None
        made = row(
            said["department"], int(said["fiscal_year"]), dimension, code, said["amount_cny"],
            level=level, until=until,
        )  # fmt: skip
        rows.append(made | {"department": said["department"]})
    return frame(*rows)


def known() -> Context:
    events = [(e["from"], e["to"], int(e["fiscal_year"]), e["kind"]) for e in table("events")]
    became = [(*e, 1.0) for e in events if e[3] != "move"]
    moved = [("function", e[0], e[2], e[1], False) for e in events if e[3] == "move"]
    return Context(
        succession=pl.DataFrame(became, schema=SUCCESSION, orient="row"),
        moves=pl.DataFrame(moved, schema=MOVES, orient="row"),
    )


def test_change_from_the_year_before():
    found = yoy_change(filed(), known()).filter(pl.col("fiscal_year") > 2022)
    assert shown(found, "changes") == table("changes")


def test_change_over_two_years():
    found = change_since(filed(), known()).filter(prior_year=2022, fiscal_year=2024)
    assert shown(found, "since") == table("since")


def test_growth_taken_apart():
    found = growth_contribution(yoy_change(filed(), known())).filter(
        department="农业农村局", partition="function"
    )
    assert shown(found, "contributions") == table("contributions")
    assert found["contribution_cny"].sum() == 330000


def offices() -> tuple[pl.DataFrame, pl.DataFrame]:
    made = []
    for said in table("offices"):
        given = {"economic/office_total": said["公用经费"], "staff/quota": said["编制"]}
        made.append(
            Made(
                said["department"].removesuffix("局"),
                {key: text for key, text in given.items() if text},
                kind="petition",
                region=said["department"],
                year=2024,
            )
        )
    return both(*made)


def test_where_each_office_stands():
    found = benchmark(*offices()).filter(measure="office_per_post", peer_group="same_kind")
    assert shown(found, "benchmark") == table("benchmark")


def test_what_stands_out():
    found = outlier(yoy_change(frame()), benchmark(*offices()))
    assert found.height == 1
    for language in ("zh", "en"):
        assert f"> {found[f'reason_{language}'][0]}\n" in README
