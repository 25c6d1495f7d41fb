"""The user's own peer groups are read from the home, or refused with file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from analysis.own_groups import UnusableGroups
from orchestration.assets.analytics import _own_groups
from warehouse.home import Home


def written(tmp_path: Path, content: bytes) -> Home:
    (tmp_path / "peer_groups.csv").write_bytes(content)
    return Home(tmp_path)


def test_no_file_is_no_group(tmp_path: Path) -> None:
    assert _own_groups(Home(tmp_path)).is_empty()


def test_a_file_is_read(tmp_path: Path) -> None:
    home = written(tmp_path, "\ufeffgroup,department_id\r\n河谷,d1\r\n".encode())
    assert _own_groups(home).rows() == [("河谷", "d1", None, None)]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"group,department_id\ng,\n", r"peer_groups\.csv: line 2"),
        ("group,department_id\n河谷,d1\n".encode("gbk"), r"peer_groups\.csv: .*utf-8"),
    ],
)
def test_a_file_that_cannot_be_used_is_named(tmp_path: Path, content: bytes, said: str) -> None:
    with pytest.raises(UnusableGroups, match=said):
        _own_groups(written(tmp_path, content))
