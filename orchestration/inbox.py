"""Which folder is the inbox: the one named, the home's own, the last one, or else the sample."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from corpus.sample import write_sample
from ingest import archive
from ingest.inbox import UnusableInbox, look
from warehouse.home import Home

OWN = "inbox"
SAMPLE = "sample"


@dataclass(frozen=True, slots=True)
class Inbox:
    """A folder of filings and the name that the archive's manifest knows it by."""

    folder: Path
    name: str


def choose(home: Home, given: Path | None) -> Inbox:
    """The inbox of the next build; nothing is written.

    Raises:
        UnusableInbox: filings lie in the home's own inbox while the last build was of another
            one: which of the two is meant must be said.
    """
    if given is not None:
        own = given.resolve() == home.inbox
        return Inbox(given, OWN if own else given.resolve().as_posix())
    last = _last(home)
    if last in (None, OWN, SAMPLE):
        return Inbox(home.inbox, OWN) if last == OWN or _holds_files(home.inbox) else _sample(home)
    if _holds_files(home.inbox):
        raise UnusableInbox(
            f"filings lie in {home.inbox}, but the last build was of {last}; name one with --inbox"
        )
    return Inbox(Path(str(last)), str(last))


def fill(home: Home, inbox: Inbox) -> None:
    """Make the home's own inbox where it is missing; write the sample if that is built."""
    home.inbox.mkdir(parents=True, exist_ok=True)
    if inbox.name == SAMPLE:
        write_sample(inbox.folder)


def _sample(home: Home) -> Inbox:
    return Inbox(home.sample, SAMPLE)


def _last(home: Home) -> str | None:
    kept = home.archive / archive.LAST_INTAKE
    return archive.last_intake(home.archive).inbox if kept.exists() else None


def _holds_files(folder: Path) -> bool:
    if not folder.is_dir():
        return False
    found = look(folder)
    return bool(found.files or found.refused)
