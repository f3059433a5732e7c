# SPDX-License-Identifier: BSL-1.0
"""From a piece of a file to its pages, one after the other."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
import zipfile
import zlib
from collections import Counter
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.corpus.errors import CorpusError
from tongket.corpus.failures import Failure, FailureCode, code_of
from tongket.corpus.inputs import InputKind
from tongket.errors import Error
from tongket.files import archives
from tongket.files.kinds import FileKind
from tongket.files.sources import Unread, documents, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

    from tongket.corpus.inputs import Piece

#: What is read of a page.
MAX_PAGE = 64 << 20
#: What a file brings about of which the rest cannot be read.
DAMAGED = (OSError, zipfile.BadZipFile, pa.ArrowException)


@dataclass(frozen=True)
class Page:
    """A page that was found, not yet read.

    Attributes:
        id: what tables call it
        file: the key of the file that it is in
        place: where in it
        kind: what `data` is; a text is a `str` or bytes of an unknown encoding
        data: the page
        url: where it stood
        fetched: when it was fetched, as the input says
        source_id: what the input calls it
    """

    id: str
    file: str
    place: int
    kind: FileKind
    data: str | bytes
    url: str | None = None
    fetched: str | None = None
    source_id: str | None = None

    @property
    def host(self) -> str | None:
        """The host of its address."""
        return host_of(self.url)

    def sha256(self) -> str:
        """Of its bytes; of a text in UTF-8."""
        data = self.data
        return hashlib.sha256(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data).hexdigest()

    def failure(self, code: FailureCode, message: str) -> Failure:
        """That it was set aside."""
        return Failure(self.id, self.file, self.place, self.url, code, message)


Found = Union[Page, Failure]


def host_of(url: str | None) -> str | None:
    """The host of an address, in small letters.

    >>> host_of("https://BacNinh.gov.vn:443/tin")
    'bacninh.gov.vn'
    """
    try:
        return urlsplit(url or "").hostname
    except ValueError:
        return None


@dataclass(frozen=True)
class Columns:
    """Which columns of Parquet files and keys of JSON lines hold what; the first that is there.

    Attributes:
        text: the text of the page
        html: the page as HTML, where there is no text
        url: where it stood
        fetched: when it was fetched
        id: what the input calls it
    """

    text: tuple[str, ...] = ("text", "content", "body")
    html: tuple[str, ...] = ("html", "raw_html", "page")
    url: tuple[str, ...] = ("url", "uri", "link")
    fetched: tuple[str, ...] = ("fetched", "crawled", "warc_date", "timestamp")
    id: tuple[str, ...] = ("id", "doc_id", "_id")


def pages(piece: Piece, path: str, columns: Columns) -> Iterator[Found]:
    """The pages of a piece, in order; what cannot be read is told in their place.

    Raises:
        CorpusError: a Parquet file without a column of texts
    """
    return _READERS[piece.kind](piece, path, columns)


def checksum(piece: Piece, path: str) -> str | None:
    """The SHA-256 of a piece.

    Those of Parquet and ZIP files are no stretches: the first has that of the file, the others have none.
    """
    if piece.kind in (InputKind.parquet, InputKind.zip):
        if piece.begin:
            return None
        begin, end = 0, piece.size
    else:
        begin, end = (piece.begin, piece.end) if piece.kind is InputKind.jsonl else (0, piece.size)
    found = hashlib.sha256()
    with open(path, "rb") as file:  # noqa: PTH123
        file.seek(begin)
        left = end - begin
        while left > 0 and (block := file.read(min(left, 1 << 20))):
            found.update(block)
            left -= len(block)
    return found.hexdigest()


# ---- single files and archives -------------------------------------------------------------------------------------


def _of_file(piece: Piece, path: str, _: Columns) -> Iterator[Found]:
    try:
        found = documents(Path(path), None, MAX_PAGE, attachments=True)
        seen: set[str] = set()
        for place, document in enumerate(found):
            key = piece.file + (document.path or path)[len(path) :]
            if key in seen:  # an archive may have a name twice
                key += f"#{place}"
            seen.add(key)
            yield _document(key, piece.file, place, document)
    except (Error, OSError) as error:
        yield Failure(piece.file, piece.file, 0, None, code_of(error), str(error))


def _document(key: str, file: str, place: int, document: Any) -> Found:
    if isinstance(document, Unread):
        error = document.error
        message = error.message if isinstance(error, Error) else str(error)
        return Failure(key, file, place, None, code_of(error), message)
    return Page(key, file, place, document.kind, document.data)


def _of_zip(piece: Piece, path: str, _: Columns) -> Iterator[Found]:
    with zipfile.ZipFile(path) as archive:
        names = Counter(archive.namelist())
        for place, info in enumerate(archive.infolist()[piece.begin : piece.end], piece.begin):
            if info.is_dir() or archives.is_hidden(info.filename):
                continue
            key = f"{piece.file}/{info.filename}" + (f"#{place}" if names[info.filename] > 1 else "")
            try:
                archives.check_member(info, MAX_PAGE)
                data = archive.read(info)
            except Error as error:
                yield Failure(key, piece.file, place, None, code_of(error), error.message)
                continue
            except archives.DAMAGED as error:
                yield Failure(key, piece.file, place, None, FailureCode.unreadable, str(error))
                continue
            for document in opened(key, key, data, MAX_PAGE):
                yield _document(document.path or key, piece.file, place, document)


# ---- WARC ----------------------------------------------------------------------------------------------------------

_HTML = ("text/html", "application/xhtml+xml")
_OK = 200


def _of_warc(piece: Piece, path: str, _: Columns) -> Iterator[Found]:
    """The pages of HTML that were got, and the texts of WET files.

    The reader takes a record that was cut off for a short one, so each is held back until the next is there.
    """
    held: Found | None = None
    last = 0
    with open(path, "rb") as file:  # noqa: PTH123
        try:
            for record in _records(file):
                if held is not None:
                    yield held
                last, held = record.stream_pos, None  # of a record that is no page too
                held = _page_of_record(record, piece.file)
            damage = ""
        except _damages() as error:
            damage = str(error)
        cut = _cut_from(file, last, piece.size)
        if held is not None and cut != held.place:
            yield held
        if cut is not None:
            yield _cut(piece, cut, FailureCode.truncated_gzip, "the file ends within the record that begins here")
        elif damage:
            yield _cut(piece, last, FailureCode.unreadable, f"behind the record that begins here: {damage}")


def _records(file: BinaryIO) -> Iterator[Any]:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    wanted = WarcRecordType.response | WarcRecordType.conversion
    return iter(ArchiveIterator(file, record_types=wanted, parse_http=True))


def _damages() -> tuple[type[Exception], ...]:
    """What a damaged file brings about."""
    from fastwarc import stream_io  # noqa: PLC0415

    return (OSError, getattr(stream_io, "FastWARCError", OSError))  # the first version 2 has no errors of its own


def _page_of_record(record: Any, file: str) -> Found | None:
    url, fetched = record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date")
    if record.http_headers is None:
        kind = FileKind.text
    elif record.http_headers.status_code == _OK and (record.http_content_type or "").lower() in _HTML:
        kind = FileKind.html
    else:
        return None
    place = record.stream_pos
    key = f"{file}#{place}"
    try:
        data = _unpacked(record.reader.read(MAX_PAGE + 1), record.http_headers or {})
    except Error as error:
        return Failure(key, file, place, url, code_of(error), error.message)
    return Page(key, file, place, kind, data, url, fetched)


def _unpacked(data: bytes, headers: Mapping[str, str]) -> bytes:
    """A page as it was before it was sent. Some archives keep it so, whatever the headers say.

    Raises:
        Error: it is packed in a way that is not known
    """
    told = headers.get("Content-Encoding", "").strip().lower()
    if "chunked" in headers.get("Transfer-Encoding", "").lower():
        data = _joined(data)
    if told in ("", "identity") or data.lstrip()[:1] == b"<":
        return data
    if told not in ("gzip", "x-gzip", "deflate"):
        raise Error(f"a page packed by {told}, which is not read", "unknown_kind")
    for form in (47, -15):  # with the head of gzip or zlib, and without any
        with suppress(zlib.error):
            return zlib.decompressobj(form).decompress(data, MAX_PAGE + 1)
    raise Error(f"a page that is not packed by {told}, as its head says", "invalid_file")


def _joined(data: bytes) -> bytes:
    """The chunks of a page in one, also where it was cut off; the page itself where it has none."""
    chunks: list[bytes] = []
    place = 0
    while True:
        head = _CHUNK.match(data, place)
        if head is None:
            is_cut = chunks and len(data) - place < _LONGEST_HEAD
            return b"".join(chunks) if is_cut else data
        size = int(head[1], 16)
        if size == 0:
            return b"".join(chunks)
        chunks.append(data[head.end() : head.end() + size])
        place = head.end() + size


#: The size of a chunk and what may be said of it, behind the line break of the one before. A line of text that begins
#: with such a digit is none.
_CHUNK = re.compile(rb"(?:\r\n)?([0-9a-fA-F]{1,8})[ \t]{0,8}(?:;[^\r\n]{0,256})?\r\n")
_LONGEST_HEAD = 277


def _cut_from(file: BinaryIO, begin: int, size: int) -> int | None:
    """Where the record begins within which a file ends, if it does.

    Args:
        file: the file
        begin: where a record begins that may be it, or be before it
        size: of the file
    """
    file.seek(begin)
    if file.read(2) == b"\x1f\x8b":
        file.seek(begin)
        return _cut_member(file, begin)
    while begin < size:
        file.seek(begin)
        head, blank, _ = file.read(64 << 10).partition(b"\r\n\r\n")
        length = re.search(rb"^Content-Length:\s*(\d+)", head, re.IGNORECASE | re.MULTILINE)
        if not blank or length is None:
            return begin if size - begin < 64 << 10 else None
        end = begin + len(head) + len(blank) + int(length[1])
        if end > size:
            return begin
        begin = end + len(b"\r\n\r\n")
    return None


def _cut_member(file: BinaryIO, begin: int) -> int | None:
    """Likewise of a file of gzip members, which is read on from where one begins."""
    member, place, data = zlib.decompressobj(31), begin, b""
    while data := data or file.read(1 << 20):
        try:
            member.decompress(data, 1 << 20)
            while member.unconsumed_tail:
                member.decompress(member.unconsumed_tail, 1 << 20)
        except zlib.error:
            return None  # damaged, not cut off
        data = member.unused_data
        if member.eof:
            place, member = file.tell() - len(data), zlib.decompressobj(31)
    return place if place < file.tell() else None


def _cut(piece: Piece, place: int, code: FailureCode, message: str) -> Failure:
    return Failure(f"{piece.file}#{place}", piece.file, place, None, code, message)


# ---- Parquet -------------------------------------------------------------------------------------------------------

_ROWS = 256


def _of_parquet(piece: Piece, path: str, columns: Columns) -> Iterator[Found]:
    with pq.ParquetFile(path) as file:
        names = file.schema_arrow.names
        chosen = {role: _first(names, getattr(columns, role)) for role in vars(columns)}
        if chosen["text"] is None and chosen["html"] is None:
            raise CorpusError(
                f"{path} has no column {' or '.join(columns.text + columns.html)}, but {', '.join(names)}: "
                "name one with --text or --html"
            )
        there = {role: name for role, name in chosen.items() if name is not None}
        for place, row in _rows(file, piece, list(there.values())):
            yield _page_of_row(piece.file, place, {role: row[name] for role, name in there.items()})


def _rows(file: pq.ParquetFile, piece: Piece, names: list[str]) -> Iterator[tuple[int, dict[str, Any]]]:
    first = 0
    for group in range(file.num_row_groups):
        rows = file.metadata.row_group(group).num_rows
        if first < piece.end and first + rows > piece.begin:
            place = first
            for batch in file.iter_batches(_ROWS, row_groups=[group], columns=names):
                begin, end = max(piece.begin - place, 0), min(piece.end - place, batch.num_rows)
                if begin < end:
                    yield from enumerate(batch.slice(begin, end - begin).to_pylist(), place + begin)
                place += batch.num_rows
        first += rows


def _first(names: Iterable[str], wanted: tuple[str, ...]) -> str | None:
    there = set(names)
    return next((name for name in wanted if name in there), None)


def _page_of_row(file: str, place: int, row: dict[str, Any]) -> Found:
    key = f"{file}#{place}"
    url, fetched, own = (_told(row.get(role)) for role in ("url", "fetched", "id"))
    data, kind = row.get("text"), FileKind.text
    if not data:
        data, kind = row.get("html"), FileKind.html
    if not data:
        return Failure(key, file, place, url, FailureCode.empty, "no text")
    if not isinstance(data, (str, bytes)):
        return Failure(key, file, place, url, FailureCode.unreadable, f"a {type(data).__name__} instead of a text")
    return Page(key, file, place, kind, data, url, fetched, own)


def _told(value: object) -> str | None:
    if value is None:
        return None
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


# ---- JSON lines ----------------------------------------------------------------------------------------------------


def _of_jsonl(piece: Piece, path: str, columns: Columns) -> Iterator[Found]:
    with open(path, "rb") as file:  # noqa: PTH123
        file.seek(piece.begin)
        yield from _of_lines(piece, _lines(file, piece.begin, piece.end), columns)


def _of_jsonl_gzip(piece: Piece, path: str, columns: Columns) -> Iterator[Found]:
    with gzip.open(path, "rb") as file:
        yield from _of_lines(piece, _lines(file, 0, None), columns)


def _lines(file: Any, begin: int, end: int | None) -> Iterator[tuple[int, bytes]]:
    """Lines with their places; of one that is too long its beginning."""
    place = begin
    while end is None or place < end:
        line = file.readline(MAX_PAGE + 1)
        if not line:
            return
        size = len(line)
        while len(line) > MAX_PAGE and not line.endswith(b"\n"):
            rest = file.readline(MAX_PAGE)
            size += len(rest)
            if not rest or rest.endswith(b"\n"):
                break
        yield place, line
        place += size


def _of_lines(piece: Piece, lines: Iterator[tuple[int, bytes]], columns: Columns) -> Iterator[Found]:
    place = piece.begin
    try:
        for place, line in lines:
            if line.strip():
                yield _page_of_line(piece.file, place, line, columns)
    except (EOFError, zlib.error, OSError) as error:
        is_cut = isinstance(error, EOFError)
        yield _cut(piece, place, FailureCode.truncated_gzip if is_cut else FailureCode.unreadable, str(error))


def _page_of_line(file: str, place: int, line: bytes, columns: Columns) -> Found:
    key = f"{file}#{place}"
    if len(line) > MAX_PAGE:
        return Failure(key, file, place, None, FailureCode.input_too_large, f"a line of more than {MAX_PAGE} bytes")
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as error:
        return Failure(key, file, place, None, FailureCode.bad_json, str(error))
    if not isinstance(row, dict):
        return Failure(key, file, place, None, FailureCode.bad_json, "no object")
    chosen = {role: next((row[name] for name in names if row.get(name)), None) for role, names in vars(columns).items()}
    return _page_of_row(file, place, chosen)


_READERS = {
    InputKind.file: _of_file,
    InputKind.zip: _of_zip,
    InputKind.warc: _of_warc,
    InputKind.parquet: _of_parquet,
    InputKind.jsonl: _of_jsonl,
    InputKind.jsonl_gzip: _of_jsonl_gzip,
}
