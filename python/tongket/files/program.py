# SPDX-License-Identifier: BSL-1.0
"""What the program `tongket` asks for the texts of files that are none."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tongket.errors import Error
from tongket.files.content import Limits
from tongket.files.door import TIME_LIMIT
from tongket.files.readers import content_of
from tongket.files.sources import Document, Unread, opened

if TYPE_CHECKING:
    from tongket.files.content import Content


class Text(NamedTuple):
    """The text of a file, or of one that is packed in it, as the program takes it.

    Attributes:
        path: where it is
        name: what its report is called
        text: what the parser reads, in UTF-8
        note: how it was made of the file, where that is worth telling; else empty
        error: why there is no text; empty where there is one
        warnings: what of the file is not read: code, message, and its place in the bytes of the text
    """

    path: str
    name: str
    text: bytes = b""
    note: str = ""
    error: str = ""
    warnings: tuple[tuple[str, str, int, int], ...] = ()


def texts(path: str, name: str, data: bytes, max_bytes: int) -> list[Text]:
    r"""The texts in a file, in order; what cannot be read is told in their place.

    Args:
        path: where the file is
        name: what its report is called; those of files that are packed in it have it before theirs
        data: its bytes
        max_bytes: larger files in an archive are refused

    >>> [text.error for text in texts("a.png", "a", b"\x89PNG\r\n", 100)]
    ['a picture (PNG), which is not read: ocrmypdf makes a PDF with text of a scanned page']
    """
    return [_text(document, path, name, max_bytes) for document in opened(name, path, data, max_bytes)]


def _text(document: Document | Unread, path: str, name: str, max_bytes: int) -> Text:
    where = document.path or path
    own_name = name if where == path else f"{name}/{document.name}"
    if isinstance(document, Unread):
        return Text(where, own_name, error=_told(document.error))
    try:
        content = content_of(document.kind, document.data, Limits(max_bytes, TIME_LIMIT))
    except (Error, ImportError) as error:
        return Text(where, own_name, error=_told(error))
    data = content.text.encode("utf-8", "surrogatepass")
    return Text(where, own_name, data, _note(content.encoding), warnings=_warnings(content))


def _warnings(content: Content) -> tuple[tuple[str, str, int, int], ...]:
    def place(position: int) -> int:
        return len(content.text[:position].encode("utf-8", "surrogatepass"))

    return tuple((each.code, each.message, place(each.span.begin), place(each.span.end)) for each in content.warnings)


def _told(error: Exception) -> str:
    return error.message if isinstance(error, Error) else str(error)


def _note(encoding: str | None) -> str:
    return "" if encoding is None or encoding.startswith("UTF-8") else f"read as {encoding}"
