"""Reads the data files of ingest, which are YAML."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# libyaml's parser where it is there: a first start waits for these files.
_TEXTS = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TYPED = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_yaml(path: Path, *, typed: bool = False) -> Any:
    """The file's content as dicts, lists and texts; `typed` has YAML's nulls, flags and numbers.

    Without it 0201 or 是 never become something else.
    """
    return yaml.load(path.read_bytes(), Loader=_TYPED if typed else _TEXTS)  # noqa: S506
