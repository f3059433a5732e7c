# SPDX-License-Identifier: BSL-1.0
"""E-mails: the text of a message, and what is attached to it.

They are parsed in this process, within bounds that keep the cost linear in their size.
"""

from __future__ import annotations

import html
import re
from contextlib import contextmanager
from functools import lru_cache
from typing import TYPE_CHECKING, Any, NamedTuple

from tongket import _given
from tongket.encoding import convert_legacy, decode
from tongket.errors import Error
from tongket.parser import DEFAULT_PARSER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage, MIMEPart
    from email.policy import Policy

#: How long a field of a header may be, with the lines that continue it, in bytes.
MAX_FIELD = 8 << 10
#: How long all fields of a message may be, those of its parts and of the messages in it among them, in bytes.
MAX_FIELDS = 256 << 10
#: How many parts a message may have, those of messages in it among them.
MAX_PARTS = 1_000
#: How many of these may have parts themselves: every line is compared with the boundaries of all that it is in.
MAX_MULTIPARTS = 50
#: How many lines it may have: a file as large as may be read, attached, has fewer.
MAX_LINES = 1_000_000

# The encodings that texts are sent in. What else Python calls an encoding may be slow or no encoding of text.
_CHARSETS = re.compile(
    r"utf[-_]?8|(?:us-)?ascii|utf[-_]?(?:16|32)(?:[-_]?[lb]e)?|iso[-_]8859[-_]\d{1,2}|latin[-_]?1|(?:windows-|cp)125\d"
    r"|koi8-[ru]|gb2312|gbk|gb18030|big5|euc-(?:jp|kr)|shift_jis|tis-620|macintosh",
    re.ASCII,
)


class Body(NamedTuple):
    """The text that a message shows.

    Attributes:
        text: as it was sent
        is_html: whether it is a page of HTML
        encoding: how its bytes were read, in words
        unread: what is to be told of the part that is not read; empty where it says the same
    """

    text: str
    is_html: bool
    encoding: str
    unread: str = ""


def _parsed(data: bytes) -> EmailMessage:
    """A message, and those in it.

    Raises:
        Error: it is beyond the bounds
    """
    from email import message_from_bytes, policy  # noqa: PLC0415
    from email.message import EmailMessage  # noqa: PLC0415

    if data.count(b"\n") + data.count(b"\r") - data.count(b"\r\n") > MAX_LINES:
        raise Error(f"an e-mail of more than {MAX_LINES} lines", "input_too_large")
    parts = multiparts = fields = 0
    # The library reads a field anew whenever it is looked at.
    fetch = lru_cache(None)(policy.default.header_fetch_parse)

    class Part(EmailMessage):
        def __init__(self, policy: Policy | None = None) -> None:
            nonlocal parts
            super().__init__(policy)
            parts += 1
            if parts > MAX_PARTS:
                raise Error(f"an e-mail of more than {MAX_PARTS} parts", "input_too_large")

        def set_raw(self, name: str, value: str) -> None:
            nonlocal multiparts, fields
            if len(name) + len(value) > MAX_FIELD:
                raise Error(f"an e-mail with a field of more than {MAX_FIELD} bytes in a header", "invalid_file")
            fields += len(name) + len(value)
            if fields > MAX_FIELDS:
                raise Error(f"an e-mail with fields of more than {MAX_FIELDS} bytes", "input_too_large")
            multiparts += name.lower() == "content-type" and "multipart" in value.lower()
            if multiparts > MAX_MULTIPARTS:
                raise Error(f"an e-mail of more than {MAX_MULTIPARTS} parts that have parts", "input_too_large")
            super().set_raw(name, value)

    class Rules(policy.EmailPolicy):
        def header_fetch_parse(self, name: str, value: str) -> Any:
            return fetch(name, value)

    # Fields are given on as they stand.
    rules: Any = Rules(refold_source="none", message_factory=Part)
    return message_from_bytes(data, Part, policy=rules)


@contextmanager
def _message(data: bytes) -> Iterator[EmailMessage]:
    """A message to be looked at. What a header of another form brings about there is an error of ours."""
    try:
        yield _parsed(data)
    except Error:
        raise
    except Exception as error:
        raise Error(f"a damaged e-mail: {type(error).__name__}: {error}", "invalid_file") from error


