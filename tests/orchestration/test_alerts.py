"""Who is told what: once, only of what is new; each channel is tried on loopback."""

from __future__ import annotations

import json
import logging
import socketserver
from collections.abc import Iterator
from contextlib import contextmanager
from email import message_from_string, policy
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

import dagster as dg
import duckdb
import pytest

from orchestration.alerts import tell_failure, tell_release
from orchestration.channels import Log, UnusableChannel, channel_of
from orchestration.failures import dbt_says
from orchestration.run import tell
from warehouse.home import Home
from warehouse.release import publish

QUARANTINE = """
    create schema if not exists audit;
    create or replace table audit.quarantine (path varchar, sha256 varchar, reason varchar,
        message_en varchar, message_zh varchar);
"""


class Kept:
    """A channel that keeps what was sent; `broken` makes it fail."""

    def __init__(self) -> None:
        self.sent: list[tuple[str, str]] = []
        self.broken = False

    def send(self, subject: str, text: str) -> None:
        if self.broken:
            raise ConnectionRefusedError
        self.sent.append((subject, text))


def release(home: Home, *cases: tuple[str, str]) -> None:
    """Publish a database that holds these cases of the quarantine and nothing else."""
    home.root.mkdir(exist_ok=True)
    with duckdb.connect(home.build) as con:
        con.execute(QUARANTINE)
        for path, reason in cases:
            con.execute(
                "insert into audit.quarantine values ($1, $1, $2, $1 || ' bad', $1 || '坏')",
                [path, reason],
            )
    home.checked.touch()
    publish(home)


@pytest.fixture
def home(tmp_path: Path) -> Home:
    return Home(tmp_path / "home")


def test_a_failure_is_told_once_and_again_after_a_good_night(home: Home) -> None:
    home.root.mkdir()
    kept = Kept()
    assert tell_failure(home, ["b", "a"], kept)
    assert not tell_failure(home, ["a", "b"], kept)
    assert tell_failure(home, ["c"], kept)
    release(home)
    assert not tell_release(home, kept)
    assert tell_failure(home, ["c"], kept)
    assert [text.split("\n\n")[0] for _, text in kept.sent] == ["b\na", "c", "c"]


