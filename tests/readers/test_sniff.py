"""The door: libraries come only with the files that need them; reading alters nothing."""

from __future__ import annotations

import subprocess
import sys

HEAVY = ("lxml", "pypdfium2", "selectolax", "python_calamine", "xlrd", "olefile")


def test_reading_a_text_imports_no_other_reader() -> None:
    program = (
        "import sys; from ingest.readers import read; read('合计\\t1'.encode(), 'a.txt');"
        f"print([m for m in {HEAVY!r} if m in sys.modules])"
    )
    shown = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert shown.stdout.strip() == "[]"
