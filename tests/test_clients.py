"""Standard clients read a release: DuckDB old and new, ADBC, SQLAlchemy with pandas and polars.

Each runs in an environment of its own, made by uv; where that cannot be had, as on a machine
without a package registry, the test is skipped and says so.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from importlib.metadata import version
from pathlib import Path
from typing import Any

import duckdb
import pytest

from warehouse.home import Home
from warehouse.release import publish

HERE = Path(__file__).parent
DEPLOY = HERE.parent / "orchestration" / "deploy"
ROWS = [["襄垣县信访局", "2336700.00"], ["青川原县财政局", "-0.10"]]
COMMENT = "Name of the department (部门名称)"
NEWEST = ""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = Home(tmp_path_factory.mktemp("clients") / "家")
    home.root.mkdir()
    with duckdb.connect(home.build) as con:
        con.execute(
            f"""create schema marts;
            create table marts.t (部门名称 varchar, amount_cny decimal(20, 2));
            insert into marts.t values ('襄垣县信访局', 2336700), ('青川原县财政局', -0.1);
            create view marts.v as from marts.t;
            comment on column marts.t.部门名称 is '{COMMENT}';
            comment on table marts.t is '{COMMENT}'"""  # noqa: S608
        )
    home.checked.touch()
    publish(home)
    return home.current


def missing(packages: tuple[str, ...]) -> str:
    """Empty where an environment with these packages can be had, else why it cannot."""
    if shutil.which("uv") is None:
        return "no uv on the PATH"
    done = subprocess.run([*uv(packages), "-c", ""], capture_output=True, text=True, check=False)
    return f"cannot be installed here: {done.stderr.strip()[-200:]}" if done.returncode else ""


def uv(packages: tuple[str, ...]) -> list[str]:
    told = [word for package in packages for word in ("--with", package)]
    return ["uv", "run", "--quiet", "--no-project", *told, "python"]


def client(script: str, release: Path, *packages: str) -> dict[str, Any]:
    """What a script in `data/` prints in an environment of these packages."""
    said = [*uv(packages), str(HERE / "data" / script), str(release), str(DEPLOY)]
    done = subprocess.run(said, capture_output=True, text=True, check=False)
    if done.returncode and (why := missing(packages)):
        pytest.skip(f"{', '.join(packages)}: {why}")
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


@pytest.mark.parametrize("wanted", ["==1.2.2", "==1.4.5", NEWEST])
def test_duckdb_of_other_versions_reads_a_release(release: Path, wanted: str) -> None:
    found = client("client_duckdb.py", release, f"duckdb{wanted}")
    assert found["rows"] == ROWS
    assert found["comments"] == [[COMMENT]]
    if wanted == NEWEST:
        assert int(found["version"].split(".")[0]) >= 2
    else:
        assert f"=={found['version']}" == wanted


def pinned(*names: str) -> list[str]:
    return [f"{name}=={version(name)}" for name in names]


def test_adbc_reads_a_release(release: Path) -> None:
    packages = [*pinned("duckdb", "pyarrow"), "adbc-driver-manager==1.13.0"]
    found = client("client_adbc.py", release, *packages)
    assert found["rows"] == ROWS
    written, read = found["refused"]
    assert "read-only" in written
    assert "disabled by configuration" in read


def test_sqlalchemy_reads_a_release_and_nothing_else(release: Path) -> None:
    before = release.read_bytes()
    packages = [*pinned("duckdb", "pyarrow", "polars", "pandas"), "duckdb-engine==0.17.0"]
    found = client("client_sqlalchemy.py", release, *packages, "sqlalchemy>=2,<2.1")
    assert found["polars"] == ROWS
    assert found["pandas"] == [["襄垣县信访局", "2336700.0"], ["青川原县财政局", "-0.1"]]
    assert found["tables"] == ["t"]
    assert found["columns"] == ["部门名称", "amount_cny"]
    assert found["comment"] == COMMENT
    assert found["refused"] == 5
    assert release.read_bytes() == before
