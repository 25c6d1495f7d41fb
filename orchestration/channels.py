"""The ways to tell a person: e-mail, a webhook, the log. The owner of a home chooses one.

`<home>/alerts.yml` holds an `address`, and for a webhook, where it wants another shape, a `body`:

    address: smtp://user:password@mail.example.org:587/?from=juesuan@example.org&to=a@example.org
    address: https://chat.example.org/hook
    body: {msgtype: text, text: {content: "{text}"}}

`JUESUAN_ALERTS` is an address, and wins. Without both, the sensors say what is new in their log.
"""

from __future__ import annotations

import json
import logging
import os
import smtplib
import urllib.request
from collections.abc import Mapping
from dataclasses import dataclass
from email.message import EmailMessage
from pathlib import Path
from typing import Protocol
from urllib.parse import SplitResult, parse_qs, unquote, urlsplit

import yaml

VARIABLE = "JUESUAN_ALERTS"
FILE = "alerts.yml"
TIMEOUT_S = 20
PLAIN: Mapping[str, object] = {"subject": "{subject}", "text": "{text}"}


class UnusableChannel(Exception):
    """What is said of the channel cannot be used. The message says where and why."""


class Channel(Protocol):
    """A way to tell a person."""

    def send(self, subject: str, text: str) -> None:
        """Tell it, or raise what stood in the way: it is told again at the next run."""


@dataclass(frozen=True, slots=True)
class Log:
    """Says it in the log of the run."""

    log: logging.Logger

    def send(self, subject: str, text: str) -> None:
        """One warning."""
        self.log.warning("%s\n%s", subject, text)


@dataclass(frozen=True, slots=True)
class Mail:
    """Sends it through a mail server (`smtp://`, with STARTTLS where there is a user; `smtps://`)."""

    server: SplitResult
    sender: str
    receivers: tuple[str, ...]

    def send(self, subject: str, text: str) -> None:
        """One message to all."""
        message = EmailMessage()
        message["Subject"], message["From"] = subject, self.sender
        message["To"] = ", ".join(self.receivers)
        message.set_content(text, cte="base64")
        where, secure = (self.server.hostname or "", self.server.port or 0), _is_secure(self.server)
        with (smtplib.SMTP_SSL if secure else smtplib.SMTP)(*where, timeout=TIMEOUT_S) as smtp:
            if self.server.username:
                if not secure:
                    smtp.starttls()
                smtp.login(unquote(self.server.username), unquote(self.server.password or ""))
            smtp.send_message(message)


@dataclass(frozen=True, slots=True)
class Webhook:
    """Posts it as JSON of the shape that `body` has, with the texts put in."""

    address: str
    body: Mapping[str, object]

    def send(self, subject: str, text: str) -> None:
        """One request."""
        said = json.dumps(_filled(self.body, {"{subject}": subject, "{text}": text}))
        request = urllib.request.Request(  # noqa: S310 - the owner's own address, http(s) alone
            self.address, said.encode(), {"Content-Type": "application/json; charset=utf-8"}
        )
        with urllib.request.urlopen(request, timeout=TIMEOUT_S):  # noqa: S310
            pass


def channel_of(home: Path) -> Channel | None:
    """The channel that this home's owner chose, if one was chosen.

    Raises:
        UnusableChannel: the file or the address cannot be used.
    """
    file = home / FILE
    said = _read(file) if file.exists() else {}
    address = os.environ.get(VARIABLE) or said.get("address")
    where = VARIABLE if os.environ.get(VARIABLE) else str(file)
    if address is None:
        return None
    body = said.get("body", PLAIN)
    if not isinstance(address, str) or not isinstance(body, Mapping):
        raise UnusableChannel(f"{where}: address is a text, body a mapping")
    return _channel(address, body, where)


def _channel(address: str, body: Mapping[str, object], where: str) -> Channel:
    url = urlsplit(address)
    if url.scheme in ("http", "https") and url.hostname:
        return Webhook(address, body)
    if url.scheme in ("smtp", "smtps") and url.hostname:
        asked = parse_qs(url.query)
        receivers = tuple(one for said in asked.get("to", ()) for one in said.split(","))
        if receivers and asked.get("from"):
            return Mail(url, asked["from"][0], receivers)
    raise UnusableChannel(
        f"{where}: no address of a channel (http[s]://…, smtp[s]://host:port/?from=…&to=…)"
    )


def _read(file: Path) -> Mapping[str, object]:
    try:
        said = yaml.safe_load(file.read_text("utf-8"))
    except yaml.YAMLError as error:
        raise UnusableChannel(f"{file}: {' '.join(str(error).split())}") from error
    if not isinstance(said, Mapping) or not set(said) <= {"address", "body"}:
        raise UnusableChannel(f"{file}: holds `address` and `body`, nothing else")
    return said


def _is_secure(server: SplitResult) -> bool:
    return server.scheme == "smtps"


def _filled(shape: object, words: Mapping[str, str]) -> object:
    if isinstance(shape, Mapping):
        return {key: _filled(value, words) for key, value in shape.items()}
    if isinstance(shape, list):
        return [_filled(value, words) for value in shape]
    if isinstance(shape, str):
        for mark, word in words.items():
            shape = shape.replace(mark, word)
    return shape
