"""Superset on a Juesuan release: in Chinese, its own database, and no query that reaches a file.

Set SUPERSET_CONFIG_PATH to this file, SUPERSET_SECRET_KEY and SUPERSET_DATABASE_URI beside it.
`close_the_file_system` works in any program that uses SQLAlchemy: import it before connecting.
"""

import os

from sqlalchemy import event
from sqlalchemy.pool import Pool

SECRET_KEY = os.environ.get("SUPERSET_SECRET_KEY", "")
SQLALCHEMY_DATABASE_URI = os.environ.get("SUPERSET_DATABASE_URI", "sqlite:////tmp/superset.db")
BABEL_DEFAULT_LOCALE = "zh"
LANGUAGES = {"zh": {"flag": "cn", "name": "简体中文"}, "en": {"flag": "us", "name": "English"}}
PREVENT_UNSAFE_DB_CONNECTIONS = False  # DuckDB counts as unsafe; it is closed below
SQLLAB_TIMEOUT = 60
ROW_LIMIT = 50_000


@event.listens_for(Pool, "connect")
def close_the_file_system(connection: object, _record: object) -> None:
    """Lock each new DuckDB connection; `read_only` alone lets a query overwrite the release."""
    if not type(connection).__module__.startswith(("duckdb", "_duckdb")):
        return
    cursor = connection.cursor()  # type: ignore[attr-defined]
    cursor.execute("select current_setting('lock_configuration')")
    if cursor.fetchone()[0]:  # another connection of this process to the same release did it
        return
    cursor.execute("set disabled_filesystems = 'LocalFileSystem'")
    cursor.execute("set lock_configuration = true")
