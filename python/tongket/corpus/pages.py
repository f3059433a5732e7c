# SPDX-License-Identifier: BSL-1.0
"""From a piece of a file to its pages, one after the other."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import re
import zipfile
import zlib
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Union
from urllib.parse import urlsplit

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.corpus.errors import CorpusError
from tongket.corpus.failures import Failure, FailureCode, code_of
from tongket.corpus.inputs import InputKind, Piece, kind_of
from tongket.corpus.records import Record, records
from tongket.errors import Error
from tongket.files import archives
from tongket.files.kinds import FileKind, sniff
from tongket.files.sources import Unread, opened

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import BinaryIO

#: What is read of a page.
MAX_PAGE = 64 << 20
#: What a file brings about of which the rest cannot be read.
DAMAGED = (*archives.DAMAGED, pa.ArrowException)
#: An archive in an archive in an archive is opened, no deeper one.
_MAX_DEPTH = 3
#: The end of a piece that is all there is.
_ALL = 1 << 62
_LONGEST_LINE = 4096
#: The name of a column.
_NAME = re.compile(r"[^\s,;]{1,64}")


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
    """The host of an address, in small letters; also of one that lacks its beginning.

    >>> host_of("https://BacNinh.gov.vn:443/tin"), host_of("bacninh.gov.vn/tin"), host_of("tin.html")
    ('bacninh.gov.vn', 'bacninh.gov.vn', None)
    """
    told = url or ""
    if _HOST_FIRST.match(told):
        told = f"//{told}"
    try:
        host = urlsplit(told).hostname
    except ValueError:
        return None
    return host.rstrip(".") or None if host else None


#: A host at the beginning, and no file of a site.
_HOST_FIRST = re.compile(
    r"(?:[\w-]+\.)+(?!(?:html?|xhtml|php|aspx?|jsp|txt|pdf|docx?)\b)[a-z]{2,18}\.?(?::\d+)?(?:[/?#]|$)", re.IGNORECASE
)


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
        CorpusError: a Parquet file that is an input by itself, without a column of texts
        OSError: the file cannot be read on; so with all of `DAMAGED`
    """
    with open(path, "rb") as file:  # noqa: PTH123
        yield from map(_encodable, _READERS[piece.kind](file, piece, columns))


def _encodable(found: Found) -> Found:
    """The same without lone surrogates, of which no table can have any."""
    named = ("id", "url", "message") if isinstance(found, Failure) else ("id", "url", "fetched", "source_id")
    told = {name: value for name in named if (value := getattr(found, name)) is not None and not _is_encodable(value)}
    if not told:
        return found
    return _changed(found, **{name: escaped(value) for name, value in told.items()})


def _is_encodable(text: str) -> bool:
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True


def escaped(text: str) -> str:
    r"""A text whose lone surrogates are written as in Python.

    >>> escaped("a\ud800")
    'a\\ud800'
    """
    return text.encode("utf-8", "backslashreplace").decode()


def _changed(found: Found, **told: Any) -> Found:
    return found._replace(**told) if isinstance(found, Failure) else replace(found, **told)


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


def _of_file(file: BinaryIO, piece: Piece, columns: Columns) -> Iterator[Found]:
    data = file.read(MAX_PAGE + 1)
    if len(data) > MAX_PAGE:
        message = f"a file of more than {MAX_PAGE} bytes"
        yield Failure(piece.file, piece.file, 0, None, FailureCode.input_too_large, message)
        return
    for place, found in enumerate(_of_packed(piece.file, data, columns, depth=0)):
        yield _changed(found, file=piece.file, place=place)


def _of_documents(key: str, data: bytes, columns: Columns) -> Iterator[Found]:
    """The pages in the bytes of a file that packs no other, but for an e-mail to which files are attached."""
    seen: set[str] = set()
    for place, document in enumerate(opened(key, key, data, MAX_PAGE)):
        name = document.path or key
        if name in seen:  # an e-mail may have a name twice
            name += f"#{place}"
        seen.add(name)
        if isinstance(document, Unread):
            error = document.error
            message = error.message if isinstance(error, Error) else str(error)
            yield Failure(name, key, place, None, code_of(error), message)
        elif document.kind is FileKind.text and document.data is not data and _holds_pages(document.data):
            yield from _of_packed(name, document.data, columns)
        elif document.kind is FileKind.text and _is_table(document.data, columns):
            message = "pages in a table of CSV, which is not read: give it as Parquet or JSON lines"
            yield Failure(name, key, place, None, FailureCode.unreadable, message)
        else:
            yield Page(name, key, place, document.kind, document.data)


