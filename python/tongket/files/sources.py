# SPDX-License-Identifier: BSL-1.0
"""From what a caller has, a path, a folder, bytes, a file object, to the single files in it."""

from __future__ import annotations

import errno
import io
import os
from collections import deque
from glob import escape, glob, has_magic
from itertools import dropwhile
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple, Union

from tongket import _given
from tongket.errors import Error
from tongket.files import archives, eml
from tongket.files.kinds import FileKind, sniff

if TYPE_CHECKING:
    from collections.abc import Iterator

#: What `read` takes: a path, bytes, or a file that is open.
Source = Union[str, "os.PathLike[str]", bytes, bytearray, memoryview, "IO[bytes]", "IO[str]"]

#: An archive in an archive in an archive is opened, no deeper one.
_MAX_DEPTH = 3


class Document(NamedTuple):
    """One file, not yet read.

    Attributes:
        name: what tables call its report
        path: where it is, behind which follow the names inside an archive or e-mail
        kind: what it holds
        data: its bytes
    """

    name: str | None
    path: str | None
    kind: FileKind
    data: bytes


class Unread(NamedTuple):
    """A file that could not be opened.

    Attributes:
        name: what tables would call its report
        path: where it is
        error: why
    """

    name: str | None
    path: str | None
    error: Error | OSError


REMEDIES = {
    "missing": "leave missing ones out",
    "many": "tongket.read_many reads many files, tongket.parse_many many texts",
    "frame": "tongket.read_many(frame['path']) reads files, tongket.parse_many(frame['text'].dropna()) texts",
    "dict": "tongket.Report.from_dict reads a report that was written as JSON",
}


def documents(source: Source, name: str | None, max_bytes: int, *, attachments: bool) -> Iterator[Document | Unread]:
    """The files that a source is or holds, in order.

    Args:
        source: a path to a file or folder, a pattern, bytes, or a file that is open
        name: what tables shall call the report; by default from the path
        max_bytes: larger files are not opened
        attachments: whether what is attached to an e-mail counts

    Raises:
        TypeError: something else
        FileNotFoundError: there is no such file, folder or pattern
        Error: an address, or a text
    """
    opener = _Opener(max_bytes, attachments=attachments)
    if isinstance(source, (str, os.PathLike)):
        where: str | None = os.fspath(source)
        found: Iterator[Document | Unread] = (
            document for path, stem in files(source) for document in _of_path(path, stem, opener)
        )
    elif isinstance(source, (bytes, bytearray, memoryview)):
        where, found = None, opener.open(None, None, bytes(source))
    elif hasattr(source, "read"):
        file_name = getattr(source, "name", None)
        where = file_name if isinstance(file_name, str) else None
        found = opener.open(where and _stem(Path(where).name), where, _bytes_of(source, max_bytes))
    else:
        _given.refuse("tongket.read", "a path, bytes or an open file", source, REMEDIES)
    for document in found:
        if name is None:
            yield document
        else:
            # Of several files in a source each keeps its own name too.
            own = document.path == (where if where is None else str(Path(where)))
            yield document._replace(name=name if own else f"{name}/{document.name}")


def opened(name: str | None, path: str | None, data: bytes, max_bytes: int) -> Iterator[Document | Unread]:
    """The files in the bytes of one, with what is attached to e-mails.

    Args:
        name: what tables call the report of the file
        path: where it is
        data: its bytes
        max_bytes: larger files are not opened
    """
    return _Opener(max_bytes, attachments=True).open(name, path, data)


def files(where: str | os.PathLike[str]) -> list[tuple[Path, str]]:
    """The files that a path or pattern names, and what tables call their reports; not the hidden ones of folders.

    Raises:
        Error: a text or an address
        FileNotFoundError: there is no such file, folder or pattern, or no file in the folder
    """
    text = os.fspath(where)
    fault = _given.fault_of_path(text)
    if fault is not None:
        raise Error(f"a file is wanted, not {fault}", "wrong_input")
    path = Path(text)
    if path.is_dir():
        inside = [
            (file, _stem(file.relative_to(path).as_posix()))
            for file in sorted(path.rglob("*"))
            if _is_file(file) and not archives.is_hidden(file.relative_to(path).as_posix())
        ]
        if not inside:
            raise FileNotFoundError(errno.ENOENT, "a folder without a file", text)
        return inside
    if path.exists():
        return [(path, _stem(path.name))]
    named = _each_once(_named(text)) if has_magic(text) else []
    # Hidden ones are found where the pattern says so; nobody asks for Word's locks.
    found = [file for file in named if _is_file(file) and not file.name.startswith("~$")]
    if not found:
        message = "no such file, folder or pattern (tongket.parse reads a text)"
        raise FileNotFoundError(errno.ENOENT, message, text)
    return [(file, _stem(file.name)) for file in found]


def _each_once(paths: set[Path]) -> list[Path]:
    """Paths in order, each file in a folder once, under the name without links to folders that is the shortest."""
    where = {path: os.path.realpath(path.parent) for path in paths}
    named: dict[tuple[str, str], Path] = {}
    for path in sorted(paths, key=lambda path: (where[path] != str(path.parent.absolute()), len(path.parts), path)):
        named.setdefault((where[path], path.name), path)
    return sorted(named.values())


