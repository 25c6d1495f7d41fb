"""What the assets work on: one warehouse, its inbox, and the parser of its filings."""

from __future__ import annotations

import importlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

import dagster as dg

from ingest.batch import TIMEOUT_S, Batch
from ingest.records import TABLES, schema
from orchestration.alive import living
from warehouse.files import locked
from warehouse.home import Home
from warehouse.lake import Lake


class Warehouse(dg.ConfigurableResource):  # type: ignore[type-arg]
    """One warehouse: where it rests and how it is filled.

    Args:
        home: its folder; empty for `JUESUAN_HOME`, or `warehouse/data` where that is not set.
        inbox: the folder of filings; empty for the home's own (see `orchestration.inbox`).
        jobs: worker processes; 0 for one a core, and two at least, so that a file that hangs
            can be stopped.
        timeout_s: the longest that one file may take.
        parser: the module whose `parse` and `parser_version` read a file.
    """

    home: str = ""
    inbox: str = ""
    jobs: int = 0
    timeout_s: float = TIMEOUT_S
    parser: str = "ingest.parse"

    @property
    def place(self) -> Home:
        """Where everything of this warehouse rests."""
        return Home.find(Path(self.home) if self.home else None)

    @property
    def given_inbox(self) -> Path | None:
        """The inbox that was named, if one was."""
        return Path(self.inbox).expanduser() if self.inbox else None

    @property
    def lake(self) -> Lake:
        """The lake, with the tables that ingest hands on."""
        return Lake(self.place.lake, {name: schema(row) for name, row in TABLES.items()})

    @property
    def batch(self) -> Batch:
        """The parser, with its workers."""
        module = importlib.import_module(self.parser)
        jobs = self.jobs or max(2, os.cpu_count() or 1)
        return Batch(module.parse, module.parser_version(), jobs, self.timeout_s)

    @contextmanager
    def yield_for_execution(self, context: dg.InitResourceContext) -> Iterator[Self]:
        """The resource as Dagster hands it to a run, whose lock is held meanwhile."""
        if context.run is None:
            yield self
            return
        with living(self.place, context.run.run_id):
            yield self

    @contextmanager
    def writing(self) -> Iterator[Home]:
        """Hold the warehouse's lock.

        Raises:
            Busy: another process holds it.
        """
        with locked(self.place.lock):
            yield self.place
