# SPDX-License-Identifier: BSL-1.0
"""What kind of file bytes are, by what they hold; their name says nothing."""

from __future__ import annotations

import codecs
import io
import json
import re
import zipfile

from tongket._strenum import StrEnum
from tongket.encoding import wide_encoding
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


_MAGIC = (
    (b"{\\rtf", FileKind.rtf),
    (b"\x1f\x8b", FileKind.gzip),
)

_OCR = "ocrmypdf makes a PDF with text of a scanned page"
_UNPACK = "unpack it and give the folder to tongket.read_many"
# Files whose kind is known, but not how to read them: where the mark stands, the mark, what they are, what to do.
_FOREIGN = (
    (0, b"\x89PNG\r\n", "a picture (PNG)", _OCR),
    (0, b"\xff\xd8\xff", "a picture (JPEG)", _OCR),
    (0, b"GIF8", "a picture (GIF)", _OCR),
    (0, b"II*\0", "a picture (TIFF)", _OCR),
    (0, b"MM\0*", "a picture (TIFF)", _OCR),
    (8, b"WEBP", "a picture (WebP)", _OCR),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive", _UNPACK),
    (0, b"Rar!\x1a\x07", "a RAR archive", _UNPACK),
    (0, b"\xfd7zXZ\0", "a file packed by xz", _UNPACK),
    (0, b"BZh", "a file packed by bzip2", _UNPACK),
    (0, b"\x28\xb5\x2f\xfd", "a file packed by zstd", _UNPACK),
    (257, b"ustar", "a TAR archive", _UNPACK),
    (0, b"SQLite format 3\0", "an SQLite database", "give its texts to tongket.parse_many"),
    (0, b"PAR1", "a Parquet file", "give its column of texts to tongket.parse_many"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_HEAD = 1 << 16

_DECLARATION = re.compile(r"<\?xml[^>]*\?>\s*", re.IGNORECASE)
_HTML = re.compile(
    r"<(?:!--|!doctype\s+html|(?:html|head|body|meta|title|div|main|article|section|table|p|h[1-6]|ul|ol|span|br)\b)",
    re.IGNORECASE,
)
_JSON = re.compile(r'[\[{]\s*[\[{"]')
_PDF_LINE = re.compile(rb"(?<=[\r\n\0])%PDF-[0-9]")
_MAIL_FIELD = re.compile(r"([A-Za-z][A-Za-z0-9-]*):")
_MAIL_FIELDS = frozenset(
    {
        *("bcc", "cc", "content-type", "date", "delivered-to", "from", "message-id", "mime-version", "received"),
        *("reply-to", "return-path", "sender", "subject", "to"),
    }
)


def sniff(data: bytes) -> FileKind:
    """The kind of a file.

    Raises:
        Error: a kind that nothing here reads (`unknown_kind`), which is named, an encrypted or a damaged one

    >>> sniff(b"%PDF-1.7")
    <FileKind.pdf: 'pdf'>
    """
    if data[:1024].removeprefix(codecs.BOM_UTF8).lstrip().startswith(b"%PDF-"):
        return FileKind.pdf
    for mark, kind in _MAGIC:
        if data.startswith(mark):
            return kind
    if data.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _sniff_zip(data)
    if data.startswith(_OLE):
        return _sniff_ole(data)
    for at, mark, what, remedy in _FOREIGN:
        if data.startswith(mark, at):
            raise Error(f"{what}, which is not read: {remedy}", "unknown_kind")
    return FileKind.pdf if _is_late_pdf(data) else _sniff_text(data)


def _is_late_pdf(data: bytes) -> bool:
    """Whether a PDF begins behind a few other lines, which programs that read PDF pass by; a text may tell of that."""
    if not _PDF_LINE.search(data[:1024]):
        return False
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return True
    return b"\0" in data


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
        raise Error(
            "an Office file or e-book that is no DOCX or ODT, which is not read: save it as PDF", "unknown_kind"
        )
    return FileKind.zip


def _sniff_ole(data: bytes) -> FileKind:
    if "EncryptedPackage".encode("utf-16-le") in data:
        raise Error("an Office file that is encrypted: save it without a password", "encrypted")
    if "WordDocument".encode("utf-16-le") in data:
        return FileKind.doc
    raise Error("an Office file that is no Word document, which is not read: save it as PDF", "unknown_kind")


def _sniff_text(data: bytes) -> FileKind:
    head = data[:_HEAD]
    wide = wide_encoding(head)
    if b"\0" in head and wide is None:
        raise Error("a file that is no text, of a kind that is not known", "unknown_kind")
    text = _letters(head, wide)
    declaration = _DECLARATION.match(text)
    if declaration is not None:
        text = text[declaration.end() :]
    if _HTML.match(text):
        return FileKind.html
    if declaration is not None:
        raise Error("XML that is no page of HTML, which is not read: save it as text", "unknown_kind")
    if _JSON.match(text) and _is_json(_letters(data, wide)):
        message = "JSON, which is no report's text: Report.from_json reads a report, Report.load a file of JSON lines"
        raise Error(message, "unknown_kind")
    return FileKind.eml if _is_mail(text) else FileKind.text


def _letters(data: bytes, wide: str | None) -> str:
    """Bytes as text of which the ASCII letters are right."""
    text = data.removeprefix(codecs.BOM_UTF8).decode("latin-1" if wide is None else wide, "replace")
    return text.lstrip("\ufeff \t\r\n")


def _is_json(text: str) -> bool:
    """Whether a text is JSON, or has JSON as its first line: a sentence may begin with a bracket and a quote too."""
    try:
        _, end = json.JSONDecoder(parse_int=str, parse_float=str).raw_decode(text)
    except (ValueError, RecursionError):
        return False
    return re.compile(r"[ \t]*(?:[\r\n]|\Z)").match(text, end) is not None


def _is_mail(text: str) -> bool:
    """Whether a text begins with a block of a mail's fields."""
    if not _MAIL_FIELD.match(text):
        return False
    fields = [_MAIL_FIELD.match(line) for line in re.split(r"\r?\n\r?\n", text, maxsplit=1)[0].splitlines()]
    return sum(field is not None and field[1].lower() in _MAIL_FIELDS for field in fields) >= 2
