# SPDX-License-Identifier: BSL-1.0
"""From what `run` is given to files, and from files to the pieces that shards are made of."""

from __future__ import annotations

import gzip
import json
import os
import re
import zipfile
import zlib
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

import pyarrow as pa
import pyarrow.parquet as pq

from tongket._strenum import StrEnum
from tongket.corpus.errors import CorpusError
from tongket.files.archives import DAMAGED, is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from typing import BinaryIO

#: What a shard has at most, unless a single piece has more.
MAX_PAGES = 50_000
MAX_BYTES = 64 << 20

_HEAD = 64 << 10


class InputKind(StrEnum):
    """How the pages of a file are found.

    >>> import io
    >>> kind_of(io.BytesIO(b"PAR1")).value
    'parquet'
    """

    file = "file"  # what `tongket.read_many` reads
    zip = "zip"
    warc = "warc"
    parquet = "parquet"
    jsonl = "jsonl"
    jsonl_gzip = "jsonl-gzip"


class File(NamedTuple):
    """A file of an input.

    Attributes:
        key: `root/path`, which stays the same when the input is moved
        path: where it is
        size: in bytes
        mtime_ns: when it was changed
    """

    key: str
    path: str
    size: int
    mtime_ns: int


class Piece(NamedTuple):
    """A stretch of a file, which is read as a whole.

    Attributes:
        file: the key of the file
        kind: what `begin` and `end` count: bytes of `jsonl`, rows of `parquet`, members of `zip`; the others are whole
        begin: the first
        end: behind the last
        size: of the file, in bytes
        mtime_ns: when the file was changed
    """

    file: str
    kind: InputKind
    begin: int
    end: int
    size: int
    mtime_ns: int


# ---- files ---------------------------------------------------------------------------------------------------------


def roots_of(inputs: Sequence[str], known: Mapping[str, str]) -> dict[str, str]:
    """The inputs by name, each with its path.

    Args:
        inputs: paths, or `name=path`
        known: the inputs of earlier runs

    Raises:
        CorpusError: there is no such input, or two have one name
    """
    roots: dict[str, str] = {}
    for given in inputs:
        name, equals, told = given.partition("=")
        if not equals or Path(given).exists():
            name, told = Path(given).resolve().name, given
        path = str(Path(told).resolve())
        if not Path(path).exists():
            raise CorpusError(f"no such input: {told}")
        if not name or "/" in name:
            raise CorpusError(f"an input needs a name without a slash: NAME={told}")
        earlier = roots.get(name, known.get(name, path))
        if earlier != path and (name in roots or Path(earlier).exists()):
            raise CorpusError(f"two inputs are called {name}, {earlier} and {path}: name one of them, NAME={told}")
        roots[name] = path
    return roots


def files_of(name: str, path: str, without: Path | None = None) -> Iterator[File]:
    """The files of an input, without hidden ones, also behind links.

    Args:
        name: of the input
        path: where it is
        without: a folder that is left out
    """
    root = Path(path)
    if not root.is_dir():
        yield _file(name, root)
        return
    seen: set[str] = set()
    folders = [(name, path)]
    while folders:
        key, folder = folders.pop()
        with os.scandir(folder) as found:
            entries = sorted(found, key=lambda entry: entry.name)
        for entry in entries:
            inner = f"{key}/{entry.name}"
            if is_hidden(entry.name):
                continue
            if not entry.is_dir():
                if entry.is_file() or entry.is_symlink():  # also one that leads nowhere, which is told
                    yield _file(inner, Path(entry.path))
                continue
            real = os.path.realpath(entry.path)
            if real == os.fspath(without or "") or real in seen or (entry.is_symlink() and _are_nested(root, real)):
                continue  # what links lead to is read once, and where it is if that is in the input
            seen.add(real)
            folders.append((inner, entry.path))


def _are_nested(one: Path, other: str) -> bool:
    """Whether one of two folders is or lies in the other."""
    both = (one, Path(other))
    return os.path.commonpath(both) in map(str, both)


def _file(key: str, path: Path) -> File:
    # Names that are no UTF-8 are written so that JSON and tables can have them.
    key = os.fsencode(key).decode("utf-8", "backslashreplace")
    try:
        found = path.stat()
    except OSError:  # a link that leads nowhere, or gone meanwhile: whoever reads it sets it aside
        return File(key, str(path), 0, 0)
    return File(key, str(path), found.st_size, found.st_mtime_ns)


# ---- kinds ---------------------------------------------------------------------------------------------------------


def kind_of(file: BinaryIO) -> InputKind:
    """How the pages of a file are found, by what it begins with.

    Raises:
        OSError: it cannot be read
    """
    head = file.read(4)
    file.seek(0)
    if head == b"PAR1":
        return InputKind.parquet
    if head == b"PK\x03\x04":
        return InputKind.zip if _is_archive(file) else InputKind.file
    is_packed = head.startswith(b"\x1f\x8b")
    beginning, is_all = _beginning(gzip.GzipFile(fileobj=file) if is_packed else file)
    if beginning.startswith(b"WARC/"):
        return InputKind.warc
    if _are_json_lines(beginning, is_all=is_all):
        return InputKind.jsonl_gzip if is_packed else InputKind.jsonl
    return InputKind.file


def _is_archive(file: BinaryIO) -> bool:
    """Whether a ZIP is one of files, and none of the documents that are kept so; also of a damaged one."""
    try:
        with zipfile.ZipFile(file) as archive:
            return _DOCUMENT.isdisjoint(archive.namelist())
    except DAMAGED:
        return True