def _of_zip(
    file: BinaryIO, piece: Piece, columns: Columns, budget: archives.Budget | None = None, depth: int = 0
) -> Iterator[Found]:
    """The pages in each file of an archive; a damaged one costs no other."""
    with zipfile.ZipFile(file) as archive:
        infos = archive.infolist()
        if budget is not None:
            budget.take(len(infos), sum(info.file_size for info in infos))
        first: dict[str, int] = {}  # an archive may have a name twice
        for place, info in enumerate(infos[: piece.end]):
            is_again = first.setdefault(info.filename, place) != place
            if place < piece.begin or info.is_dir() or archives.is_hidden(info.filename):
                continue
            key = f"{piece.file}/{info.filename}" + (f"#{place}" if is_again else "")
            try:
                archives.check_member(info, MAX_PAGE)
                data = archive.read(info)
            except Error as error:
                yield Failure(key, piece.file, place, None, code_of(error), error.message)
            except archives.DAMAGED as error:
                yield Failure(key, piece.file, place, None, FailureCode.unreadable, str(error))
            else:
                for found in _of_packed(key, data, columns, budget, depth + 1):
                    yield _changed(found, file=piece.file, place=place)


def _of_packed(
    key: str, data: bytes, columns: Columns, budget: archives.Budget | None = None, depth: int = 1
) -> Iterator[Found]:
    """The pages of a file that is packed in another one."""
    kind = kind_of(io.BytesIO(data))
    piece = Piece(key, kind, 0, _ALL, len(data), 0)
    try:
        is_packed = kind is InputKind.zip or (kind is InputKind.file and data.startswith(b"\x1f\x8b"))
        if is_packed and depth >= _MAX_DEPTH:
            message = f"a file in more than {_MAX_DEPTH} archives that are in one another"
            yield Failure(key, key, 0, None, FailureCode.input_too_large, message)
        elif kind is InputKind.zip:
            yield from _of_zip(io.BytesIO(data), piece, columns, budget or archives.Budget(), depth)
        elif is_packed:
            yield from _of_packed(key, archives.unpack(data, MAX_PAGE), columns, budget, depth + 1)
        elif kind is InputKind.file:
            yield from _of_documents(key, data, columns)
        else:
            yield from _READERS[kind](io.BytesIO(data), piece, columns)
    except Error as error:
        yield Failure(key, key, 0, None, code_of(error), error.message)
    except DAMAGED as error:
        yield Failure(key, key, 0, None, FailureCode.unreadable, str(error))


def _holds_pages(data: bytes) -> bool:
    return kind_of(io.BytesIO(data)) not in (InputKind.file, InputKind.zip)


def _is_table(data: bytes, columns: Columns) -> bool:
    """Whether a text begins with the head of a table that has a column of pages."""
    line = data[:_LONGEST_LINE].lstrip().split(b"\n", 1)[0].decode("utf-8-sig", "replace").strip()
    wanted = {*columns.text, *columns.html}
    cells = ([cell.strip().strip('"') for cell in line.split(mark)] for mark in ",;\t")
    return any(len(row) > 1 and not wanted.isdisjoint(row) and all(map(_NAME.fullmatch, row)) for row in cells)


# ---- WARC ----------------------------------------------------------------------------------------------------------

_WANTED = frozenset([b"response", b"resource", b"conversion"])
_KINDS = {"text/html": FileKind.html, "application/xhtml+xml": FileKind.html, "text/plain": FileKind.text}
_OK = 200
#: A page, and the head that it was sent with.
_LONGEST_RECORD = MAX_PAGE + (1 << 20)


def _of_warc(file: BinaryIO, piece: Piece, _: Columns) -> Iterator[Found]:
    """The pages of HTML and texts that were got."""
    for each in records(file, _WANTED, _LONGEST_RECORD):
        key = f"{piece.file}#{each.place}"
        if isinstance(each, Record):
            page = _page_of_record(each, key, piece.file)
            if page is not None:
                yield page
        else:
            code = FailureCode.truncated_gzip if each.is_cut else FailureCode.unreadable
            yield Failure(key, piece.file, each.place.byte, None, code, each.message)


def _page_of_record(found: Record, key: str, file: str) -> Found | None:
    from fastwarc.warc import ArchiveIterator, WarcRecordType  # noqa: PLC0415

    place = found.place.byte
    record = next(iter(ArchiveIterator(io.BytesIO(found.data), parse_http=True)), None)
    if record is None:
        return Failure(key, file, place, None, FailureCode.unreadable, "a record whose head cannot be read")
    url, fetched = record.headers.get("WARC-Target-URI"), record.headers.get("WARC-Date")
    told: str | None = record.headers.get("Content-Type")
    if record.record_type == WarcRecordType.conversion:
        told = "text/plain"
    elif record.record_type == WarcRecordType.response:
        if record.http_headers is None or record.http_headers.status_code != _OK:
            return None
        told = record.http_content_type
    told = (told or "").partition(";")[0].strip().lower()
    if told and told not in _KINDS:
        return None
    try:
        data = _unpacked(record.reader.read(MAX_PAGE + 1), record.http_headers or {})
    except Error as error:
        return Failure(key, file, place, url, code_of(error), error.message)
    if not told and not _begins_as_html(data):
        return None
    return Page(key, file, place, _KINDS.get(told, FileKind.html), data, url, fetched)


