# SPDX-License-Identifier: BSL-1.0
"""The records of a WARC file: plain, or gzipped in members of one record, of several, or in a single one.

What is damaged costs the records that it is in; reading goes on where the next one surely begins.
"""

from __future__ import annotations

import re
import zlib
from bisect import bisect_right
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

_BLOCK = 64 << 10
#: What is unpacked at once, and where a member is damaged.
_STEP, _CAREFUL = 1 << 20, 64
_LONGEST_HEAD = 64 << 10
_GZIP = b"\x1f\x8b\x08"
_BEGIN = re.compile(rb"WARC/\d\.\d{1,2}\r?\n")
_LONGEST_BEGIN = 11
_BLANK_LINE = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^Content-Length:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^WARC-Type:[ \t]*(\w+)", re.IGNORECASE | re.MULTILINE)


class Place(NamedTuple):
    """Where a record begins.

    Attributes:
        byte: of the file; of a gzipped one that of the member
        inner: the byte of what the member unpacks to

    >>> str(Place(7)), str(Place(7, 120))
    ('7', '7+120')
    """

    byte: int
    inner: int = 0

    def __str__(self) -> str:
        """What no other record of the file has."""
        return f"{self.byte}+{self.inner}" if self.inner else str(self.byte)


class Record(NamedTuple):
    """A record.

    Attributes:
        place: where it begins
        data: head and block, of which no more than was asked for
    """

    place: Place
    data: bytes


class Lost(NamedTuple):
    """That something could not be read.

    Attributes:
        place: where it begins
        message: why, and what
        is_cut: whether the file ends within it
    """

    place: Place
    message: str
    is_cut: bool


def records(file: BinaryIO, wanted: frozenset[bytes], max_bytes: int) -> Iterator[Record | Lost]:
    """The records of some types, each when it is sure to be whole, and what could not be read between them.

    Args:
        file: which can be sought in
        wanted: types, as `WARC-Type` has them
        max_bytes: what is kept of a block

    Raises:
        OSError: the file cannot be read
    """
    stream = _Stream(_Members(file) if file.read(2) == _GZIP[:2] else _Plain(file))
    held: _Held | None = None
    is_lost = False
    while True:
        begin, is_apart = None, True
        try:
            if is_lost:
                stream.find(_BEGIN)
            is_lost = False
            is_apart = stream.skip_blank()
            begin = stream.place()
            found = None if begin is None else _record(stream, begin, wanted, max_bytes)
        except _Broken as broken:
            if begin is None:  # nothing of another record is there, so that it may be in the one before
                is_in_held = held is not None and held.last == broken.byte
                begin = held.record.place if held is not None and is_in_held else Place(broken.byte)
                held = None if is_in_held else held
            lost = Lost(begin, broken.message, broken.is_cut)
            is_over = not stream.go_on(broken.next)
        except _NoRecordError as error:
            assert begin is not None  # noqa: S101
            message, is_over = str(error), False
            if held is not None and not is_apart:
                begin, held, message = held.record.place, None, "a record that is not as long as it says"
                stream.look_again(begin)
            lost = Lost(begin, message, is_cut=False)
        else:
            if held is not None and held.record.data:
                yield held.record
            held = found
            if found is None:
                return
            continue
        if held is not None and held.record.data:
            yield held.record
        held = None
        yield lost
        if is_over:
            return
        is_lost = True


class _Held(NamedTuple):
    """A record that is held back; without data where its type is not wanted.

    Attributes:
        record: it
        last: the member in which it ends
    """

    record: Record
    last: int


class _NoRecordError(Exception):
    """Something else than a record."""


class _Broken(Exception):  # noqa: N818 - caught where it is raised
    """What ends the reading of a member.

    Attributes:
        byte: where the member begins
        next: where reading can go on, if it can
        is_cut: whether the file ends in it
        message: what is wrong
    """

    def __init__(self, byte: int, then: int | None, *, is_cut: bool, message: str) -> None:
        super().__init__(message)
        self.byte, self.next, self.is_cut, self.message = byte, then, is_cut, message


