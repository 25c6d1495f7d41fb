"""The data package (`datapackage.json`): every file with its hash, every column with what it is."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from warehouse.export.catalogue import Column, Table
from warehouse.export.keys import TableKeys

_MEDIA = {
    ".csv": "text/csv",
    ".parquet": "application/vnd.apache.parquet",
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
}


def package(
    release: str,
    files: Mapping[Path, Sequence[Table]],
    folder: Path,
    keys: Mapping[str, TableKeys],
) -> dict[str, Any]:
    """The descriptor of an export.

    Args:
        release: the id of the release.
        files: file below `folder` → the tables that it holds.
        folder: where the export lies.
        keys: table → its keys.
    """
    resources = [_resource(path, tables, folder, keys) for path, tables in files.items()]
    return {
        "name": "juesuan",
        "title": "部门决算公开 Department final accounts of China",
        "description": (
            "Checked and comparable department final accounts; money in yuan, codes as text, every "
            "value with its place in the filing. "
            "经核对、可比较的部门决算：金额单位为元，代码为文本，每个数值都注明在原文件中的位置。"
        ),
        "version": release,
        "resources": resources,
    }


def _resource(
    path: Path, tables: Sequence[Table], folder: Path, keys: Mapping[str, TableKeys]
) -> dict[str, Any]:
    """One file. Only CSV can be read by every tool: it alone is a table with foreign keys."""
    kind = path.suffix
    name = path.relative_to(folder).as_posix()
    with path.open("rb") as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
    said: dict[str, Any] = {
        "name": tables[0].full_name if kind == ".csv" else name.replace("/", "."),
        "path": name,
        "format": kind[1:],
        "mediatype": _MEDIA[kind],
        "bytes": path.stat().st_size,
        "hash": f"sha256:{digest}",
    }
    if kind == ".xlsx":
        return {**said, "type": "file", "tables": [table.full_name for table in tables]}
    [table] = tables
    said |= {"title": table.title, "description": table.description}
    if kind == ".parquet":
        return {**said, "type": "file", "schema": {"fields": _fields(table)}}
    schema = {"fields": _fields(table), **_keys(table, keys[table.full_name])}
    return {**said, "type": "table", "encoding": "utf-8", "rows": table.n_rows, "schema": schema}


def _fields(table: Table) -> list[dict[str, str]]:
    return [_field(column) for column in table.columns]


def _field(column: Column) -> dict[str, str]:
    said = {"name": column.name, "type": column.kind, "title": column.title}
    unit = {"unit": column.unit} if column.unit else {}
    return {**said, "description": column.description, **unit}


def _keys(table: Table, keys: TableKeys) -> dict[str, Any]:
    said: dict[str, Any] = {"primaryKey": list(keys.primary)} if keys.primary else {}
    if keys.foreign:
        said["foreignKeys"] = [
            {
                "fields": [column],
                # The empty name is the table itself.
                "reference": {"resource": "" if to is table else to.full_name, "fields": [there]},
            }
            for column, to, there in keys.foreign
        ]
    return said
