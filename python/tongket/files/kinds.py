# SPDX-License-Identifier: BSL-1.0
"""What kind of file bytes are, by what they hold; their name says nothing."""

from __future__ import annotations

import io
import zipfile

from tongket import _core
from tongket._strenum import StrEnum
from tongket.errors import Error
from tongket.files.archives import DAMAGED


class FileKind(StrEnum):
    r"""The kinds of files that `tongket.read` knows.

    >>> tongket.read(b"S\xe1\xbb\x9f Y t\xe1\xba\xbf").origin.kind
    <FileKind.text: 'text'>
    """

    text = "text"
    html = "html"
    pdf = "pdf"
    docx = "docx"
    doc = "doc"
    odt = "odt"
    rtf = "rtf"
    eml = "eml"
    zip = "zip"
    gzip = "gzip"


_OCR = ", which is not read: ocrmypdf makes a PDF with text of a scanned page"
_UNPACK = ", which is not read: unpack it and give the folder to tongket.read_many"
_TEXTS = ", which is not read: give its {} to tongket.parse_many"
#: What to do with files of a kind that the library knows, but nothing here reads.
_REMEDIES = {
    "picture": _OCR,
    "archive": _UNPACK,
    "sqlite": _TEXTS.format("texts"),
    "parquet": _TEXTS.format("column of texts"),
    "office": ", which is not read: save it as PDF",
    "encrypted_office": ": save it without a password",
    "xml": ", which is not read: save it as text",
    "json": ", which is no report's text: Report.from_json reads a report, Report.load a file of JSON lines",
    "binary": "",
}


def sniff(data: bytes) -> FileKind:
    """The kind of a file.

    Raises:
        Error: a kind that nothing here reads (`unknown_kind`), which is named, an encrypted or a damaged one

    >>> sniff(b"%PDF-1.7")
    <FileKind.pdf: 'pdf'>
    """
    kind, what = _core.sniff(data)
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if kind in _REMEDIES:
        raise Error(f"{what}{_REMEDIES[kind]}", "encrypted" if kind == "encrypted_office" else "unknown_kind")
    return FileKind(kind)


def _sniff_zip(data: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            declared = archive.open("mimetype").read(100) if "mimetype" in names else b""
    except DAMAGED as error:
        raise Error(f"a damaged ZIP archive (or DOCX, ODT): {error}", "invalid_file") from error
    if "word/document.xml" in names:
        return FileKind.docx
    if declared.startswith(b"application/vnd.oasis.opendocument.text"):
        return FileKind.odt
    if "[Content_Types].xml" in names or declared:
        message = f"an Office file or e-book that is no DOCX or ODT{_REMEDIES['office']}"
        raise Error(message, "unknown_kind")
    return FileKind.zip