def _begins_as_html(data: bytes) -> bool:
    try:
        return sniff(data) is FileKind.html
    except Error:
        return False


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


# ---- Parquet -------------------------------------------------------------------------------------------------------

_ROWS = 256
_BUFFER = 1 << 20


def _of_parquet(file: BinaryIO, piece: Piece, columns: Columns) -> Iterator[Found]:
    # Without a buffer of its own for each column the whole of a row group would be read at once.
    with pq.ParquetFile(file, buffer_size=_BUFFER, pre_buffer=False) as parquet:
        names = parquet.schema_arrow.names
        chosen = {role: _first(names, getattr(columns, role)) for role in vars(columns)}
        if chosen["text"] is None and chosen["html"] is None:
            message = (
                f"{piece.file} has no column {' or '.join(columns.text + columns.html)}, but {', '.join(names)}: "
                "name one with --text or --html"
            )
            if "/" not in piece.file:  # somebody named it
                raise CorpusError(message)
            yield Failure(piece.file, piece.file, 0, None, FailureCode.unreadable, message)
            return
        there = {role: name for role, name in chosen.items() if name is not None}
        first = 0
        for group in range(parquet.num_row_groups):
            rows = parquet.metadata.row_group(group).num_rows
            if first < piece.end and first + rows > piece.begin:
                yield from _of_group(parquet, piece, first, group, there)
            first += rows


def _of_group(
    parquet: pq.ParquetFile, piece: Piece, first: int, group: int, there: Mapping[str, str]
) -> Iterator[Found]:
    place, last = first, first + parquet.metadata.row_group(group).num_rows
    try:
        for batch in parquet.iter_batches(_ROWS, row_groups=[group], columns=list(there.values()), use_threads=False):
            begin, end = max(piece.begin - place, 0), min(piece.end - place, batch.num_rows)
            if begin < end:
                for row, values in enumerate(_values(batch.slice(begin, end - begin)), place + begin):
                    yield _page_of_row(piece.file, row, {role: values[name] for role, name in there.items()})
            place += batch.num_rows
    except (OSError, pa.ArrowException) as error:  # the groups behind it may be whole
        begin, end = max(piece.begin, place), min(piece.end, last)
        message = f"rows {begin} to {end - 1} are damaged: {error}"
        yield Failure(f"{piece.file}#{begin}", piece.file, begin, None, FailureCode.unreadable, message)


def _values(batch: pa.RecordBatch) -> list[dict[str, Any]]:
    """The rows of a batch. A value that Python has none for costs no other."""
    try:
        rows: list[dict[str, Any]] = batch.to_pylist()
    except (ValueError, OverflowError, pa.ArrowException):
        columns = {name: [_value(each) for each in batch.column(name)] for name in batch.schema.names}
        return [{name: values[row] for name, values in columns.items()} for row in range(batch.num_rows)]
    return rows


def _value(found: pa.Scalar) -> Any:
    """A value; bytes of what is no UTF-8, and the number of a time beyond all calendars."""
    try:
        return found.as_py()
    except (ValueError, OverflowError, pa.ArrowException):
        if isinstance(found, pa.DictionaryScalar):
            return _value(found.value)
        if hasattr(found, "as_buffer"):
            return found.as_buffer().to_pybytes()
        return f"{getattr(found, 'value', '?')} as {found.type}"


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
    if isinstance(value, bytes):
        return value.decode("utf-8", "backslashreplace")
    return value.isoformat() if hasattr(value, "isoformat") else str(value)


# ---- JSON lines ----------------------------------------------------------------------------------------------------


def _of_jsonl(file: BinaryIO, piece: Piece, columns: Columns) -> Iterator[Found]:
    file.seek(piece.begin)
    yield from _of_lines(piece, _lines(file, piece.begin, piece.end), columns)


def _of_jsonl_gzip(file: BinaryIO, piece: Piece, columns: Columns) -> Iterator[Found]:
    with gzip.open(file, "rb") as unpacked:
        yield from _of_lines(piece, _lines(unpacked, 0, None), columns)


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
        code = FailureCode.truncated_gzip if is_cut else FailureCode.unreadable
        message = f"the lines behind byte {place} of what is packed: {error}"
        yield Failure(f"{piece.file}#{place}", piece.file, place, None, code, message)


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