#: A file that only documents have: DOCX and its like, ODT and EPUB.
_DOCUMENT = frozenset(["[Content_Types].xml", "word/document.xml", "mimetype"])


def _beginning(file: Any) -> tuple[bytes, bool]:
    """What a file begins with behind blanks, and whether that is all of it; of a damaged one what can be had."""
    data, read = b"", 0
    try:
        while len(data) < _HEAD and read < MAX_BYTES:
            more = file.read1(_HEAD)
            if not more:
                return data, True
            data, read = (data + more if data else more.lstrip(_BLANKS)), read + len(more)
    except (EOFError, OSError, zlib.error):
        return data, False
    return data[:_HEAD], False


_BLANKS = b"\xef\xbb\xbf \t\r\n"
_OBJECT = re.compile(rb'\s*\{\s*(?:"|\}\s*$)')


def _are_json_lines(beginning: bytes, *, is_all: bool) -> bool:
    """Whether most of what is there are lines that begin as JSON objects, and one is. Bad lines may come first."""
    lines = [line for line in beginning.split(b"\n") if line.strip()]
    if not lines or lines[0].strip() == b"[" or lines[0].lstrip().startswith(b"<"):  # a list over several lines; HTML
        return False
    objects = [line for line in lines if _OBJECT.match(line)]
    if 2 * sum(map(len, objects)) < sum(map(len, lines)):
        return False
    is_last_cut = not is_all and not beginning.endswith(b"\n")
    return len(lines) == 1 or (is_last_cut and objects[-1] is lines[-1]) or any(map(_is_object, objects))


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


# ---- pieces --------------------------------------------------------------------------------------------------------


class _Weighed(NamedTuple):
    piece: Piece
    pages: int
    weight: int


def cut(files: Iterable[File]) -> list[list[Piece]]:
    """The pieces of files, for each shard; a file that makes several shards shares none with others."""
    shards: list[list[Piece]] = []
    small: list[_Weighed] = []
    for file in sorted(files):
        pieces = list(_pieces(file))
        if len(pieces) > 1 or sum(piece.weight for piece in pieces) >= MAX_BYTES:
            shards.extend([weighed.piece] for weighed in pieces)
        else:
            small.extend(pieces)
    pages = weight = 0
    shard: list[Piece] = []
    for each in small:
        if shard and (pages + each.pages > MAX_PAGES or weight + each.weight > MAX_BYTES):
            shards.append(shard)
            shard, pages, weight = [], 0, 0
        shard.append(each.piece)
        pages += each.pages
        weight += each.weight
    return [*shards, shard] if shard else shards


def _pieces(file: File) -> Iterator[_Weighed]:
    try:
        with open(file.path, "rb") as opened:  # noqa: PTH123
            kind = kind_of(opened)
    except OSError:
        kind = InputKind.file
    ends = [(file.size, 1, file.size)]
    with suppress(*DAMAGED, pa.ArrowException):  # whoever reads it sets it aside
        ends = _ENDS[kind](file) if kind in _ENDS else ends
    begin = 0
    for end, pages, weight in ends:
        yield _Weighed(Piece(file.key, kind, begin, end, file.size, file.mtime_ns), pages, weight)
        begin = end


def _ends_of_lines(file: File) -> list[tuple[int, int, int]]:
    """Where the pieces of a file of lines end, how many pages they have at least, and their weight."""
    ends, begin = [], 0
    with open(file.path, "rb") as opened:  # noqa: PTH123
        while begin < file.size:
            opened.seek(begin + MAX_BYTES)
            opened.readline()
            end = min(opened.tell(), file.size)
            ends.append((end, 1, end - begin))
            begin = end
    return ends or [(0, 0, 0)]


def _ends_of_rows(file: File) -> list[tuple[int, int, int]]:
    """Pieces of about the same size; row groups are not split where they are small enough."""
    with pq.ParquetFile(file.path) as parquet:
        groups = [parquet.metadata.row_group(i) for i in range(parquet.num_row_groups)]
        sizes = [(group.num_rows, group.total_byte_size) for group in groups]
    ends: list[tuple[int, int, int]] = []
    row = pages = weight = 0
    for rows, size in sizes:
        parts = max(-(-rows // MAX_PAGES), -(-size // MAX_BYTES), 1)
        if pages and (parts > 1 or pages + rows > MAX_PAGES or weight + size > MAX_BYTES):
            ends.append((row, pages, weight))
            pages = weight = 0
        ends.extend((row + rows * part // parts, -(-rows // parts), size // parts) for part in range(1, parts))
        row, pages, weight = row + rows, pages + -(-rows // parts), weight + size // parts
    return [*ends, (row, pages, weight)] if pages or not ends else ends


def _ends_of_members(file: File) -> list[tuple[int, int, int]]:
    with zipfile.ZipFile(file.path) as archive:
        infos = archive.infolist()
    ends: list[tuple[int, int, int]] = []
    pages = weight = 0
    for index, info in enumerate(infos):
        if pages and (pages >= MAX_PAGES or weight + info.file_size > MAX_BYTES):
            ends.append((index, pages, weight))
            pages = weight = 0
        pages, weight = pages + 1, weight + info.file_size
    return [*ends, (len(infos), pages, weight)]


_ENDS = {
    InputKind.jsonl: _ends_of_lines,
    InputKind.parquet: _ends_of_rows,
    InputKind.zip: _ends_of_members,
}
#: The kinds of files that make several pieces.
CUT = frozenset(_ENDS)
