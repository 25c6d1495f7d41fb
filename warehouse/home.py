"""Where everything rests below one folder, `<home>`. Paths only; nothing is opened here."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path

VARIABLE = "JUESUAN_HOME"
DEFAULT = Path("warehouse/data")


@dataclass(frozen=True, slots=True)
class Home:
    """The folder of one warehouse and the places in it (see `design.md`, where data rests)."""

    root: Path

    @classmethod
    def find(cls, given: Path | None = None) -> Home:
        """The home that was given, or that of `JUESUAN_HOME`, or `warehouse/data` here."""
        said = given or Path(os.environ.get(VARIABLE) or DEFAULT)
        return cls(said.expanduser().resolve())

    @property
    def inbox(self) -> Path:
        """Filings are dropped here."""
        return self.root / "inbox"

    @property
    def sample(self) -> Path:
        """The sample's filings, read where there is no inbox of one's own."""
        return self.root / "sample"

    @property
    def peer_groups(self) -> Path:
        """Peer groups of one's own, where one wrote any."""
        return self.root / "peer_groups.csv"

    @property
    def deflator(self) -> Path:
        """A price series of one's own, in place of the sample that comes with us."""
        return self.root / "deflator.csv"

    @property
    def archive(self) -> Path:
        """The bytes of every filing, immutable."""
        return self.root / "archive"

    @property
    def lake(self) -> Path:
        """Parquet by table, fiscal year and region."""
        return self.root / "lake"

    @property
    def quarantine(self) -> Path:
        """What could not be read, each with its reason."""
        return self.root / "quarantine"

    @property
    def build(self) -> Path:
        """The builder's own database; nobody else opens it."""
        return self.root / "build.duckdb"

    @property
    def tested(self) -> Path:
        """There when every model and test has passed on the builder's database."""
        return self.root / "build.tested"

    @property
    def checked(self) -> Path:
        """There when the analysis too has been made of it: it may be released."""
        return self.root / "build.checked"

    @property
    def releases(self) -> Path:
        """The released databases, read-only."""
        return self.root / "releases"

    @property
    def current(self) -> Path:
        """The link to the current release: the one path that a BI tool knows."""
        return self.root / "juesuan.duckdb"

    @property
    def dagster(self) -> Path:
        """The orchestrator's own home: runs, events, logs."""
        return self.root / "dagster"

    @property
    def dbt_target(self) -> Path:
        """What dbt compiles."""
        return self.root / "dbt_target"

    @property
    def lock(self) -> Path:
        """Held by whoever writes."""
        return self.root / "write.lock"
