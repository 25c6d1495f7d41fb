"""How a build says how far it is: the protocol, and the one that says nothing."""

from __future__ import annotations

from typing import Protocol


class Progress(Protocol):
    """Told by the assets, shown by whoever runs them."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A new stage begins, of so many steps if that is known."""

    def advance(self) -> None:
        """One step of the stage is done."""


class Silent:
    """Shows nothing: Dagster has its own events."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Say nothing."""

    def advance(self) -> None:
        """Say nothing."""
