"""Reads the data files of ingest: YAML, every word of it a text."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

# No YAML typing, so that 0201 or 是 never become something else; libyaml's parser where it is
# there, for a first start waits for these files.
_LOADER = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


def read_yaml(path: Path) -> Any:
    """The file's content as dicts, lists and texts."""
    return yaml.load(path.read_bytes(), Loader=_LOADER)  # noqa: S506 - it makes texts only
