# SPDX-License-Identifier: BSL-1.0
"""The records of WARC files: each with its own bytes and place, however they are packed and whatever is damaged."""

from __future__ import annotations

import gzip
import io
import random

import pytest

pytest.importorskip("pyarrow")

from tongket.corpus.records import Lost, Record, records

KINDS = ("warcinfo", "response", "request", "response", "response", "metadata", "response")


def record(kind: str, number: int, *, size: int = 3000, told: int | None = None) -> bytes:
    chance = random.Random(number)
    block = f"{number}:".encode() + bytes(chance.randrange(33, 127) for _ in range(size))
    head = f"WARC/1.0\r\nWARC-Type: {kind}\r\nContent-Length: {told or len(block)}\r\n\r\n"
    return head.encode() + block + b"\r\n\r\n"


ALL = [record(kind, number) for number, kind in enumerate(KINDS)]
WANTED = [each[:-4] for each, kind in zip(ALL, KINDS) if kind == "response"]


def in_blocks(data: bytes, size: int) -> bytes:
    return b"".join(gzip.compress(data[i : i + size]) for i in range(0, len(data), size))


PACKED = {
    "as they are": b"".join(ALL),
    "a member each": b"".join(map(gzip.compress, ALL)),
    "one member": gzip.compress(b"".join(ALL)),
    "two members": gzip.compress(b"".join(ALL[:3])) + gzip.compress(b"".join(ALL[3:])),
    "blocks that part records": in_blocks(b"".join(ALL), 1111),
    "filled up": b"".join(map(gzip.compress, ALL)) + b"\0" * 512,
}


def read(data: bytes, max_bytes: int = 1 << 20) -> list[Record | Lost]:
    return list(records(io.BytesIO(data), frozenset([b"response"]), max_bytes))


def kept(data: bytes) -> list[int]:
    """Which of those that are wanted are there, each unharmed."""
    return [WANTED.index(each.data) for each in read(data) if isinstance(each, Record)]


def lost(data: bytes) -> list[tuple[str, bool]]:
    return [(str(each.place), each.is_cut) for each in read(data) if isinstance(each, Lost)]


@pytest.mark.parametrize("name", PACKED)
def test_however_they_are_packed(name):
    found = read(PACKED[name])
    assert [each.data for each in found] == WANTED
    assert len({str(each.place) for each in found}) == len(WANTED)


def test_places():
    sizes = [len(gzip.compress(each)) for each in ALL]
    wanted = [i for i, kind in enumerate(KINDS) if kind == "response"]
    assert [str(each.place) for each in read(PACKED["as they are"])] == [str(len(b"".join(ALL[:i]))) for i in wanted]
    assert [str(each.place) for each in read(PACKED["a member each"])] == [str(sum(sizes[:i])) for i in wanted]
    assert [str(each.place) for each in read(PACKED["one member"])] == [f"0+{len(b''.join(ALL[:i]))}" for i in wanted]


def test_what_is_too_long_is_cut():
    assert [len(each.data) for each in read(PACKED["one member"], 5)] == [len(each) - 3002 + 5 for each in WANTED]


@pytest.mark.parametrize("name", PACKED)
def test_wherever_the_file_ends(name):
    data = PACKED[name]
    for cut in random.Random(name).sample(range(12, len(data)), 40):
        found = read(data[:cut])
        assert all(each.data in WANTED for each in found if isinstance(each, Record))
        assert sum(isinstance(each, Lost) for each in found) <= 1
    (end,) = read(data[: len(data) * 2 // 3])[-1:]
    assert isinstance(end, Lost)
    assert end.is_cut


def test_a_damaged_member_costs_its_record():
    packed = list(map(gzip.compress, ALL))
    place = len(b"".join(packed[:3]))
    for byte in (0, 1, 200, len(packed[3]) - 2):  # head, data and checksum
        data = bytearray(b"".join(packed))
        data[place + byte] ^= 0x55
        assert kept(bytes(data)) == [0, 2, 3], byte
        assert lost(bytes(data)) == [(str(place), False)], byte


def test_of_a_damaged_single_member_what_is_before_is_kept_and_the_rest_told():
    data = bytearray(PACKED["one member"])
    data[len(data) * 2 // 3] ^= 0x55
    found = read(bytes(data))
    assert found[0].data == WANTED[0]
    assert isinstance(found[-1], Lost)
    assert not found[-1].is_cut


@pytest.mark.parametrize("packed", [True, False])
@pytest.mark.parametrize("told", [20, 3500, 1 << 40])
def test_a_wrong_length_costs_its_record(told, packed):
    all_of_them = [*ALL[:3], record("response", 3, told=told), *ALL[4:]]
    data = b"".join(map(gzip.compress, all_of_them) if packed else all_of_them)
    assert lost(data)
    found = [WANTED.index(each.data) for each in read(data) if isinstance(each, Record)]
    assert found == [0, 2, 3]


def test_something_between_records():
    data = b"".join(ALL[:3]) + b"<p>no record</p>\r\n" * 9 + b"".join(ALL[3:])
    assert kept(data) == [0, 1, 2, 3]
    assert lost(data) == [(str(len(b"".join(ALL[:3]))), False)]
    assert kept(b"".join(ALL) + b"\r\n\r\n") == [0, 1, 2, 3]
    assert lost(b"".join(ALL) + b"\r\n\r\n") == []


@pytest.mark.parametrize("data", [b"WARC/1.0", b"WARC/1.0\r\n\r\n", b"WARC/1.0\r\nWARC-Type: response\r\n\r\n", b"x"])
def test_no_records(data):
    assert kept(data) == []
    assert len(lost(data)) == 1
    assert read(b"") == []