def _named(pattern: str) -> set[Path]:
    """What a pattern names. `**` is every folder once, links to folders among them, which may lead back to one."""
    parts = Path(pattern).parts
    if "**" not in parts:
        return {*map(Path, glob(pattern))}  # noqa: PTH207
    at = parts.index("**")
    above = str(Path(*parts[:at]))
    below = tuple(dropwhile("**".__eq__, parts[at:])) or ("*",)
    found: set[Path] = set()
    for where in sorted(glob(above)) if has_magic(above) else [above]:  # noqa: PTH207
        for folder in _folders(Path(where)):
            found |= _named(str(Path(escape(str(folder)), *below)))
    return found


def _folders(where: Path) -> Iterator[Path]:
    """A folder and those in it that are not hidden, each once, under its own name before those of links to it."""
    seen: set[str] = set()
    waiting = deque([where] if where.is_dir() else [])
    while waiting:
        folder = waiting.popleft()
        real = os.path.realpath(folder)
        if real in seen:
            continue
        seen.add(real)
        yield folder
        try:
            inside = sorted(entry for entry in folder.iterdir() if entry.is_dir() and not entry.name.startswith("."))
        except OSError:  # one that may not be looked into, as `glob` has it
            continue
        for entry in inside:
            (waiting.append if entry.is_symlink() else waiting.appendleft)(entry)


def _stem(path: str) -> str:
    """A path without the ending of its file, and without that of gzip."""
    return os.path.splitext(path.removesuffix(".gz"))[0]  # noqa: PTH122 - names in archives are no paths of this machine


def _inside(path: str | None, inner: str) -> str:
    return inner if path is None else f"{path}/{inner}"


def _is_file(path: Path) -> bool:
    """Whether there is a file, or a link to one that is gone, which is to be told."""
    return path.is_file() or (path.is_symlink() and not path.exists())


def _of_path(path: Path, name: str, opener: _Opener) -> Iterator[Document | Unread]:
    try:
        with path.open("rb") as file:
            data = _bytes_of(file, opener.max_bytes)
    except OSError as error:
        yield Unread(name, str(path), error)
    else:
        yield from opener.open(name, str(path), data)


def _bytes_of(file: IO[bytes] | IO[str], max_bytes: int) -> bytes:
    """What a file gives, and at least a byte more than is wanted where it gives too much."""
    try:
        data = _read(file, max_bytes + 1)
        if data.startswith(b"PK"):
            # An archive may be larger, as the bound is that of each file in it.
            data += _read(file, archives.MAX_TOTAL)
    except UnicodeDecodeError as error:
        message = "a file that was opened as text and is none in that encoding: open it by open(path, 'rb')"
        raise Error(message, "wrong_input") from error
    return data


def _read(file: IO[bytes] | IO[str], size: int) -> bytes:
    parts: list[bytes] = []
    while size > 0:
        part = file.read(size)
        if not part:
            break
        if isinstance(part, str):
            part = part.encode("utf-8", "surrogatepass")
        if not isinstance(part, bytes):
            _given.refuse("tongket.read", "a file that gives bytes", part, {})
        parts.append(part)
        size -= len(part)
    return b"".join(parts)


class _Opener:
    """Opens a file and what is packed in it."""

    def __init__(self, max_bytes: int, *, attachments: bool) -> None:
        self.max_bytes = max_bytes
        self._attachments = attachments

    def open(self, name: str | None, path: str | None, data: bytes) -> Iterator[Document | Unread]:
        """The files in the bytes of one."""
        yield from self._open(name, path, data, archives.Budget(), 0)

    def _open(
        self, name: str | None, path: str | None, data: bytes, budget: archives.Budget, depth: int
    ) -> Iterator[Document | Unread]:
        try:
            kind = self._kind(data, depth)
            if kind is FileKind.gzip:
                unpacked = archives.unpack(data, self.max_bytes)
                budget.take(1, len(unpacked))
                yield from self._open(name, path, unpacked, budget, depth + 1)
            elif kind is FileKind.zip:
                for inner, content in archives.members(io.BytesIO(data), budget, self.max_bytes):
                    yield from self._open(_stem(inner), _inside(path, inner), content, budget, depth + 1)
            elif kind is FileKind.eml and self._attachments:
                yield from self._mail(name, path, data, budget, depth)
            else:
                yield Document(name, path, kind, data)
        except Error as error:
            yield Unread(name, path, error if path is None else error.in_file(path))

    def _kind(self, data: bytes, depth: int) -> FileKind:
        if depth > _MAX_DEPTH:
            raise Error(f"a file in more than {_MAX_DEPTH} archives that are in one another", "input_too_large")
        kind = sniff(data)
        # Of an archive each file has the bound.
        if len(data) > (archives.MAX_TOTAL if kind is FileKind.zip else self.max_bytes):
            raise Error(f"a file of more than {self.max_bytes} bytes", "input_too_large")
        return kind

    def _mail(
        self, name: str | None, path: str | None, data: bytes, budget: archives.Budget, depth: int
    ) -> Iterator[Document | Unread]:
        """The message, unless it has no text of its own but files, and these."""
        attached = eml.attachments(data)
        budget.take(len(attached), sum(len(content) for _, content in attached))
        if eml.body(data) is not None or not attached:
            yield Document(name, path, FileKind.eml, data)
        for inner, content in attached:
            yield from self._open(_stem(inner), _inside(path, inner), content, budget, depth + 1)
