"""The rules of the house that no linter knows: docstrings, sizes, imports, pins, addresses."""

from __future__ import annotations

import ast
import re
import subprocess
import tomllib
from pathlib import Path

import pytest
from importlinter.cli import lint_imports

ROOT = Path(__file__).parent.parent
PACKAGES = ["analysis", "corpus", "ingest", "juesuan", "orchestration", "warehouse"]
MODULES = sorted(path for package in PACKAGES for path in (ROOT / package).rglob("*.py"))
LONGEST_MODULE = 400
LARGEST_FILE = 1_000_000

# Taken apart, so that this file itself names none.
REGISTRY_HOSTS = re.compile(
    "|".join(
        re.escape(".".join(parts))
        for parts in [
            ("pypi", "org"),
            ("pythonhosted", "org"),
            ("npmjs", "org"),
            ("npmjs", "com"),
            ("anaconda", "org"),
            ("hub", "getdbt", "com"),
            ("tuna", "tsinghua"),
            ("mirrors", "aliyun"),
        ]
    )
)


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if listed.returncode:
        pytest.skip("not a git checkout")
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_says_what_belongs_in_it_and_stays_small(path: Path):
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    assert not tree.body or ast.get_docstring(tree), "opens without a docstring"
    assert len(source.splitlines()) <= LONGEST_MODULE


def test_the_import_rule_holds(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.chdir(ROOT)
    assert lint_imports(no_cache=True) == 0


def test_no_registry_is_named():
    named = [
        path.relative_to(ROOT)
        for path in tracked_files()
        if REGISTRY_HOSTS.search(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert named == []


def test_no_large_file():
    large = [p.relative_to(ROOT) for p in tracked_files() if p.stat().st_size > LARGEST_FILE]
    assert large == []


def test_every_package_is_pinned():
    """All of the lock that uv makes for itself follows from the pins of pyproject.toml."""
    lock = ROOT / "uv.lock"
    if not lock.exists():
        pytest.skip("no lock: run without uv")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    pins = {
        re.split(r"\s*;", entry)[0]
        for entry in [
            *project["project"]["dependencies"],
            *project["dependency-groups"]["dev"],
            *project["tool"]["uv"]["constraint-dependencies"],
        ]
    }
    locked = tomllib.loads(lock.read_text("utf-8"))["package"]
    loose = [
        f"{package['name']}=={package['version']}"
        for package in locked
        if package["name"] != "juesuan" and f"{package['name']}=={package['version']}" not in pins
    ]
    assert loose == []
