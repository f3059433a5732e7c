# SPDX-License-Identifier: BSL-1.0
"""The tables of a corpus, and the files that a shard keeps them in."""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from typing import TYPE_CHECKING, Any

import pyarrow as pa
import pyarrow.parquet as pq

from tongket.corpus import manifest
from tongket.corpus._tables import SCHEMAS as ITEMS
from tongket.corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tongket.corpus.manifest import Shard

#: Where each report came from and what made it, behind its other columns.
PROVENANCE = pa.schema(
    [
        ("file", pa.string()),
        ("place", pa.int64()),
        ("source_id", pa.string()),
        ("url", pa.string()),
        ("host", pa.string()),
        ("fetched", pa.string()),
        ("encoding", pa.string()),
        ("sha256", pa.string()),
        ("text_sha256", pa.string()),
        ("minhash", pa.binary()),
        ("text_source", pa.string()),
        ("run", pa.int64()),
        ("version", pa.string()),
        ("lexicon", pa.string()),
    ]
)
_FAILURES = pa.schema(
    [
        ("id", pa.string()),
        ("file", pa.string()),
        ("place", pa.int64()),
        ("url", pa.string()),
        ("code", pa.string()),
        ("message", pa.string()),
        ("run", pa.int64()),
    ]
)
_DUPLICATES = pa.schema(
    [
        ("id", pa.string()),
        ("kept", pa.string()),
        ("kind", pa.string()),
        ("similarity", pa.float64()),
        ("facts", pa.float64()),
        ("conflicts", pa.int64()),
    ]
)
_INPUTS = pa.schema(
    [
        ("file", pa.string()),
        ("kind", pa.string()),
        ("begin", pa.int64()),
        ("end", pa.int64()),
        ("size", pa.int64()),
        ("mtime_ns", pa.int64()),
        ("sha256", pa.string()),
        ("pages", pa.int64()),
    ]
)

_HIDDEN = ("error_code", "error_offset")


def _reports() -> pa.Schema:
    own = [field for field in ITEMS["reports"] if field.name not in _HIDDEN]
    return pa.schema([*own, *PROVENANCE])


#: The columns of all tables. `inputs` says of which pieces of which files a shard was made.
SCHEMAS: dict[str, pa.Schema] = {
    **ITEMS,
    "reports": _reports(),
    "failures": _FAILURES,
    "duplicates": _DUPLICATES,
    "inputs": _INPUTS,
}
#: What is kept of a table until it is written: so many bytes make a row group.
_ROW_GROUP = 16 << 20


class ShardWriter:
    """Writes a shard's files, which are there when all are whole.

    Args:
        folder: that of all shards
        name: of the shard
    """

    def __init__(self, folder: Path, name: str) -> None:
        self._folder = folder / name
        self._draft = folder / f"{name}.tmp"
        if self._draft.exists():  # of a process that ended
            manifest.remove(self._draft)
        self._draft.mkdir()
        self._waiting: dict[str, list[pa.Table]] = {}
        self._files: dict[str, tuple[Any, pq.ParquetWriter]] = {}
        self._rows: dict[str, int] = {}

    def add(self, name: str, table: pa.Table) -> None:
        """Adds rows to a table, which has the columns of its schema."""
        if table.num_rows == 0:
            return
        waiting = self._waiting.setdefault(name, [])
        waiting.append(table)
        self._rows[name] = self._rows.get(name, 0) + table.num_rows
        if sum(each.nbytes for each in waiting) > _ROW_GROUP:
            self._write(name)

    def finish(self) -> dict[str, dict[str, Any]]:
        """Puts the shard in its place and returns rows, bytes and checksum of each file."""
        for name in list(self._waiting):
            self._write(name)
        for file, writer in self._files.values():
            writer.close()
            file.flush()
            os.fsync(file.fileno())
            file.close()
        tables = {name: _described(self._draft / file_name(name), rows) for name, rows in self._rows.items()}
        manifest.sync(self._draft)
        self._draft.rename(self._folder)
        manifest.sync(self._folder.parent)
        return tables

    def drop(self) -> None:
        """Removes what was written."""
        for file, writer in self._files.values():
            writer.is_open = False  # or it would write the rest when it is collected
            with suppress(OSError):
                file.close()
        manifest.remove(self._draft)

    def _write(self, name: str) -> None:
        waiting = self._waiting.pop(name, [])
        if not waiting:
            return
        if name not in self._files:
            file = (self._draft / file_name(name)).open("wb")
            self._files[name] = (file, pq.ParquetWriter(file, SCHEMAS[name], compression="zstd"))
        self._files[name][1].write_table(pa.concat_tables(waiting))


def file_name(table: str) -> str:
    """The name of a table's file in a shard."""
    return f"{table}.parquet"


def _described(path: Path, rows: int) -> dict[str, Any]:
    return {"rows": rows, "bytes": path.stat().st_size, "sha256": checksum(path)}


def checksum(path: Path) -> str:
    """The SHA-256 of a file."""
    found = hashlib.sha256()
    with path.open("rb") as file:
        while block := file.read(1 << 20):
            found.update(block)
    return found.hexdigest()


def files(folder: Path, shards: list[Shard], table: str) -> list[str]:
    """The files that hold a table."""
    return [str(folder / "shards" / shard.name / file_name(table)) for shard in shards if shard.rows(table)]


def check(folder: Path, shards: Iterable[Shard]) -> None:
    """Looks whether the files of shards are there and as large as they were.

    Raises:
        CorpusError: they are not
    """
    for shard in shards:
        for table, told in shard.tables.items():
            path = folder / "shards" / shard.name / file_name(table)
            if not path.is_file() or path.stat().st_size != told["bytes"]:
                raise CorpusError(damaged(folder, path))


def damaged(folder: Path, path: Path | str) -> str:
    """What to say of a file of a shard that is missing or damaged."""
    remedy = f"tongket corpus repair {folder} takes out what is damaged, which the next run reads again"
    return f"{path} is missing or damaged: {remedy}"
