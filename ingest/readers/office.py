"""The old and the open office formats, through LibreOffice in a process of its own.

`.doc`, `.wps`, `.rtf`, `.odt` become docx, `.ods` and `.xlsb` become xlsx, in batches (a start of
the program costs a second, a file a third of it), and are then read as these. The program is
found on the path; where it is not, the error says what to install.
"""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from ingest.document import Document, UnreadableFile
from ingest.readers import bounds
from ingest.readers.sniff import sniff

_TARGETS = {"doc": "docx", "rtf": "docx", "odt": "docx", "ods": "xlsx", "xlsb": "xlsx"}
_MODULES = {"docx": "docx", "xlsx": "workbook"}


def read(data: bytes, name: str) -> Document:
    """Reads one old file; `convert_many` is cheaper for many.

    Raises:
        UnreadableFile: `unsupported` without LibreOffice, `damaged` when it makes nothing of it.
    """
    key = sniff(data)
    with tempfile.TemporaryDirectory(prefix="juesuan-") as folder:
        source = Path(folder) / f"source.{key}"
        source.write_bytes(data)
        converted = convert_many([source])[source]
    if isinstance(converted, UnreadableFile):
        raise UnreadableFile(converted.reason, f"{name or key}: {converted}")
    return read_converted(converted, key, name)


def read_converted(data: bytes, key: str, name: str) -> Document:
    """The document in what LibreOffice made of a file of format `key`.

    Raises:
        UnreadableFile: also for an empty result, which is what it makes of noise.
    """
    module = import_module(f"ingest.readers.{_MODULES[_TARGETS[key]]}")
    document: Document = module.read(data, name)
    if not document.blocks:
        raise UnreadableFile("damaged", f"{name or key}: LibreOffice finds nothing in it")
    return replace(document, format=key)


def convert_many(paths: Sequence[Path]) -> dict[Path, bytes | UnreadableFile]:
    """Converts files in one start of the program per target format.

    Args:
        paths: files with the extension that their content has (`sniff`).

    Returns:
        Per path the bytes of the docx or xlsx, or the error. A batch that hangs is killed and
        its files are tried one by one, so that one bad file does not take others with it.
    """
    out: dict[Path, bytes | UnreadableFile] = {}
    for target in sorted(set(_TARGETS.values())):
        batch = [path for path in paths if _TARGETS.get(path.suffix[1:]) == target]
        out |= _batch(batch, target)
    return out


def _batch(paths: list[Path], target: str) -> dict[Path, bytes | UnreadableFile]:
    if not paths:
        return {}
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        error = UnreadableFile(
            "unsupported",
            "this format is read through LibreOffice, which is not installed here: install it "
            "(Debian: apt-get install libreoffice-writer-nogui libreoffice-calc-nogui) or save "
            f"the file as .{target}",
        )
        return dict.fromkeys(paths, error)
    with tempfile.TemporaryDirectory(prefix="juesuan-") as folder:
        done = _run(program, paths, target, Path(folder))
    missing = [path for path in paths if path not in done]
    if len(paths) > 1:
        for path in missing:
            done |= _batch([path], target)
    elif missing:
        done = {
            paths[0]: UnreadableFile(
                "damaged", "LibreOffice could not open it; open it and save it as .docx or .xlsx"
            )
        }
    return done


def _run(
    program: str, paths: list[Path], target: str, folder: Path
) -> dict[Path, bytes | UnreadableFile]:
    """One start of the program; what it made, by source."""
    sources = folder / "in"
    sources.mkdir()
    named = {}
    for number, path in enumerate(paths):
        copy = sources / f"{number}{path.suffix}"
        shutil.copyfile(path, copy)
        named[copy] = path
    command = [
        program, "--headless", "--norestore", "--nolockcheck", "--nodefault",
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--convert-to", target, "--outdir", str(folder / "out"), *map(str, named),
    ]  # fmt: skip
    run_bounded(command, bounds.SOFFICE_SECONDS + 5 * len(paths))
    done: dict[Path, bytes | UnreadableFile] = {}
    for copy, path in named.items():
        result = folder / "out" / f"{copy.stem}.{target}"
        if result.exists() and result.stat().st_size:
            done[path] = result.read_bytes()
    return done


def run_bounded(command: list[str], seconds: int) -> None:
    """Runs a command in a process group of its own, which does not outlive the wait for it.

    The program is a chain of processes: when the time is up, or this process is told to stop,
    all of them are killed.
    """
    process = subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    )
    try:
        with suppress(subprocess.TimeoutExpired):
            process.wait(timeout=seconds)
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()
