"""Which code makes a build: a digest of the parser and one of the models, kept in the release."""

from __future__ import annotations

import hashlib
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[1] / "dbt_project"
COLUMNS = ("part", "digest")
_SOURCES = (".sql", ".py", ".yml", ".csv", ".md")


def code_versions(parser_version: str) -> list[dict[str, str]]:
    """The rows of `raw.code_version`: by them a diff tells our changes from the filers'."""
    digests = {"models": models_version()[:12], "parser": parser_version}
    return [dict(zip(COLUMNS, row, strict=True)) for row in sorted(digests.items())]


def models_version() -> str:
    """A digest of the dbt project and the code lists that it seeds."""
    digest = hashlib.sha256()
    folders = (PROJECT, PROJECT.parent / "ingest" / "codes")
    files = [f for folder in folders for f in folder.rglob("*") if f.suffix in _SOURCES]
    for file in sorted(f for f in files if "target" not in f.parts):
        digest.update(file.relative_to(PROJECT.parent).as_posix().encode() + file.read_bytes())
    return digest.hexdigest()
