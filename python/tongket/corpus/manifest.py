# SPDX-License-Identifier: BSL-1.0
"""The list of what a corpus consists of. An entry is the commit: what no entry names is not there.

It is a file of JSON lines to which entries are added. A line that was not written to its end does not count.
"""

from __future__ import annotations

import datetime
import fcntl
import json
import os
import secrets
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tongket import __version__
from tongket.corpus.errors import CorpusError

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

#: The first changes where old readers cannot read the tables any more, the second where columns were added.
FORMAT = (1, 0)

_NAME = "manifest.jsonl"


@dataclass
class Shard:
    """A part of the corpus that is made as a whole.

    Attributes:
        name: of its folder in `shards`
        fingerprint: of what made it
        format: of its tables
        run: the run that made it
        pages: how many pages were read
        others: how many of them were left out, as they are no reports or of other hosts
        failures: how many were set aside
        tables: rows, bytes and checksum of each file
    """

    name: str
    fingerprint: str
    format: list[int]
    run: int
    pages: int
    others: int
    failures: int
    tables: dict[str, dict[str, Any]]

    def rows(self, table: str) -> int:
        """How many rows of a table it has."""
        return int(self.tables[table]["rows"]) if table in self.tables else 0


@dataclass
class Manifest:
    """What the entries say together.

    Attributes:
        format: of the tables
        shards: by name
        roots: the inputs by name, each with its path
        options: of the last run
        fingerprints: what each fingerprint was made of
        runs: how many there were
        touched: size and time of change of files that were changed without another content
        tombstones: when each vanished input was missed first
        duplicates: the shard with the table of duplicates, while it is that of these shards
        entries: how many there are
        gaps: entries before which one is missing
    """

    format: tuple[int, int] = FORMAT
    shards: dict[str, Shard] = field(default_factory=dict)
    roots: dict[str, str] = field(default_factory=dict)
    options: dict[str, Any] = field(default_factory=dict)
    fingerprints: dict[str, Any] = field(default_factory=dict)
    runs: int = 0
    touched: dict[str, list[int]] = field(default_factory=dict)
    tombstones: dict[str, str] = field(default_factory=dict)
    duplicates: Shard | None = None
    entries: int = 0
    gaps: list[int] = field(default_factory=list)

    def take(self, entry: Mapping[str, Any]) -> None:
        """Adds what an entry says."""
        self.entries += 1
        if entry.get("entry", self.entries) != self.entries:  # former versions did not number them
            self.entries = entry["entry"]
            self.gaps.append(self.entries)
        if "format" in entry:
            self.format = tuple(entry["format"])
        self.runs = entry.get("run", self.runs)
        self.roots.update(entry.get("roots", {}))
        self.options = entry.get("options", self.options)
        self.fingerprints.update(entry.get("fingerprints", {}))
        for name in entry.get("drop", ()):
            self.shards.pop(name, None)
        for shard in entry.get("add", ()):
            self.shards[shard["name"]] = Shard(**shard)
        self.touched.update(entry.get("touched", {}))
        for name in entry.get("forget", ()):
            self._forget(name)
        for key in entry.get("back", ()):
            self.tombstones.pop(key, None)
        self.tombstones.update(dict.fromkeys(entry.get("gone", ()), entry.get("at", "")))
        self.tombstones.update(entry.get("tombstones", {}))
        if "duplicates" in entry:
            self.duplicates = None if entry["duplicates"] is None else Shard(**entry["duplicates"])
        elif entry.get("add") or entry.get("drop"):
            self.duplicates = None  # they were those of other reports

    def _forget(self, name: str) -> None:
        self.roots.pop(name, None)
        for known in (self.touched, self.tombstones):
            for key in [key for key in known if key.partition("/")[0] == name]:
                del known[key]

    def whole(self) -> dict[str, Any]:
        """All of it as one entry."""
        return {
            "entry": 1,
            "format": list(self.format),
            "by": __version__,
            "run": self.runs,
            "roots": self.roots,
            "options": self.options,
            "fingerprints": self.fingerprints,
            "add": [vars(shard) for shard in self.shards.values()],
            "touched": self.touched,
            "tombstones": self.tombstones,
            "duplicates": None if self.duplicates is None else vars(self.duplicates),
        }


def now() -> str:
    """The time, as entries have it."""
    return datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="seconds")


# ---- files ---------------------------------------------------------------------------------------------------------