def _record(stream: _Stream, begin: Place, wanted: frozenset[bytes], max_bytes: int) -> _Held:
    """The record at which a stream is, behind which it is then.

    Raises:
        _NoRecordError: there is something else, which is left out as far as is sure
        _Broken: it does not end
    """
    stream.fill(_LONGEST_BEGIN)
    if _BEGIN.match(stream.data) is None:
        if len(stream.data) < _LONGEST_BEGIN:
            raise stream.cut(begin)
        raise stream.no_record("no record where one should begin")
    while (blank := _BLANK_LINE.search(stream.data, 0, _LONGEST_HEAD)) is None:
        if len(stream.data) >= _LONGEST_HEAD:
            raise stream.no_record("a record whose head does not end")
        if not stream.fill(len(stream.data) + 1):
            raise stream.cut(begin)
    head = bytes(stream.data[: blank.end()])
    length, kind = _LENGTH.search(head), _TYPE.search(head)
    if length is None:
        raise stream.no_record("a record that does not say how long it is")
    size = len(head) + int(length[1])
    is_wanted = kind is not None and kind[1].lower() in wanted
    kept = min(size, len(head) + max_bytes) if is_wanted else len(head)
    is_there = stream.may_have(size) and stream.fill(kept)
    for start in stream.starts_within(kept):
        if _BEGIN.match(stream.data, start):
            raise stream.no_record("a record that goes on behind the member that it is in", start)
    if not is_there:
        raise stream.cut(begin)
    data = bytes(stream.data[:kept]) if is_wanted else b""
    last = stream.skip(size)
    if last is None:
        raise stream.cut(begin)
    return _Held(Record(begin, data), last)


# ---- bytes, with where they come from ------------------------------------------------------------------------------


class _Stream:
    """What the members of a file unpack to, one after the other.

    Attributes:
        data: what comes next, as far as it was asked for
    """

    def __init__(self, source: _Plain | _Members) -> None:
        self.data = bytearray()
        self._source = source
        self._base = 0  # how much was dropped
        self._starts: list[tuple[int, int]] = []  # of each member its first byte here, and in the file

    def fill(self, size: int) -> bool:
        """Whether so many bytes come."""
        while len(self.data) < size:
            found = self._source.pull()
            if found is None:
                return False
            begin, data = found
            if not self._starts or self._starts[-1][1] != begin:
                self._starts.append((self._base + len(self.data), begin))
            self.data += data
        return True

    def drop(self, size: int) -> None:
        """Leaves bytes out."""
        size = min(size, len(self.data))
        del self.data[:size]
        self._base += size
        del self._starts[: bisect_right(self._starts, (self._base, 1 << 62)) - 1]

    def skip(self, size: int) -> int | None:
        """Leaves bytes out that need not be there yet; returns the member of the last one, None where they end."""
        while size > len(self.data):
            size -= len(self.data)
            self.drop(len(self.data))
            if not self.fill(1):
                return None
        last = self._starts[bisect_right(self._starts, (self._base + size - 1, 1 << 62)) - 1][1]
        self.drop(size)
        return last

    def skip_blank(self) -> bool:
        """Leaves line breaks out, and says whether there was one, or the end."""
        is_apart = False
        while self.fill(1):
            blank = len(self.data) - len(self.data.lstrip(b"\r\n"))
            if not blank:
                return is_apart
            self.drop(blank)
            is_apart = True
        return True

    def find(self, pattern: re.Pattern[bytes]) -> None:
        """Leaves out what is before the first match, or all."""
        while (match := pattern.search(self.data)) is None:
            self.drop(len(self.data) - _LONGEST_BEGIN)
            if not self.fill(len(self.data) + 1):
                self.drop(len(self.data))
                return
        self.drop(match.start())

    def place(self) -> Place | None:
        """Where the next byte is; None at the end."""
        if not self.fill(1):
            return None
        start, begin = self._starts[bisect_right(self._starts, (self._base, 1 << 62)) - 1]
        return self._source.place(begin, self._base - start)

    def starts_within(self, size: int) -> list[int]:
        """Where further members begin in the next bytes."""
        return [start - self._base for start, _ in self._starts if 0 < start - self._base < size]

    def may_have(self, size: int) -> bool:
        """Whether so many bytes may come."""
        return len(self.data) + self._source.left() >= size

    def cut(self, begin: Place) -> _Broken:
        """That the file ends within what begins at a place."""
        then = self._source.behind(begin)
        return _Broken(begin.byte, then, is_cut=True, message="the file ends before the record that begins here does")

    def no_record(self, why: str, size: int = 1) -> _NoRecordError:
        """That here is something else, so many bytes of which are left out."""
        self.drop(size)
        return _NoRecordError(why)

    def look_again(self, begin: Place) -> None:
        """Goes back to behind where a record begins that is none, if that is possible."""
        self.go_on(self._source.behind(begin))

    def go_on(self, then: int | None) -> bool:
        """Goes on at another byte of the file, if there is one."""
        if then is None:
            return False
        self.drop(len(self.data))
        self._starts.clear()
        self._source.go_to(then)
        return True


