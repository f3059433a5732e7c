# SPDX-License-Identifier: BSL-1.0
"""From what `run` is given to files, and from files to the pieces that shards are made of."""

from __future__ import annotations

import json
import os
import zipfile
import zlib
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pyarrow.parquet as pq

from tongket._strenum import StrEnum
from tongket.corpus.errors import CorpusError
from tongket.files.archives import is_hidden

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

#: What a shard has at most, unless a single piece has more.
MAX_PAGES = 50_000
MAX_BYTES = 64 << 20

_HEAD = 64 << 10


class InputKind(StrEnum):
    """How the pages of a file are found.

    >>> kind_of(b"PAR1").value
    'parquet'
    """

    file = "file"  # what `tongket.read_many` reads
    zip = "zip"  # an archive that is too large for that
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


def files_of(name: str, path: str) -> Iterator[File]:
    """The files of an input, without hidden ones."""
    root = Path(path)
    if root.is_dir():
        for file in root.rglob("*"):
            inner = file.relative_to(root).as_posix()
            if not is_hidden(inner) and file.is_file():
                yield _file(f"{name}/{inner}", file)
    else:
        yield _file(name, root)


def _file(key: str, path: Path) -> File:
    found = path.stat()
    # Names that are no UTF-8 are written so that JSON and tables can have them.
    key = os.fsencode(key).decode("utf-8", "backslashreplace")
    return File(key, str(path), found.st_size, found.st_mtime_ns)


# ---- kinds ---------------------------------------------------------------------------------------------------------


def kind_of(head: bytes, size: int = 0) -> InputKind:
    """How the pages of a file are found, by its first bytes."""
    if head.startswith(b"PAR1"):
        return InputKind.parquet
    if head.startswith(b"PK\x03\x04") and size > MAX_BYTES:
        return InputKind.zip
    is_packed = head.startswith(b"\x1f\x8b")
    if is_packed:
        try:
            head = zlib.decompressobj(31).decompress(head, _HEAD)
        except zlib.error:
            return InputKind.file  # whose reader says what is wrong
    if head.startswith(b"WARC/"):
        return InputKind.warc
    if _begins_with_json_line(head):
        return InputKind.jsonl_gzip if is_packed else InputKind.jsonl
    return InputKind.file


def _begins_with_json_line(head: bytes) -> bool:
    """Whether the first line is a JSON object, as far as it is there."""
    line, newline, _ = head.lstrip(b"\xef\xbb\xbf \t\r\n").partition(b"\n")
    if not line.startswith(b"{"):
        return False
    try:
        return isinstance(json.loads(line), dict)
    except ValueError:
        return not newline and line.startswith(b'{"')


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
            kind = kind_of(opened.read(_HEAD), file.size)
        ends = _ENDS[kind](file) if kind in _ENDS else [(file.size, 1, file.size)]
    except (OSError, zipfile.BadZipFile, pq.lib.ArrowException):
        # Whoever reads it sets it aside.
        kind, ends = InputKind.file, [(file.size, 1, file.size)]
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
