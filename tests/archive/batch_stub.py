"""Parse functions for the tests of the batch: workers import them by name."""

import os
import signal
import time

from ingest.readers.office import run_bounded
from ingest.records import ParsedFiling, Quarantined, Source


def parse(source: Source) -> ParsedFiling | Quarantined:
    """Does what the file's name says: sleep, hang, die, raise or be quarantined."""
    act, _, _ = source.path.partition("-")
    if act == "slow":
        time.sleep(0.3)
    if act == "hang":
        time.sleep(600)
    if act == "child":
        run_bounded(["sh", "-c", f"sleep 600 & echo $! > {source.file}; wait"], 600)
    if act == "swell":
        bytearray(6 * 2**30)
    if act == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    if act == "raise":
        raise KeyError(source.path)
    return Quarantined(source.path, source.sha256, "not_a_filing", "en", "zh", "v", "")
