"""The audit as one SQL script: what dbt compiles of the rules, for checks without a warehouse.

    python -m orchestration.compile_audit

writes `dbt_project/compiled/audit.sql`: tables in the order of their dependencies, from the schema
`raw` and the seeds that the rules need to their equations and results. It stands here because only
this package knows of dbt; the rules themselves stand in the dbt project. A test proves it current.
"""

from __future__ import annotations

import csv
import json
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from graphlib import TopologicalSorter
from pathlib import Path
from typing import Any

from warehouse.scratch import NEXT, THEN

PROJECT = Path(__file__).resolve().parents[1] / "dbt_project"
SCRIPT = PROJECT / "compiled" / "audit.sql"
WANTED = (
    "rule_result",
    "int_equation",
    "int_rounding_regime",
    "dim_rule",
    "int_name",
    "int_finding_statement",
)

Node = Mapping[str, Any]

_HEAD = """\
-- The audit, as dbt compiles it. Made by `python -m orchestration.compile_audit`: do not edit.
-- Give it a database with the schema `raw` of some filings; it makes the rest.
"""


def compiled() -> str:
    """The script that the project gives as it stands.

    Raises:
        RuntimeError: dbt cannot compile the project; the message is its output.
    """
    groups = _groups(_manifest())
    schemas = sorted({str(node["schema"]) for group in groups for node in group})
    made = "".join(f"create schema if not exists {schema};\n" for schema in schemas)
    return _HEAD + THEN.join(
        [made, *(NEXT.join(_statement(node) for node in group) for group in groups)]
    )


def main() -> None:
    """Write the script."""
    SCRIPT.parent.mkdir(exist_ok=True)
    SCRIPT.write_text(compiled(), "utf-8")


def _manifest() -> Mapping[str, Node]:
    with tempfile.TemporaryDirectory() as folder:
        dbt = str(Path(sys.executable).with_name("dbt"))
        aside = ["--target-path", folder, "--log-path", folder, "--no-partial-parse"]
        wanted = [f"+{name}" for name in WANTED]
        command = [dbt, "compile", "--quiet", "--select", *wanted, *aside]
        environment = {**os.environ, "JUESUAN_HOME": folder}
        done = subprocess.run(
            command, cwd=PROJECT, env=environment, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise RuntimeError(done.stdout + done.stderr)
        manifest = json.loads((Path(folder) / "manifest.json").read_text("utf-8"))
    nodes: Mapping[str, Node] = manifest["nodes"]
    return nodes


def _groups(manifest: Mapping[str, Node]) -> list[list[Node]]:
    """The wanted nodes and all that they need, each group after what it needs."""
    graph: dict[str, list[str]] = {}
    todo = [key for key, node in manifest.items() if node["name"] in WANTED]
    while todo:
        key = todo.pop()
        if key not in graph:
            graph[key] = [n for n in manifest[key]["depends_on"].get("nodes", ()) if n in manifest]
            todo += graph[key]
    order = TopologicalSorter(graph)
    order.prepare()
    groups = []
    while order.is_active():
        ready = sorted(order.get_ready())
        groups.append([manifest[key] for key in ready])
        order.done(*ready)
    return groups


def _statement(node: Node) -> str:
    name = f"{node['schema']}.{node['name']}"
    if node["resource_type"] == "seed":
        return f"create table {name} as\n{_seed(node)};\n"
    sql = _own(node).replace(f'"{node["database"]}".', "").strip()
    lines = (line.rstrip() for line in sql.splitlines())
    return f"create table {name} as\n" + "\n".join(line for line in lines if line) + ";\n"


def _own(node: Node) -> str:
    """A model's own query: the models that dbt writes into it are tables here.

    One query of a hundred rules takes longer to plan than a hundred queries.
    """
    sql = str(node["compiled_code"])
    written_in = ", ".join(str(cte["sql"]) for cte in node["extra_ctes"])
    if written_in:
        before, found, after = sql.partition(written_in + ",")
        if not found:
            raise RuntimeError(f"{node['name']}: dbt does not write the rules into it as it did")
        sql = re.sub(r"\b__dbt__cte__(\w+)", rf"{node['schema']}.\1", before + after)
    return sql


def _seed(node: Node) -> str:
    types: Mapping[str, str] = node["config"]["column_types"]
    path = PROJECT / str(node["original_file_path"])
    with path.open(encoding="utf-8", newline="") as file:
        reader = csv.DictReader(file)
        rows, columns = list(reader), list(reader.fieldnames or ())
    wanted: Mapping[str, Any] = node["config"].get("meta", {}).get("audit", {})
    if wanted:
        return _lines(rows, **wanted)
    casts = ", ".join(f"cast({c} as {types.get(c, 'varchar')}) as {c}" for c in columns)
    if not rows:
        nulls = ", ".join(f"null as {c}" for c in columns)
        return f"select {casts}\nfrom (select {nulls}) as seed\nwhere false"
    values = ",\n".join(f"    ({', '.join(_literals(row, columns))})" for row in rows)
    return f"select {casts}\nfrom (values\n{values}\n) as seed ({', '.join(columns)})"


def _lines(seed: list[dict[str, str]], columns: list[str], rows: Mapping[str, str]) -> str:
    """Of a long seed the text columns and rows that its `meta.audit` names: lines split faster."""
    kept = [row for row in seed if all(row[column] == value for column, value in rows.items())]
    lines = "\n".join("|".join(row[column] for column in columns) for row in kept)
    texts = ", ".join(f"split_part(line, '|', {n}) as {c}" for n, c in enumerate(columns, start=1))
    return f"select {texts}\nfrom (select unnest(string_split('{lines}', chr(10))) as line) as seed"


def _literals(row: Mapping[str, str], columns: list[str]) -> Iterator[str]:
    """SQL text literals of a seed's row; a blank is null, as dbt loads it."""
    for column in columns:
        value = row[column]
        yield "'" + value.replace("'", "''") + "'" if value else "null"


if __name__ == "__main__":
    main()
