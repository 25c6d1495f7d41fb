"""The process that runs other people's SQL: `python -m warehouse.worker MEGABYTES`.

It takes pickled requests from its starter and answers each with a line of JSON, rows as an Arrow
stream after it. DuckDB's own limits do not hold while it computes a single long value (`repeat`,
`range`), so this process is bounded from outside: the system refuses it memory beyond its share
and any write to a file, and its starter kills it when time is up.
"""

from __future__ import annotations

import json
import os
import pickle
import resource
import sys
import threading
import time
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import duckdb
import pyarrow as pa  # type: ignore[import-untyped]

from warehouse.reader import open_release

HEADROOM = 2 * 2**30
"""Address space that the interpreter and its libraries take beside DuckDB's share."""
_BATCH = 10_000


class Refused(Exception):
    """The text is no single SELECT."""


class TooLarge(Exception):
    """The result has more rows than may be fetched."""


@dataclass(frozen=True, slots=True)
class Request:
    """One query on one release."""

    file: Path
    sql: str
    parameters: tuple[object, ...]
    max_rows: int


def serve(requests: BinaryIO, answers: BinaryIO, megabytes: int) -> None:
    """Say that it is ready, then answer requests until there are no more."""
    answers.write(b"ready\n")
    answers.flush()
    opened: dict[Path, duckdb.DuckDBPyConnection] = {}
    while True:
        try:
            request: Request = pickle.load(requests)  # noqa: S301 - from our own starter
        except EOFError:
            return
        rows = b""
        try:
            if request.file not in opened:
                for con in opened.values():
                    con.close()
                opened = {request.file: open_release(request.file, f"{megabytes}MB", threads=2)}
            rows = _rows(opened[request.file], request)
            said: dict[str, object] = {"bytes": len(rows)}
        except FileNotFoundError as error:
            said = {"error": "Gone", "message": str(error)}
        except (duckdb.Error, MemoryError, Refused, TooLarge) as error:
            said = {"error": type(error).__name__, "message": str(error)}
        answers.write(json.dumps(said).encode() + b"\n" + rows)
        answers.flush()


def _rows(con: duckdb.DuckDBPyConnection, request: Request) -> bytes:
    statements = duckdb.extract_statements(request.sql)
    if [statement.type for statement in statements] != [duckdb.StatementType.SELECT]:
        raise Refused("one SELECT at a time, and nothing else")
    with con.cursor() as cursor:
        relation = cursor.sql(statements[0], params=request.parameters)
        found = relation.to_arrow_reader(_BATCH)
        out, count = BytesIO(), 0
        with pa.ipc.new_stream(out, found.schema) as stream:
            for batch in found:
                count += batch.num_rows
                if count > request.max_rows:
                    raise TooLarge(f"more than {request.max_rows:,} rows; ask for fewer")
                stream.write_batch(batch)
    return out.getvalue()


def _die_with(starter: int) -> None:
    """End when the starter is gone: nobody else would end a query that takes too long."""
    while os.getppid() == starter:
        time.sleep(1)
    os._exit(1)


def _bind(megabytes: int) -> None:
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()
    limit = megabytes * 2**20 + HEADROOM
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    share = int(sys.argv[1])
    _bind(share)
    serve(sys.stdin.buffer, sys.stdout.buffer, share)
