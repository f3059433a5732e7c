# SPDX-License-Identifier: BSL-1.0
"""E-mails: the text of a message, and what is attached to it."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, NamedTuple

from tongket.encoding import decode
from tongket.errors import Error

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage


class Body(NamedTuple):
    """The text that a message shows.

    Attributes:
        text: as it was sent
        is_html: whether it is a page of HTML
        encoding: how its bytes were read, in words
    """

    text: str
    is_html: bool
    encoding: str


@contextmanager
def _message(data: bytes) -> Iterator[EmailMessage]:
    """A message to be looked at. What a header of another form brings about there is an error of ours."""
    from email import message_from_bytes, policy  # noqa: PLC0415

    try:
        yield message_from_bytes(data, policy=policy.default)
    except Exception as error:
        raise Error(f"a damaged e-mail: {type(error).__name__}: {error}", "invalid_file") from error


def body(data: bytes) -> Body | None:
    """The text part of a message, else its HTML part; None where both are missing or empty.

    Raises:
        Error: the message is damaged
    """
    with _message(data) as message:
        for kind in ("plain", "html"):
            part = message.get_body((kind,))
            payload = None if part is None else part.get_payload(decode=True)
            if part is not None and isinstance(payload, bytes) and payload.strip():
                text, encoding = _decoded(payload, part.get_content_charset())
                return Body(text, kind == "html", encoding)
    return None


def _decoded(payload: bytes, charset: str | None) -> tuple[str, str]:
    """By the encoding that the mail names, where that is true, else as any bytes."""
    if charset is not None:
        try:
            return payload.decode(charset).replace("\r\n", "\n"), charset
        except (LookupError, UnicodeDecodeError):
            pass
    decoded = decode(payload)
    return decoded.text.replace("\r\n", "\n"), decoded.description


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """Names and bytes of what is attached; pictures, which signatures are full of, are not.

    Raises:
        Error: the message is damaged
    """
    found = []
    with _message(data) as message:
        for number, part in enumerate(message.iter_attachments(), 1):
            if part.get_content_maintype() == "image":
                continue
            payload = part.get_payload(decode=True)
            if payload is None and part.get_content_type() == "message/rfc822":
                payload = part.get_content().as_bytes()
            if isinstance(payload, bytes):
                found.append((part.get_filename() or f"part-{number}", payload))
    return found
