"""Which errors go away when one waits: another writer, a disk or network that stumbled. No others.

A bad file, a failed check or a full disk is the same at the next try: those fail at once.
"""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

import dagster as dg

from warehouse.files import Busy

TRIES = 3
WAIT_S = 60.0
"""A build that holds the lock takes minutes; a network disk comes back in less."""

_PASSING = {
    errno.EIO, errno.ESTALE, errno.EAGAIN, errno.EBUSY, errno.ETIMEDOUT, errno.EINTR,
    errno.ENETDOWN, errno.ENETUNREACH, errno.EHOSTDOWN, errno.EHOSTUNREACH, errno.ECONNRESET,
}  # fmt: skip


@contextmanager
def retried(wait_s: float | None = None) -> Iterator[None]:
    """Have the step that runs in here tried again where that may help.

    Raises:
        RetryRequested: to Dagster, which tries again; the last error stands when it gives up.
    """
    try:
        yield
    except (Busy, OSError) as error:
        if not _passes(error):
            raise
        wait = WAIT_S if wait_s is None else wait_s
        raise dg.RetryRequested(max_retries=TRIES, seconds_to_wait=wait) from error


def _passes(error: Exception) -> bool:
    return isinstance(error, Busy) or getattr(error, "errno", None) in _PASSING
