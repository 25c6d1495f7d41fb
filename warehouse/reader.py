"""Opens a released database for reading, so that no query can reach a file or the network.

`read_only` alone is not enough: it still lets a query write files, and even overwrite the
database itself. The file system is closed after opening, and the settings are locked.
"""

from __future__ import annotations

from pathlib import Path

import duckdb

_CONFIG = {
    "enable_external_access": "false",
    "autoinstall_known_extensions": "false",
    "autoload_known_extensions": "false",
    "python_enable_replacements": "false",
}


def open_release(
    path: Path, memory_limit: str | None = None, threads: int | None = None
) -> duckdb.DuckDBPyConnection:
    """Connect to a released file, or to the release that a link points to now.

    The connection keeps to that release; open again to see a later one. Nothing spills to disk,
    so a query larger than `memory_limit` fails. SQL of other people goes through
    `warehouse.bounded`: here a single long value may take any memory and time.

    Raises:
        FileNotFoundError: there is no such file.
    """
    # The real path: DuckDB hands out an open database again for a path it knows.
    real = path.resolve(strict=True)
    con = duckdb.connect(real, read_only=True, config=dict(_CONFIG))
    if threads:
        con.execute("set threads = $1", [threads])
    if memory_limit:
        con.execute("set memory_limit = $1", [memory_limit])
    con.execute("set disabled_filesystems = 'LocalFileSystem'")
    con.execute("set lock_configuration = true")
    return con