def test_what_was_always_there_is_no_news_and_what_comes_is_told_once(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestration.alerts._new_errors", lambda *_: [])
    kept = Kept()
    release(home, ("old", "empty_file"))
    assert not tell_release(home, kept)
    release(home, ("old", "empty_file"), ("new", "crashed"), ("twin", "duplicate"))
    assert tell_release(home, kept)
    assert not tell_release(home, kept)
    assert kept.sent == [("Juesuan 决算: 1 files not read 份文件未读出", "new bad  new坏")]


def test_what_could_not_be_sent_is_told_at_the_next_run(
    home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("orchestration.alerts._new_errors", lambda *_: [])
    kept = Kept()
    release(home)
    tell_release(home, kept)
    release(home, ("new", "crashed"))
    kept.broken = True
    with pytest.raises(ConnectionRefusedError):
        tell_release(home, kept)
    kept.broken = False
    assert tell_release(home, kept)


def test_a_long_list_is_cut_and_says_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    rows = [{"path": f"f{n}", "rule_id": "A-SUM", "after": "error"} for n in range(23)]
    monkeypatch.setattr("orchestration.alerts._new_errors", lambda *_: rows)
    kept = Kept()
    release(home)
    tell_release(home, kept)
    tell_release(home, kept)
    [(subject, text)] = kept.sent
    assert subject == "Juesuan 决算: 23 new error findings 项新差错"
    lines = text.splitlines()
    assert (len(lines), lines[0], lines[-1][:8]) == (21, "f0  A-SUM  error", "… 3 more")


DBT = """The dbt CLI process failed with exit code `1`.

Errors parsed from dbt logs:

14 of 36 ERROR corrections_hold ................... [ERROR in 0.12s]

[ERROR]: in test corrections_hold (tests/corrections_hold.sql)

  Runtime Error in test corrections_hold (tests/corrections_hold.sql)
  Invalid Input Error: corrections.csv, line 2: a.txt: expected 9.99, found 76.61

Failure in test not_null_x (models/x.yml)
  Got 3 results, configured to fail if != 0
  compiled code at target/compiled/x.sql
"""


def test_of_what_dbt_prints_the_reasons_are_kept() -> None:
    assert dbt_says(DBT) == [
        "Invalid Input Error: corrections.csv, line 2: a.txt: expected 9.99, found 76.61",
        "Failure in test not_null_x (models/x.yml)",
    ]
    assert dbt_says("archive: no such folder") == []


@contextmanager
def listening(server: socketserver.BaseServer) -> Iterator[int]:
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.server_address[1]  # type: ignore[index]
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def test_a_webhook_gets_the_shape_that_it_wants(home: Home) -> None:
    got: list[object] = []

    class Hook(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            got.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(500 if self.path == "/broken" else 204)
            self.end_headers()

        def log_message(self, *_: object) -> None: ...

    home.root.mkdir()
    with listening(HTTPServer(("127.0.0.1", 0), Hook)) as port:
        address = f"address: http://127.0.0.1:{port}/"
        file = home.root / "alerts.yml"
        for body in ("", "\nbody: {msgtype: text, text: {content: '{subject}｜{text}'}, to: [1]}"):
            file.write_text(address + body, "utf-8")
            channel = channel_of(home.root)
            assert channel
            channel.send("题", "文{subject}")
        file.write_text(f"{address}broken")
        channel = channel_of(home.root)
        assert channel
        with pytest.raises(OSError, match="500"):
            channel.send("题", "文")
    assert got[0] == {"subject": "题", "text": "文{subject}"}
    assert got[1] == {"msgtype": "text", "text": {"content": "题｜文{subject}"}, "to": [1]}


class Smtp(socketserver.StreamRequestHandler):
    """Just enough of a mail server to be handed one message."""

    def handle(self) -> None:
        self.said: list[str] = []
        self.answer("220 here")
        while line := self.rfile.readline().decode().strip():
            self.said.append(line)
            if line.upper() == "DATA":
                self.answer("354 go on")
                data = iter(lambda: self.rfile.readline().decode(), ".\r\n")
                self.server.messages.append((self.said, "".join(data)))  # type: ignore[attr-defined]
            self.answer("221 bye" if line.upper() == "QUIT" else "250 ok")
            if line.upper() == "QUIT":
                return

    def answer(self, text: str) -> None:
        self.wfile.write(f"{text}\r\n".encode())


def test_a_mail_reaches_all_its_receivers(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    server = socketserver.TCPServer(("127.0.0.1", 0), Smtp)
    server.messages = messages = []  # type: ignore[attr-defined]
    with listening(server) as port:
        said = f"smtp://127.0.0.1:{port}/?from=j@example.org&to=a@example.org,b@example.org"
        monkeypatch.setenv("JUESUAN_ALERTS", said)
        channel = channel_of(home.root)
        assert channel
        channel.send("构建失败", "第一行\n第二行")
    [(commands, data)] = messages
    # Commands are of any case, and that of smtplib differs between versions of Python.
    receivers = [c.partition(":")[2] for c in commands if c.lower().startswith("rcpt to:")]
    assert receivers == ["<a@example.org>", "<b@example.org>"]
    message = message_from_string(data, policy=policy.default)
    assert message["Subject"] == "构建失败"
    assert message.get_content().splitlines() == ["第一行", "第二行"]


def test_nothing_chosen_is_no_channel_and_the_log_is_one(
    home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("JUESUAN_ALERTS", raising=False)
    assert channel_of(home.root) is None
    Log(logging.getLogger("night")).send("s", "t")
    assert [record.message for record in caplog.records] == ["s\nt"]


@pytest.mark.parametrize(
    "said",
    [
        "address: ftp://x",
        "address: smtp://x/?to=a@b.c",
        "address: 1",
        "adress: http://x/",
        "[",
        "address: http://x/\nbody: text",
        "",
    ],
)
def test_a_channel_that_cannot_be_used_is_an_error(
    home: Home, monkeypatch: pytest.MonkeyPatch, said: str
) -> None:
    monkeypatch.delenv("JUESUAN_ALERTS", raising=False)
    home.root.mkdir()
    (home.root / "alerts.yml").write_text(said)
    with pytest.raises(UnusableChannel, match=r"alerts\.yml: "):
        channel_of(home.root)


def test_a_run_stands_though_its_alert_cannot_be_sent(
    home: Home, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.delenv("JUESUAN_ALERTS", raising=False)
    home.root.mkdir()
    (home.root / "alerts.yml").write_text("address: http://127.0.0.1:1/hook")

    @dg.job
    def empty() -> None: ...

    tell(home, empty.execute_in_process())
    assert not [text for text in caplog.messages if "alert" in text]
    release(home)
    tell(home, empty.execute_in_process())
    release(home, ("new", "crashed"))
    monkeypatch.setattr("orchestration.alerts._new_errors", lambda *_: [])
    tell(home, empty.execute_in_process())
    [said] = [text for text in caplog.messages if "alert not sent" in text]
    assert "Connection refused" in said
