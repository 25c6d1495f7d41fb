"""Numbers for filings and codes, so that years are joined and sorted by one integer: the cell.

A cell is a filing and a code of a dimension. Cells sort by filer, then by dimension and code.
"""

from __future__ import annotations

from dataclasses import dataclass

import polars as pl

from analysis.amounts import FILING, filings

NUMBER = pl.Int64()


@dataclass(frozen=True, slots=True)
class Cells:
    """Published amounts with their cells.

    Attributes:
        filed: one row per filing, with its `filing_no`.
        items: one row per dimension and code, with its `item`.
        values: the amounts with `filing_no` and `item`.
    """

    filed: pl.DataFrame
    items: pl.DataFrame
    values: pl.DataFrame

    def at(self, filing_no: str = "filing_no", item: str = "item") -> pl.Expr:
        """The cell of these columns."""
        return pl.col(filing_no) * max(self.items.height, 1) + pl.col(item)

    @property
    def filing_no(self) -> pl.Expr:
        """The filing of a cell."""
        return pl.col("cell") // max(self.items.height, 1)

    def of(self, rows: pl.DataFrame) -> pl.DataFrame:
        """These rows of filings, dimensions and codes, with their cell; those without one left."""
        numbered = rows.join(self.items, on=["dimension", "code"]).join(
            self.filed.select("filing_id", "filing_no"), on="filing_id"
        )
        return numbered.with_columns(cell=self.at()).drop("item", "filing_no")


def cells(published: pl.DataFrame) -> Cells:
    """The amounts (as `analysis.amounts.checked` gives them) with their cells."""
    order = [*FILING, "filing_id"]
    filed = _counted(filings(published).sort(order), "filing_no")
    items = _counted(published.select("dimension", "code").unique().sort(pl.all()), "item")
    values = published.join(filed.select("filing_id", "filing_no"), on="filing_id").join(
        items, on=["dimension", "code"]
    )
    return Cells(filed, items, values)


def _counted(frame: pl.DataFrame, name: str) -> pl.DataFrame:
    return frame.with_row_index(name).with_columns(pl.col(name).cast(NUMBER))
