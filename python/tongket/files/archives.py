# SPDX-License-Identifier: BSL-1.0
"""What is packed in ZIP archives and by gzip, with bounds. Nothing is written to a disk."""

from __future__ import annotations

import gzip
import io
import zipfile
import zlib
from pathlib import PurePosixPath
from typing import TYPE_CHECKING

from tongket.errors import Error

try:
    from lzma import LZMAError
except ImportError:  # a Python that was built without it, and opens no such archive
    LZMAError = zlib.error  # type: ignore[misc, assignment]

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

#: How many files an archive may have, itself and the archives in it together.
MAX_MEMBERS = 10_000
#: How many bytes they may have.
MAX_TOTAL = 1 << 30
#: How many times as large as packed a file may be that is larger than `_SMALL`.
MAX_RATIO = 200
_SMALL = 1 << 20

#: What a damaged archive brings about.
DAMAGED = (
    *(zipfile.BadZipFile, zipfile.LargeZipFile, NotImplementedError, RuntimeError, OSError, EOFError, ValueError),
    *(zlib.error, LZMAError),
)


class Budget:
    """What is left of the bounds of one archive and all that is in it."""

    def __init__(self) -> None:
        self._members = MAX_MEMBERS
        self._bytes = MAX_TOTAL

    def take(self, members: int, size: int) -> None:
        """Uses up a part.

        Raises:
            Error: there is not so much left
        """
        self._members -= members
        self._bytes -= size
        if self._members < 0:
            raise Error(f"an archive of more than {MAX_MEMBERS} files", "input_too_large")
        if self._bytes < 0:
            raise Error(f"an archive of more than {MAX_TOTAL} bytes when unpacked", "input_too_large")


def members(file: BinaryIO, budget: Budget, max_bytes: int) -> Iterator[tuple[str, bytes]]:
    """Names and bytes of the files in a ZIP archive, in its order, without hidden ones.

    Raises:
        Error: a damaged or encrypted archive, one with names that lead out of it, or a too large one
    """
    try:
        with zipfile.ZipFile(file) as archive:
            infos = [info for info in archive.infolist() if not info.is_dir() and not is_hidden(info.filename)]
            budget.take(len(infos), sum(info.file_size for info in infos))
            for info in infos:
                check_member(info, max_bytes)
                yield info.filename, archive.read(info)
    except DAMAGED as error:
        if isinstance(error, Error):
            raise
        raise Error(f"a damaged ZIP archive: {error}", "invalid_file") from error


def check_office(data: bytes, max_bytes: int) -> None:
    """Looks whether a DOCX or ODT, which is a ZIP archive too, is within the bounds.

    Raises:
        Error: it is not
    """
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        infos = archive.infolist()
    if sum(info.file_size for info in infos) > 4 * max_bytes:
        raise Error(f"a document of more than {4 * max_bytes} bytes when unpacked", "input_too_large")
    for info in infos:
        check_member(info, max_bytes)


def check_member(info: zipfile.ZipInfo, max_bytes: int) -> None:
    """Looks whether a file in an archive is within the bounds.

    Raises:
        Error: it is not
    """
    path = PurePosixPath(info.filename.replace("\\", "/"))
    if path.is_absolute() or ".." in path.parts:
        raise Error(f"an archive with a name that leads out of it: {info.filename!r}", "invalid_file")
    if info.flag_bits & 1:
        raise Error("a ZIP archive that is encrypted: unpack it and give the folder to tongket.read_many", "encrypted")
    if info.file_size > max_bytes:
        raise Error(f"a file of more than {max_bytes} bytes in an archive: {info.filename!r}", "input_too_large")
    if info.file_size > _SMALL and info.file_size > MAX_RATIO * info.compress_size:
        message = f"a file in an archive that is over {MAX_RATIO} times as large as packed: {info.filename!r}"
        raise Error(message, "input_too_large")


def is_hidden(name: str) -> bool:
    """Whether a file in a folder or archive is none of a person: a hidden one, or one by which Word locks another.

    >>> is_hidden("2016/~$ha-nam.docx"), is_hidden("2016/ha-nam.docx")
    (True, False)
    """
    return any(
        (part.startswith(".") and part != "..") or part.startswith("~$") or part == "__MACOSX"
        for part in PurePosixPath(name).parts
    )


def unpack(data: bytes, max_bytes: int) -> bytes:
    """What gzip packed.

    Raises:
        Error: it is damaged, or too large
    """
    try:
        with gzip.GzipFile(fileobj=io.BytesIO(data)) as file:
            unpacked = file.read(max_bytes + 1)
    except (OSError, EOFError, zlib.error) as error:
        raise Error(f"a file packed by gzip that is damaged: {error}", "invalid_file") from error
    if len(unpacked) > max_bytes:
        raise Error(f"a file of more than {max_bytes} bytes when unpacked", "input_too_large")
    return unpacked
