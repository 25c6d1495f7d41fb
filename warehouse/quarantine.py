"""The quarantine: one JSON file for each thing that did not land, with its reason inside.

Knows no reasons: a case is a flat record of texts with at least `path` and `sha256`.
"""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from warehouse.files import write_whole

Case = Mapping[str, str]


def cases(folder: Path) -> list[dict[str, str]]:
    """All cases, sorted by path and content."""
    found = [json.loads(file.read_text("utf-8")) for file in folder.glob("*.json")]
    return sorted(found, key=lambda case: (case["path"], case["sha256"]))


def keep(folder: Path, rows: Iterable[Case]) -> None:
    """Make the folder hold these cases and no others; what is right already is not touched."""
    folder.mkdir(parents=True, exist_ok=True)
    wanted = {_name(case): json.dumps(dict(case), ensure_ascii=False, indent=1) for case in rows}
    for file in folder.glob("*.json"):
        if file.name not in wanted:
            file.unlink()
    for name, text in wanted.items():
        file = folder / name
        if not file.exists() or file.read_text("utf-8") != text:
            write_whole(file, lambda beside, text=text: beside.write_text(text, "utf-8"))  # type: ignore[misc]


def _name(case: Case) -> str:
    """Readable, and different for different cases: the file's own name and a short hash."""
    key = f"{case['path']}\0{case['sha256']}"
    stem = re.sub(r"[^\w.-]+", "_", case["path"].rsplit("/", 1)[-1])[:60]
    return f"{stem}.{hashlib.sha256(key.encode()).hexdigest()[:10]}.json"
