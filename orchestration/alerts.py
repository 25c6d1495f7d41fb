"""What is new since people were told last: failures, files that cannot be read, error findings.

`<home>/alerts.json` keeps what was told, and only once it was told: what could not be sent is new
again at the next run. The first release is the base line; nobody is told what was always there.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Any

import polars as pl

from orchestration.channels import Channel
from warehouse.diff import CannotCompare, changes
from warehouse.files import write_whole
from warehouse.home import Home
from warehouse.reader import open_release
from warehouse.release import current_release, releases

PROGRAM = "Juesuan 决算"
STATE = "alerts.json"
LISTED = 20
_UNREAD = """
    select path, sha256, reason, message_en, message_zh from audit.quarantine
    where reason not in ('duplicate', 'superseded', 'withdrawn') order by all
"""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Told:
    """What people know: the last release told of, the failure that stands, files not read."""

    release: str | None = None
    failure: str | None = None
    unread: tuple[str, ...] = ()


def tell_failure(home: Home, reasons: Sequence[str], channel: Channel) -> bool:
    """Tell why a run failed, unless the one before failed for the same reasons.

    Returns:
        Whether there was something to tell.
    """
    told = _told(home)
    failure = "\n".join(sorted(reasons))
    if failure == told.failure:
        return False
    listed = _listed(list(reasons), "juesuan status")
    text = "\n".join([*listed, "", "The release before stays in place. 上一发布版保持不变。"])
    channel.send(f"{PROGRAM}: the run failed 构建失败", text)
    _keep(home, replace(told, failure=failure))
    return True


def tell_release(home: Home, channel: Channel) -> bool:
    """Tell what the current release brought that people should look at, if anything.

    Returns:
        Whether there was something to tell.
    """
    told, current = _told(home), current_release(home)
    if current is None:
        return False
    unread = _unread(current)
    if told.release is not None:
        fresh = [row for key, row in unread.items() if key not in told.unread]
        findings = _new_errors(home, told.release, current)
        if fresh or findings:
            channel.send(*_message(findings, fresh))
    else:
        fresh, findings = [], []
    _keep(home, Told(current.stem, None, tuple(unread)))
    return bool(fresh or findings)


def _new_errors(home: Home, before: str, current: Path) -> list[Row]:
    """Error findings that the release told of did not have, or had as less."""
    earlier = [file for file in releases(home) if before <= file.stem < current.stem]
    if not earlier:
        return []
    try:
        rows = changes(earlier[0], current)
    except CannotCompare as error:
        return [{"path": None, "rule_id": None, "after": f"not compared 无法比较: {error}"}]
    is_error = (pl.col("what") == "finding") & (pl.col("severity") == "error")
    was_error = pl.col("before").fill_null("").str.starts_with("error")
    wanted = is_error & ~was_error & pl.col("after").is_not_null()
    return rows.filter(wanted).to_dicts()


def _unread(release: Path) -> dict[str, Row]:
    """Files that could not be read, by path, content and reason."""
    names = ("path", "sha256", "reason", "message_en", "message_zh")
    with open_release(release) as con:
        rows = [dict(zip(names, row, strict=True)) for row in con.execute(_UNREAD).fetchall()]
    return {f"{row['path']} {row['sha256'][:12]} {row['reason']}": row for row in rows}


def _message(findings: list[Row], unread: list[Row]) -> tuple[str, str]:
    counts = {"new error findings 项新差错": findings, "files not read 份文件未读出": unread}
    said = ", ".join(f"{len(rows)} {what}" for what, rows in counts.items() if rows)
    lines = [_finding(row) for row in findings]
    files = ["  ".join(dict.fromkeys((r["message_en"], r["message_zh"]))) for r in unread]
    return f"{PROGRAM}: {said}", "\n".join([*_listed(lines), *_listed(files)])


def _listed(lines: list[str], where: str = "juesuan diff") -> list[str]:
    more = len(lines) - LISTED
    return lines[:LISTED] + [f"… {more} more 另有 {more} 项: {where}"] * (more > 0)


def _finding(row: Row) -> str:
    names = ("path", "rule_id", "form", "row_key", "measure", "after")
    return "  ".join(str(row[name]) for name in names if row.get(name))


def _told(home: Home) -> Told:
    file = home.root / STATE
    if not file.exists():
        return Told()
    said = json.loads(file.read_text("utf-8"))
    return Told(said["release"], said["failure"], tuple(said["unread"]))


def _keep(home: Home, told: Told) -> None:
    text = json.dumps(asdict(told), ensure_ascii=False, indent=1)
    file = home.root / STATE
    if not file.exists() or file.read_text("utf-8") != text:
        write_whole(file, lambda beside: beside.write_text(text, "utf-8"))