class _Plain:
    """A file as it is."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._size = file.seek(0, 2)
        file.seek(0)

    def pull(self) -> tuple[int, bytes] | None:
        """The next bytes, and where they are."""
        begin = self._file.tell()
        data = self._file.read(_BLOCK)
        return (begin, data) if data else None

    def left(self) -> int:
        """How many bytes come at most."""
        return self._size - self._file.tell()

    def go_to(self, place: int) -> None:
        """Goes on there."""
        self._file.seek(place)

    @staticmethod
    def place(begin: int, inner: int) -> Place:
        """Where a byte is."""
        return Place(begin + inner)

    @staticmethod
    def behind(begin: Place) -> int | None:
        """Where to look for more behind a record that does not end: it may say a wrong length."""
        return begin.byte + 1


class _Members:
    """A file of gzip members."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.go_to(0)

    def go_to(self, place: int) -> None:
        """Goes on with the member that begins there."""
        self._begin = place
        self._packed = b""
        self._member: zlib._Decompress | None = None  # none between members
        self._step = _STEP
        self._file.seek(place)

    def pull(self) -> tuple[int, bytes] | None:
        """The next bytes, and where their member begins.

        Raises:
            _Broken: it is damaged, or cut off
        """
        while True:
            is_end = not self._packed and not self._read()
            if self._member is None:
                self._packed = self._packed.lstrip(b"\0")  # with which tapes fill up
                if not self._packed:
                    if is_end:
                        return None
                    continue
                self._begin = self._file.tell() - len(self._packed)
                self._member, self._step = zlib.decompressobj(31), _STEP
            before = self._member.copy()
            try:
                data = self._member.decompress(self._packed, self._step)
            except zlib.error as error:
                if self._step == _CAREFUL:
                    raise self._broken(str(error)) from error
                self._member, self._step = before, _CAREFUL  # what is before the damage is still to be had
                continue
            self._packed = self._member.unused_data if self._member.eof else self._member.unconsumed_tail
            if self._member.eof:
                self._member = None
            elif is_end and not data:
                raise self._broken("the file ends before the member does", is_cut=True)
            if data:
                return self._begin, data

    def _read(self) -> bool:
        self._packed = self._file.read(_BLOCK)
        return bool(self._packed)

    def _broken(self, why: str, *, is_cut: bool = False) -> _Broken:
        then = self._next(self._begin + 1)
        until = "the end" if then is None else f"byte {then}"
        told = f"{why}: what is packed from byte {self._begin} to {until} is not read on, and may be wrong before"
        return _Broken(self._begin, then, is_cut=is_cut and then is None, message=told)

    def _next(self, place: int) -> int | None:
        """Where the next member begins that begins with a record."""
        self._file.seek(place)
        block = b""
        while more := self._file.read(1 << 20):
            block += more
            behind = self._file.tell()
            found = block.find(_GZIP)
            while found >= 0:
                at = behind - len(block) + found
                if self._begins_with_record(at):
                    return at
                found = block.find(_GZIP, found + 1)
            block = block[-len(_GZIP) + 1 :]
            self._file.seek(behind)
        return None

    def _begins_with_record(self, place: int) -> bool:
        self._file.seek(place)
        try:
            data = zlib.decompressobj(31).decompress(self._file.read(4096), _LONGEST_BEGIN)
        except zlib.error:
            return False
        return _BEGIN.match(data) is not None

    @staticmethod
    def left() -> int:
        """How many bytes come at most: nobody knows."""
        return 1 << 62

    @staticmethod
    def place(begin: int, inner: int) -> Place:
        """Where a byte is."""
        return Place(begin, inner)

    @staticmethod
    def behind(begin: Place) -> int | None:  # noqa: ARG004 - as of a plain file
        """There is none: the file was read to its end."""
        return None
