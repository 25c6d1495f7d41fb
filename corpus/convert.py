"""Turns a printed document into PDF or old Word with LibreOffice; for development, not the sample.

LibreOffice dates what it writes, so the bytes differ from run to run. The truth is that of the
document converted, without the places.
"""

from __future__ import annotations

import subprocess
import tempfile
from pathlib import Path

TIMEOUT_SECONDS = 120


class ConversionFailed(Exception):
    """LibreOffice gave no file."""


def convert(content: bytes, source: str, target: str) -> bytes:
    """A document in another format.

    Args:
        content: The document's bytes.
        source: Its file extension: `docx`, `xlsx`.
        target: The extension wanted: `pdf`, `doc`, `xls`.

    Raises:
        FileNotFoundError: LibreOffice (`soffice`) is not installed.
        subprocess.TimeoutExpired: It took too long.
        ConversionFailed: It wrote nothing.
    """
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / f"filing.{source}").write_bytes(content)
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", target, f"filing.{source}"]
        done = subprocess.run(
            command, cwd=folder, capture_output=True, timeout=TIMEOUT_SECONDS, check=False
        )
        made = folder / f"filing.{target}"
        if not made.exists():
            raise ConversionFailed(done.stderr.decode(errors="replace").strip())
        return made.read_bytes()