def read(folder: Path, *, any_format: bool = False) -> Manifest:
    """What a corpus consists of.

    Raises:
        CorpusError: there is none, it is damaged, or its format is another one
    """
    try:
        data = (folder / _NAME).read_bytes()
    except FileNotFoundError:
        raise CorpusError(f"{folder} is no corpus: tongket corpus run {folder} INPUT makes one") from None
    manifest = Manifest()
    lines = data.split(b"\n")[:-1]
    if not lines:
        raise CorpusError(f"{folder / _NAME} is empty: what the corpus consists of is not known any more")
    number = 0
    try:
        while number < len(lines):
            number += 1
            manifest.take(json.loads(lines[number - 1]))
    except (ValueError, TypeError, KeyError) as error:
        raise CorpusError(f"{folder / _NAME}:{number}: a damaged entry: {error}") from error
    if manifest.format[0] != FORMAT[0] and not any_format:
        told = ".".join(map(str, manifest.format))
        remedy = (
            "needs a newer tongket" if manifest.format > FORMAT else f"tongket corpus migrate {folder} brings it up"
        )
        raise CorpusError(f"{folder} has the format {told}, which {remedy}")
    return manifest


class Writer:
    """Adds entries to the manifest of a corpus that is locked."""

    def __init__(self, folder: Path, manifest: Manifest) -> None:
        self.folder = folder
        self.manifest = manifest

    def add(self, entry: dict[str, Any]) -> None:
        """Adds an entry; when this returns, it is on the disk."""
        path = self.folder / _NAME
        entry = {"entry": self.manifest.entries + 1, **entry}
        before = path.stat().st_size
        try:
            with path.open("ab") as file:
                file.write(_line(entry))
                file.flush()
                os.fsync(file.fileno())
        except OSError:
            os.truncate(path, before)
            raise
        self.manifest.take(entry)

    def rewrite(self) -> None:
        """Writes all that the entries say as one."""
        path = self.folder / _NAME
        draft = path.with_suffix(".tmp")
        with draft.open("wb") as file:
            file.write(_line(self.manifest.whole()))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
        sync(self.folder)
        self.manifest.entries = 1

    def sweep(self) -> int:
        """Removes what no entry names, and returns its size in bytes."""
        named = {*self.manifest.shards, *([self.manifest.duplicates.name] if self.manifest.duplicates else [])}
        freed = 0
        for shard in (self.folder / "shards").iterdir():
            if shard.name not in named:
                freed += remove(shard)
        return freed

    def sweep_drafts(self) -> None:
        """Removes what a run that was killed had not finished."""
        for draft in (self.folder / "shards").glob("*.tmp"):
            remove(draft)


def _line(entry: Mapping[str, Any]) -> bytes:
    return json.dumps(entry, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def remove(shard: Path) -> int:
    """Removes a shard's folder, or what else lies in its place, and returns its size in bytes."""
    if shard.is_symlink() or not shard.is_dir():
        freed = shard.lstat().st_size
        shard.unlink()
        return freed
    freed = sum(map(remove, list(shard.iterdir())))
    shard.rmdir()
    return freed


def sync(folder: Path) -> None:
    """Makes the names in a folder last."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def new_name() -> str:
    """A name that no shard has."""
    return secrets.token_hex(8)


@contextmanager
def locked(folder: Path, *, make: bool = False, any_format: bool = False) -> Iterator[Writer]:
    """The corpus for one who changes it, whom there is only one at a time.

    Args:
        folder: where it is
        make: make it where there is none
        any_format: also one of a former format

    Raises:
        CorpusError: somebody else changes it
    """
    if make:
        (folder / "shards").mkdir(parents=True, exist_ok=True)
    elif not (folder / _NAME).exists():
        read(folder)
    with (folder / "lock").open("a+") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            lock.seek(0)
            raise CorpusError(f"{folder} is being changed by process {lock.read().strip() or '?'}") from None
        lock.truncate(0)
        lock.write(str(os.getpid()))
        lock.flush()
        if not (folder / _NAME).exists():
            Writer(folder, Manifest()).rewrite()
        _cut_torn_line(folder / _NAME)
        writer = Writer(folder, read(folder, any_format=any_format))
        writer.sweep_drafts()
        yield writer


def _cut_torn_line(path: Path) -> None:
    with path.open("rb+") as file:
        data = file.read()
        whole = data.rfind(b"\n") + 1
        if whole < len(data):
            file.truncate(whole)
            os.fsync(file.fileno())