def body(data: bytes) -> Body | None:
    """The text part of a message, else its HTML part; None where both are missing or empty.

    A text part without figures, as one that asks to look at the HTML part, gives way to one that has them and is much
    longer.

    Raises:
        Error: the message is damaged
    """
    with _message(data) as message:
        plain, page = _part(message, "plain"), _part(message, "html")
    if plain is None or page is None:
        return plain or page
    shown = _shown(page.text)
    if len(shown) < max(_MANY_TIMES * len(plain.text.strip()), _LONG) or not _has_figures(shown):
        return plain
    if _has_figures(plain.text):
        return plain._replace(unread=_UNREAD_PAGE)
    return page._replace(unread=_UNREAD_TEXT.format(_given.described(" ".join(plain.text.split()))))


#: How many times as long as the text part an HTML part is that says more, and how many letters it has at least.
_MANY_TIMES, _LONG = 4, 200
_UNREAD_PAGE = (
    "the HTML part of the e-mail is much longer than its text part, and is not read: "
    "save it as a file, which tongket.read reads"
)
_UNREAD_TEXT = "the text part of the e-mail has no figures, and is not read, but the HTML part, which has: {}"


def _part(message: EmailMessage, kind: str) -> Body | None:
    part = message.get_body((kind,))
    payload = None if part is None else part.get_payload(decode=True)
    if part is None or not isinstance(payload, bytes) or not payload.strip():
        return None
    text, encoding = _decoded(payload, part.get_content_charset())
    return Body(text, kind == "html", encoding)


def _has_figures(text: str) -> bool:
    """Whether there are any, in whatever text, also one that no finder of the package takes."""
    figures, _ = DEFAULT_PARSER._core.find_quantities(text)
    return bool(figures)


_UNSHOWN = re.compile(r"<(?:style|script)\b", re.IGNORECASE)
_ELEMENT = re.compile(r"<[^<>]*>?")


def _shown(page: str) -> str:
    """About what a page of HTML shows, to compare it with a text."""
    first, *others = _UNSHOWN.split(page)
    shown = [first, *(other.partition("</")[2] for other in others)]
    return " ".join(html.unescape(_ELEMENT.sub(" ", "<".join(shown))).split())


def _decoded(payload: bytes, charset: str | None) -> tuple[str, str]:
    """By the encoding that the mail names, where that is true, else as any bytes; legacy fonts are made Unicode."""
    if charset is None or not _CHARSETS.fullmatch(charset) or _is_utf8(payload):
        decoded = decode(payload)
        text, encoding = decoded.text, decoded.description
    else:
        try:
            text, scheme = convert_legacy(payload.decode(charset))
        except (LookupError, UnicodeDecodeError):
            return _decoded(payload, None)
        encoding = charset if scheme is None else f"{scheme} letters in {charset}, converted"
    return text.replace("\r\n", "\n"), encoding


def _is_utf8(payload: bytes) -> bool:
    """Whether bytes can hardly be anything but UTF-8, whatever a mail says."""
    if payload.isascii() or b"\0" in payload:
        return False
    try:
        payload.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def attachments(data: bytes) -> list[tuple[str, bytes]]:
    """Names and bytes of what is attached; pictures, which signatures are full of, are not.

    Of a message that is nothing but a message that was forwarded, or a file, that is attached.

    Raises:
        Error: the message is damaged
    """
    found = []
    with _message(data) as message:
        for number, part in enumerate(_attached(message), 1):
            if part.get_content_maintype() == "image":
                continue
            payload = part.get_payload(decode=True)
            if payload is None and part.get_content_type() == "message/rfc822":
                # One without a field and a text is none.
                payload = part.get_content().as_bytes().strip() or None
            if isinstance(payload, bytes):
                found.append((part.get_filename() or f"part-{number}", payload))
    return found


def _attached(message: EmailMessage) -> Iterator[MIMEPart]:
    if message.is_attachment() or message.get_content_maintype() not in ("text", "multipart"):
        yield message
    else:
        yield from message.iter_attachments()
